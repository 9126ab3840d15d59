import PlanModel

/// A feature file cut at its keywords. Lines are kept as they are; within doc strings nothing is a keyword.
struct FeatureText {
  struct Part {
    enum Kind {
      case background, scenario, rule
    }

    var kind: Kind
    var title: String
    var tags: [String]
    var lines: [Substring] = []

    /// The steps as they stand: as prose where they are steps alone, else as a block with their tables and doc strings.
    var words: String {
      let said = lines.map { $0.foldingWhiteSpace() }
      let isPlain = said.allSatisfy { $0.isEmpty || FeatureText.isStep($0) }
      if isPlain { return said.filter { !$0.isEmpty }.joined(separator: "\n") }
      return Fenced.text(FeatureText.withoutMargin(lines).joined(separator: "\n"), as: "gherkin")
    }
  }

  private(set) var title: String?
  private(set) var tags: [String] = []
  private(set) var description: [String] = []
  /// The lines before the first part that Gherkin passes over, without their marks.
  private(set) var comments: [String] = []
  private(set) var parts: [Part] = []
  private let source: [Substring]
  private var pending: [String] = []
  private var fence: Substring?

  init(_ text: String) {
    source = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  mutating func cut() {
    for line in source { take(line) }
  }

  private mutating func take(_ line: Substring) {
    let words = line.foldingWhiteSpace()
    if isDocString(words) { return keep(line) }
    if words.hasPrefix("@") {
      // Behind tags only a comment may stand.
      pending += words.split(separator: " ").map(String.init)
      return
    }
    guard let (keyword, name) = Self.keyword(of: words) else { return keep(line) }
    switch keyword {
    case "Feature", "Business Need", "Ability":
      guard title == nil else { return keep(line) }
      title = name
      tags = pending
    case "Background": parts.append(Part(kind: .background, title: name, tags: pending))
    case "Rule": parts.append(Part(kind: .rule, title: name, tags: pending))
    case "Examples", "Scenarios": return keep(line, tags: true)
    default: parts.append(Part(kind: .scenario, title: name, tags: pending))
    }
    pending = []
  }

  /// Whether the line stands within a doc string, or opens or closes one.
  private mutating func isDocString(_ words: String) -> Bool {
    if let open = fence {
      if words.hasPrefix(open) { fence = nil }
      return true
    }
    for mark in ["\"\"\"", "```"] where words.hasPrefix(mark) {
      fence = mark[...]
      return true
    }
    return false
  }

  private mutating func keep(_ line: Substring, tags: Bool = false) {
    // Tags of examples belong to what they stand above.
    if !pending.isEmpty, let last = parts.indices.last {
      parts[last].lines.append(Substring("    " + pending.joined(separator: " ")))
      pending = []
    }
    if let last = parts.indices.last {
      parts[last].lines.append(line)
      return
    }
    let words = line.foldingWhiteSpace()
    if words.hasPrefix("#"), fence == nil {
      comments.append(words.drop { $0 == "#" }.foldingWhiteSpace())
    } else {
      description.append(words)
    }
  }

  private static let keywords: Set<Substring> = [
    "Feature", "Business Need", "Ability", "Background", "Rule", "Scenario", "Example", "Scenario Outline",
    "Scenario Template", "Examples", "Scenarios",
  ]

  private static func keyword(of words: String) -> (Substring, String)? {
    guard let colon = words.firstIndex(of: ":"), keywords.contains(words[..<colon]) else { return nil }
    return (words[..<colon], words[words.index(after: colon)...].foldingWhiteSpace())
  }

  fileprivate static func isStep(_ words: String) -> Bool {
    ["Given ", "When ", "Then ", "And ", "But "].contains { words.hasPrefix($0) }
  }

  /// The lines without the white space that all of them begin with, and without empty ones at the ends.
  fileprivate static func withoutMargin(_ lines: [Substring]) -> [Substring] {
    var lines = lines[...]
    while lines.first?.foldingWhiteSpace().isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.foldingWhiteSpace().isEmpty == true { lines = lines.dropLast() }
    let margins = lines.filter { !$0.foldingWhiteSpace().isEmpty }.map { $0.prefix { $0 == " " || $0 == "\t" }.count }
    let margin = margins.min() ?? 0
    return lines.map { $0.dropFirst(min(margin, $0.prefix { $0 == " " || $0 == "\t" }.count)) }
  }
}
