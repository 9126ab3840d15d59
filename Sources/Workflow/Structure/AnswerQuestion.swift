import FileSystem
import PlanFiles
package import PlanModel

/// What a user answers, as typed.
package struct AnswerOptions: Sendable {
  /// `st-9c4t8wq2#Q1`, or the item alone where `question` says which.
  package var target: String
  package var question: String?
  package var text: String
  /// Whether the answer becomes a decision of its own.
  package var decides = false
  /// The title of that decision; else the answer.
  package var title: String?
  /// A decision that is there already and is the answer.
  package var decision: String?

  package init(target: String, text: String) {
    self.target = target
    self.text = text
  }
}

/// A question that was answered.
package struct AnswerOutcome: Sendable {
  package var reference: QuestionReference
  package var title: String
  package var path: String
  /// Where the story or intent stands.
  package var status: String?
  /// As it stands now, answer included.
  package var question: Question
  /// What was asked, and what the answer is.
  package var asked: String
  package var answer: String
  /// The decision that was made of the answer.
  package var decision: NewItemOutcome?
  /// What is still in the way of the story, or of the stories of the intent.
  package var blocking: [OpenQuestion]
}

extension Workspace {
  /// Ticks a question, and writes the answer behind its words.
  package func answer(_ options: AnswerOptions) throws(Failure) -> AnswerOutcome {
    let (item, questionID) = try questionReference(options.target, options.question)
    let reference = QuestionReference(item: item, question: questionID)
    try Self.refuseHidden(options.text, in: "answer")
    try Self.refuseHidden(options.title, in: "title")
    let document = try document(of: item)
    let question = try openQuestion(reference, in: document)
    let decision = options.decides ? try decision(for: options, of: question, reference, document) : nil
    let linked = try options.decision.map { text throws(Failure) in try standingDecision(text) }
    let answer = try Self.answer(options.text, decision?.id ?? linked?.any)
    let bytes = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.answering(questionID, with: answer)
    }
    let edited = EditedFile(path: document.path, old: document.text.bytes, new: bytes)
    var made: NewItemOutcome?
    if var decision {
      decision.others.append(edited)
      made = try add(decision)
    } else {
      var change = try change()
      change.put(edited.new, at: edited.path, expecting: .contents(edited.old))
      try commit(change)
    }
    let answered = try self.document(of: item).questions.first { $0.id == questionID }
    return AnswerOutcome(
      reference: reference, title: document.fields["title"]?.text ?? "", path: document.path,
      status: document.fields["status"]?.text, question: answered ?? question, asked: question.text,
      answer: answer.foldingWhiteSpace(), decision: made,
      blocking: try blockers(of: item))
  }

  /// The item and question that are meant: `st-9c4t8wq2#Q1`, `st-9c4t8wq2/Q1`, or each by itself.
  private func questionReference(_ target: String, _ question: String?) throws(Failure) -> (ItemID, QuestionID) {
    let parts = target.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "#" || $0 == "/" }.map(String.init)
    let id = try questionedID(parts.first ?? "")
    guard let name = parts.count > 1 ? parts[1] : question else {
      throw Failure(
        .invalidValue(field: "question", value: target, expected: "an item with a question, such as \(id)#Q1"))
    }
    guard let number = QuestionID(name.uppercased()) else {
      throw Failure(.invalidValue(field: "question", value: name, expected: "an id such as Q1"))
    }
    return (id, number)
  }

  private func openQuestion(_ reference: QuestionReference, in document: PlanDocument) throws(Failure) -> Question {
    let questions = document.questions
    guard let question = questions.first(where: { $0.id == reference.question }) else {
      throw Failure(.unknownQuestion(reference, known: questions.filter { !$0.isAnswered }.map(\.id)))
    }
    let all = questions.filter { $0.id == reference.question }
    if all.count > 1 {
      throw Failure(.doubled(reference.description, path: document.path, lines: all.map(\.line)))
    }
    guard !question.isAnswered else {
      throw Failure(
        .answeredBefore(reference, question.text), hints: [.open(path: document.path, line: question.line)])
    }
    return question
  }

  /// The words of an answer, and where it is laid down.
  private static func answer(_ text: String, _ decision: ItemID?) throws(Failure) -> String {
    let words = text.foldingWhiteSpace()
    guard let decision else {
      guard !words.isEmpty else {
        throw Failure(.invalidValue(field: "answer", value: text, expected: "a few words"))
      }
      return text
    }
    if words.isEmpty { return "See \(decision)." }
    if words.hasSuffix("."), !words.hasSuffix("..") { return "\(words.dropLast()), see \(decision)." }
    return ["!", "?", "…", "."].contains(words.last.map(String.init))
      ? "\(words) See \(decision)." : "\(words), see \(decision)."
  }

  private func decision(
    for options: AnswerOptions, of question: Question, _ reference: QuestionReference, _ document: PlanDocument
  ) throws(Failure) -> NewItem {
    var decision = DecisionOptions(title: options.title ?? options.text.foldingWhiteSpace())
    while options.title == nil, decision.title.hasSuffix(".") { decision.title.removeLast() }
    let title = document.fields["title"]?.text ?? ""
    decision.context = "\(question.id) of \(reference.item), '\(title.foldingWhiteSpace())', asks: \(question.asked)"
    decision.decision = options.text
    return try newDecision(decision)
  }
}
