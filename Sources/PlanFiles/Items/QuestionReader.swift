import Markdown
import PlanModel

/// Reads `- [ ] Q1: Do weekly digests count as notifications? @product` under "Open questions"; `Q1 (blocking)` where
/// nothing may begin before the answer.
struct QuestionReader {
  static let section = "Open questions"
  static let blockingMark = "blocking"

  /// A question with the list item that it stands in.
  struct Entry {
    var question: Question
    var item: MarkdownBlock
  }

  private(set) var entries: [Entry] = []
  private(set) var findings: [Finding] = []
  private let document: PlanDocument

  init(_ document: PlanDocument) {
    self.document = document
    for block in document.body.sections(titled: Self.section).flatMap(\.blocks) where block.kind == .list {
      for item in block.children { read(item) }
    }
    let lines = Set(entries.flatMap(\.item.lines)).union(findings.map(\.line))
    findings += StrayQuestions(document, known: Set(entries.map(\.question.id)), lines: lines).findings
  }

  var questions: [Question] { entries.map(\.question) }

  private mutating func read(_ item: MarkdownBlock) {
    var rest = document.text.string(ofLines: item.lines).foldingWhiteSpace()[...]
    guard let marker = rest.first, "-*+".contains(marker) else { return }
    rest = rest.dropFirst().withoutLeadingSpaces()
    guard let isAnswered = Self.takeCheckbox(&rest) else {
      if let id = Self.id(beginning: rest) { report(.unreadQuestion(id), item) }
      return
    }
    guard let colon = rest.firstIndex(of: ":"), let (id, mark) = Self.head(rest[..<colon]) else {
      // An answer that nobody can ask for by its number is no harm.
      if isAnswered { return }
      let id = Self.id(beginning: rest)
      report(id.map(StoryProblem.unreadQuestion) ?? .unnumberedQuestion(String(rest.prefix(60))), item)
      return
    }
    let isBlocking = mark?.lowercased() == Self.blockingMark
    if let mark, !isBlocking { report(.unknownQuestionMark(id, mark: mark), item) }
    let words = rest[rest.index(after: colon)...].withoutLeadingSpaces()
    let question = Question(
      id: id, text: String(words), isAnswered: isAnswered, isBlocking: isBlocking, asks: Self.addressee(in: words),
      decisions: Self.decisions(in: String(words)), line: item.lines.lowerBound)
    entries.append(Entry(question: question, item: item))
  }

  private mutating func report(_ problem: StoryProblem, _ item: MarkdownBlock) {
    findings.append(Finding(.story(problem), path: document.path, line: item.lines.lowerBound))
  }

  /// The number that words begin with, whatever follows it.
  private static func id(beginning words: Substring) -> QuestionID? {
    QuestionID(words.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
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

  /// `Q1`, or `Q1 (blocking)`, and what the parentheses hold.
  private static func head(_ text: Substring) -> (QuestionID, mark: String?)? {
    let word = text.prefix { $0 != " " && $0 != "(" }
    guard let id = QuestionID(word) else { return nil }
    let behind = text[word.endIndex...].withoutLeadingSpaces().foldingWhiteSpace()
    if behind.isEmpty { return (id, nil) }
    guard behind.hasPrefix("("), behind.hasSuffix(")") else { return nil }
    return (id, behind.dropFirst().dropLast().foldingWhiteSpace())
  }

  /// The last word behind an `@`, without the marks of a sentence that ends there.
  private static func addressee(in words: Substring) -> String? {
    guard words.utf8.contains(UInt8(ascii: "@")) else { return nil }
    let word = words.split(separator: " ").last { $0.hasPrefix("@") && $0.count > 1 }
    guard var name = word?.dropFirst() else { return nil }
    while let last = name.last, ".,;:!?)".contains(last) { name = name.dropLast() }
    return name.isEmpty ? nil : String(name)
  }

  private static func decisions(in words: String) -> [ID<Decision>] {
    MentionScanner.mentions(inLine: words).compactMap { ID<Decision>($0.item) }
  }
}

extension Substring {
  /// By scalars: a space and an accent behind it are one character.
  fileprivate func withoutLeadingSpaces() -> Substring { Substring(unicodeScalars.drop { $0 == " " }) }
}
