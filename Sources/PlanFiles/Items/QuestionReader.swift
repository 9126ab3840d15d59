import Markdown
import PlanModel

/// Reads `- [ ] Q1: Do weekly digests count as notifications? @product` under "Open questions".
enum QuestionReader {
  static let section = "Open questions"

  static func questions(in body: Body) -> [Question] {
    let blocks = body.sections(titled: section).flatMap(\.blocks)
    let items = blocks.filter { $0.kind == .list }.flatMap(\.children)
    return items.compactMap { question($0, text: body.text) }
  }

  private static func question(_ item: MarkdownBlock, text: LinedText) -> Question? {
    var rest = text.string(ofLines: item.lines).foldingWhiteSpace()[...]
    guard let marker = rest.first, "-*+".contains(marker) else { return nil }
    rest = rest.dropFirst().withoutLeadingSpaces()
    guard let isAnswered = takeCheckbox(&rest) else { return nil }
    guard let colon = rest.firstIndex(of: ":"), let id = QuestionID(rest[..<colon]) else { return nil }
    let words = rest[rest.index(after: colon)...].withoutLeadingSpaces()
    let asks = words.split(separator: " ").last { $0.hasPrefix("@") && $0.count > 1 }
    return Question(
      id: id, text: String(words), isAnswered: isAnswered, asks: asks.map { String($0.dropFirst()) },
      line: item.lines.lowerBound)
  }

  private static func takeCheckbox(_ text: inout Substring) -> Bool? {
    let isAnswered: Bool
    switch text.prefix(3) {
    case "[ ]": isAnswered = false
    case "[x]", "[X]": isAnswered = true
    default: return nil
    }
    text = text.dropFirst(3).withoutLeadingSpaces()
    return isAnswered
  }
}

extension Substring {
  /// By scalars: a space and an accent behind it are one character.
  fileprivate func withoutLeadingSpaces() -> Substring { Substring(unicodeScalars.drop { $0 == " " }) }
}
