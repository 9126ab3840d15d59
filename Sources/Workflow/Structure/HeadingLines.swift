import Intake
import PlanFiles
import PlanModel

/// The headings of a source that is Markdown: every other format shows them by their looks alone.
struct HeadingLines {
  private let words: Set<String>

  /// Nil when the original is not Markdown, or is not there any more.
  init?(_ source: Source, _ tree: any PlanTree) {
    guard source.format == .markdown, let revision = source.revisions.first else { return nil }
    let name = revision.words?.file ?? revision.original
    guard let name, let bytes = try? tree.read("\(source.folder)/\(name)", limit: IntakeLimits.markdownBytes) else {
      return nil
    }
    var words: Set<String> = []
    var isCode = false
    var last = ""
    for line in String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      let text = line.foldingWhiteSpace()
      if text.hasPrefix("```") || text.hasPrefix("~~~") { isCode.toggle() }
      if isCode { continue }
      if text.hasPrefix("#") {
        words.insert(Self.trimmed(text, of: "#"))
      } else if text.hasPrefix("**"), text.hasSuffix("**") || text.hasSuffix("**:") {
        words.insert(text)
      } else if text.utf8.count > 2, text.allSatisfy({ $0 == "=" }) || text.allSatisfy({ $0 == "-" }) {
        words.insert(last)
      }
      last = text
    }
    self.words = words
  }

  func contains(_ text: String) -> Bool { words.contains(text) }

  private static func trimmed(_ text: String, of mark: Character) -> String {
    var rest = text[...]
    while rest.first == mark || rest.first == " " { rest = rest.dropFirst() }
    while rest.last == mark || rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
