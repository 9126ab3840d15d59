import Intake
import PlanFiles
import PlanModel

/// The headings and code blocks of a source that is Markdown: every other format shows them by their looks alone.
struct HeadingLines {
  /// The depth of each heading.
  private var levels: [String: Int] = [:]
  private var code: Set<String> = []

  /// Nil when the original is not Markdown, or is not there any more.
  init?(_ source: Source, _ tree: any PlanTree) {
    guard source.format == .markdown, let revision = source.revisions.first else { return nil }
    let name = revision.words?.file ?? revision.original
    guard let name, let bytes = try? tree.read("\(source.folder)/\(name)", limit: IntakeLimits.markdownBytes) else {
      return nil
    }
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  init(_ markdown: String) {
    var block: [String]?
    var last = ""
    for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = line.foldingWhiteSpace()
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        if let block { code.insert(block.joined(separator: " ")) }
        block = block == nil ? [] : nil
      } else if block != nil {
        if !text.isEmpty { block?.append(text) }
      } else if text.hasPrefix("#") {
        add(Self.trimmed(text, of: "#"), text.prefix { $0 == "#" }.count)
      } else if text.utf8.count > 2, text.allSatisfy({ $0 == "=" }) || text.allSatisfy({ $0 == "-" }) {
        add(last, text.hasPrefix("=") ? 1 : 2)
      }
      last = text
    }
  }

  private mutating func add(_ heading: String, _ level: Int) { levels[heading] = min(level, levels[heading] ?? level) }

  func contains(_ text: String) -> Bool { levels[text] != nil }
  func level(of text: String) -> Int? { levels[text] }
  func isCode(_ text: String) -> Bool { code.contains(text) }

  private static func trimmed(_ text: String, of mark: Character) -> String {
    var rest = text[...]
    while rest.first == mark || rest.first == " " { rest = rest.dropFirst() }
    while rest.last == mark || rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
