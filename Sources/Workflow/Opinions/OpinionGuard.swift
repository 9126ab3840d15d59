import PlanModel
import Verification

/// Holds opinions against the diff that they are about: what they quote are lines of it, and what is shown are its lines.
struct OpinionGuard {
  private let questions: [String: OpinionQuestion]
  private let order: [String]
  /// The lines of each file, added ones first, with white space folded.
  private let lines: [String: [(folded: [UInt8], line: StoryDiff.Line)]]

  private(set) var problems: [ReplyProblem] = []

  init(_ questions: [OpinionQuestion], _ diff: StoryDiff) {
    self.questions = Dictionary(questions.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
    order = questions.map(\.ref)
    lines = Dictionary(
      diff.files.map { file in
        let added = file.lines.filter { $0.side == .added } + file.lines.filter { $0.side == .removed }
        return (file.path, added.map { (Array($0.text.foldingWhiteSpace().utf8), $0) })
      }, uniquingKeysWith: +)
  }

  /// One opinion a question, in the order of the questions; with problems, what is returned is of no use.
  mutating func check(_ drafts: [OpinionDraft], mayLeaveOut: Bool = false) -> [(OpinionQuestion, Opinion)] {
    var opinions: [String: Opinion] = [:]
    for draft in drafts {
      guard let question = questions[draft.ref.text] else {
        report(.notAsked(draft.ref.text), draft.ref.path)
        continue
      }
      let kept = opinion(draft, on: question)
      if opinions.updateValue(kept, forKey: question.ref) != nil {
        report(.duplicate(of: question.ref), draft.ref.path)
      }
    }
    let left = order.filter { opinions[$0] == nil }
    if !mayLeaveOut, !left.isEmpty, problems.isEmpty { report(.unanswered(left), "/opinions") }
    return order.compactMap { ref in
      guard let question = questions[ref], let opinion = opinions[ref] else { return nil }
      return (question, opinion)
    }
  }

  private mutating func opinion(_ draft: OpinionDraft, on question: OpinionQuestion) -> Opinion {
    for problem in FreeWords.problems(of: draft.because.text, wasSaid: stands) { report(problem, draft.because.path) }
    // Whoever says yes or no shows by what.
    if draft.view != .unclear, draft.quotes.isEmpty { report(.noQuote, draft.ref.path) }
    let quotes = draft.quotes.compactMap { quote($0) }
    return Opinion(
      question: question.question, view: draft.view, because: draft.because.text.foldingWhiteSpace(), quotes: quotes)
  }

  private mutating func quote(_ draft: OpinionDraft.Quote) -> Opinion.Quote? {
    let words = Array(draft.text.foldingWhiteSpace().utf8)
    let found = (lines[draft.file] ?? []).first { !words.isEmpty && $0.folded[...].firstPlace(of: words) != nil }
    guard let found else {
      report(.notInDiff(draft.file), draft.path)
      return nil
    }
    // A bracket or a word stands in many places: it shows nothing about this one.
    let isWhole = found.folded == words && draft.text.unicodeScalars.count { $0.properties.isAlphabetic } > 1
    guard isWhole || words.split(separator: UInt8(ascii: " ")).count >= 3 else {
      report(.tooShort, draft.path)
      return nil
    }
    return Opinion.Quote(path: draft.file, line: found.line)
  }

  private func stands(_ words: String) -> Bool {
    let words = Array(words.foldingWhiteSpace().utf8)
    return lines.values.contains { file in file.contains { $0.folded[...].firstPlace(of: words) != nil } }
      || questions.values.contains { question in
        [question.question, question.title, question.text].contains {
          Array($0.foldingWhiteSpace().utf8)[...].firstPlace(of: words) != nil
        }
      }
  }

  private mutating func report(_ kind: ReplyProblem.Kind, _ path: String) {
    if problems.count < 100 { problems.append(ReplyProblem(kind, at: path)) }
  }
}
