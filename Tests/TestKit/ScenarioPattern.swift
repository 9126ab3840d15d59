/// One expected line: its words, and the placeholders for what is another on every run.
///
/// `[..]` is anything within the line, `[ID]` the eight characters behind the kind of an id, `[HASH]` a git object
/// id, whole or short; `[STORY]` and the like are the id of an item, always the same one. All else is literal.
struct ScenarioPattern {
  /// A line that matches any number of lines.
  static let anyLines = "..."

  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether `line` matches as a whole; names that are met for the first time are then bound.
  func matches(_ line: String, _ names: inout ScenarioNames) -> Bool {
    if text == line { return true }
    guard text.contains("[") else { return false }
    let (pattern, groups) = expression(names)
    guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar),
      let match = line.wholeMatch(of: expression)
    else { return false }
    for (offset, name) in groups.enumerated() where offset + 1 < match.output.count {
      if let id = match.output[offset + 1].substring { names[name] = String(id) }
    }
    return true
  }

  /// The regular expression, and which names its groups bind.
  private func expression(_ names: ScenarioNames) -> (pattern: String, groups: [String]) {
    var pattern = ""
    var groups: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let word = String(rest[rest.index(after: open)..<close])
      guard let piece = Self.expression(of: word, names, &groups) else {
        pattern += Self.quoted(rest[...open])
        rest = rest[rest.index(after: open)...]
        continue
      }
      pattern += Self.quoted(rest[..<open]) + piece
      rest = rest[rest.index(after: close)...]
    }
    return (pattern + Self.quoted(rest), groups)
  }

  /// The regular expression for a word in brackets, or nil when the brackets mean themselves.
  private static func expression(of word: String, _ names: ScenarioNames, _ groups: inout [String]) -> String? {
    switch word {
    case "..": return ".*"
    case "ID": return ScenarioNames.characters
    case "HASH": return "[0-9a-f]{4,64}"
    default: break
    }
    if let value = names[word] { return quoted(value) }
    guard let prefix = ScenarioNames.prefix(ofName: word) else { return nil }
    if let earlier = groups.firstIndex(of: word) { return "\\\(earlier + 1)" }
    groups.append(word)
    return "(\(prefix)-\(ScenarioNames.characters))"
  }

  /// Every ASCII character but letters and digits is escaped, so that none has a meaning.
  private static func quoted(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { quoted, scalar in
      if scalar.isASCII, !scalar.properties.isAlphabetic, scalar.properties.numericType == nil { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
  }
}
