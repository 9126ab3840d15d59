import Markdown
import PlanModel

/// Finds what was meant for a question and is none: `- [] Q1: …`, `1. [ ] Q1: …`, a question below a heading that is nearly
/// "Open questions". Left alone, a question that nothing may begin before would hold up nothing.
struct StrayQuestions {
  private(set) var findings: [Finding] = []
  private let document: PlanDocument
  private let known: Set<QuestionID>
  private let isRead: Set<Int>

  /// - Parameters:
  ///   - known: the questions that are read, which other lines may speak of.
  ///   - lines: those that were looked at as questions.
  init(_ document: PlanDocument, known: Set<QuestionID>, lines: Set<Int>) {
    (self.document, self.known, isRead) = (document, known, lines)
    look(into: document.body.preamble, isAboutQuestions: false)
    for section in document.body.sections {
      look(at: section.lines.lowerBound, isAboutQuestions: false)
      look(into: section.blocks, isAboutQuestions: section.title.lowercased().contains("question"))
    }
  }

  private mutating func look(into blocks: [MarkdownBlock], isAboutQuestions: Bool) {
    var isAboutQuestions = isAboutQuestions
    for block in blocks {
      switch block.kind {
      case .heading:
        let title = String(decoding: document.text.line(block.lines.lowerBound), as: UTF8.self).lowercased()
        isAboutQuestions = title.contains("question")
      // Four blanks before a mark of a list make it code.
      case .paragraph, .list, .code(_, isFenced: false):
        for line in block.lines { look(at: line, isAboutQuestions: isAboutQuestions) }
      default: continue
      }
    }
  }

  private mutating func look(at line: Int, isAboutQuestions: Bool) {
    guard !isRead.contains(line) else { return }
    let text = String(decoding: document.text.line(line), as: UTF8.self)
    var rest = text.drop { " \t#-+*_>".contains($0) }
    let digits = rest.prefix { $0.isNumber }
    if !digits.isEmpty, let mark = rest.dropFirst(digits.count).first, ".)".contains(mark) {
      rest = rest.dropFirst(digits.count + 1).drop { " \t*_".contains($0) }
    }
    var hasBox = false
    if rest.first == "[", let close = rest.prefix(5).firstIndex(of: "]"),
      rest[..<close].dropFirst().allSatisfy(" xX\t".contains)
    {
      hasBox = true
      rest = rest[rest.index(after: close)...].drop { " \t*_".contains($0) }
    }
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let id = QuestionID(word), !known.contains(id) else { return }
    let behind = rest.dropFirst(word.count).drop { " *_".contains($0) }
    // `Q3: launch` is a quarter of the year, unless something more tells.
    let isMarked = behind.lowercased().hasPrefix("(\(QuestionReader.blockingMark)")
    guard isMarked || (hasBox || isAboutQuestions) && behind.first == ":" else { return }
    findings.append(Finding(.story(.unreadQuestion(id)), path: document.path, line: line))
  }
}
