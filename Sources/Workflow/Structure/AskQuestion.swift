import FileSystem
import Git
import PlanFiles
package import PlanModel

/// What a user asks, as typed.
package struct AskOptions: Sendable {
  package var item: String
  package var text: String
  /// Whom it is put to: a role, a name or a mail address.
  package var addressee: String?
  package var isBlocking = false

  package init(item: String, text: String) {
    self.item = item
    self.text = text
  }
}

/// A question that was put.
package struct AskOutcome: Sendable {
  package var reference: QuestionReference
  package var title: String
  package var path: String
  package var question: Question
  /// The state of the story that has to wait now, when it is past draft.
  package var heldUp: StoryStatus?
}

extension Workspace {
  /// A question is a line that people read in a list, in characters.
  private static var longestQuestion: Int { 1000 }

  /// Adds a question to the `Open questions` of a story or intent.
  package func ask(_ options: AskOptions) throws(Failure) -> AskOutcome {
    let id = try questionedID(options.item)
    let words = options.text.foldingWhiteSpace()
    guard !words.isEmpty else {
      throw Failure(.invalidValue(field: "question", value: options.text, expected: "a few words that ask something"))
    }
    try Self.refuseHidden(words, in: "question")
    try Self.refuseHidden(options.addressee, in: "addressee")
    guard words.count <= Self.longestQuestion else {
      throw Failure(.tooLong(field: "question", count: words.count, limit: Self.longestQuestion))
    }
    let addressee = try options.addressee.map(Self.addressee)
    let document = try document(of: id)
    if let known = document.questions.first(where: { !$0.isAnswered && $0.asked == words }) {
      throw Failure(.askedBefore(QuestionReference(item: id, question: known.id)))
    }
    let (bytes, question) = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.asking(
        words, of: addressee, isBlocking: options.isBlocking, order: id.kind.sectionTitles,
        except: numbersOfHead(document.path))
    }
    var change = try change()
    change.put(bytes, at: document.path, expecting: .contents(document.text.bytes))
    try commit(change)
    let status = document.fields["status"]?.text.flatMap { StoryStatus(rawValue: $0) }
    return AskOutcome(
      reference: QuestionReference(item: id, question: question.id), title: document.fields["title"]?.text ?? "",
      path: document.path, question: question,
      heldUp: id.kind == .story && question.isBlocking && status?.acceptsWork == true ? status : nil)
  }

  /// The id of an item that can have questions.
  func questionedID(_ text: String) throws(Failure) -> ItemID {
    let id = try id(text)
    guard id.kind == .story || id.kind == .intent else {
      throw Failure(
        .invalidValue(field: "item", value: text, expected: "a story or an intent: only these have questions"))
    }
    return id
  }

  /// A word that can stand behind an `@`.
  private static func addressee(_ text: String) throws(Failure) -> String {
    let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
    let isWord =
      !name.isEmpty && !name.contains(where: \.isWhitespace) && name.last.map { !".,;:!?)".contains($0) } ?? false
    guard isWord, name.foldingWhiteSpace() == name else {
      throw Failure(.invalidValue(field: "addressee", value: text, expected: "one word: a role, a name or an address"))
    }
    return name
  }

  /// The numbers that the committed file mentions: one that was taken out since is not used again.
  private func numbersOfHead(_ path: String) -> Set<Int> {
    guard let commit = try? repository.head().commit, let entry = try? repository.entry(at: path, in: commit),
      let bytes = try? repository.blob(entry.id, limit: PlanDocument.byteLimit),
      let document = try? PlanDocument(bytes, path: path)
    else { return [] }
    return document.mentionedQuestions
  }
}

extension Question {
  /// What is asked, without whom.
  var asked: String {
    guard let asks, text.hasSuffix(" @\(asks)") else { return text }
    return String(text.dropLast(asks.count + 2))
  }
}
