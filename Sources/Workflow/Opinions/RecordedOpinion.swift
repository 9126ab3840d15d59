package import Git
package import PlanModel
import PlanFiles
import Verification

/// An opinion that a note keeps: `<story>/AC2 <tree> <question> <engine> holds <because> TAB <file> TAB <line> …`.
///
/// Question and engine are the beginnings of SHA-256: of the words that were asked about, and of the engine's command. What it
/// quotes is held against the diff again before it is shown, as anybody can write a note.
package struct RecordedOpinion: Hashable, Sendable {
  package var criterion: CriterionReference
  package var tree: ObjectID
  package var question: String
  package var engine: String
  var view: Opinion.View
  var because: String
  var quotes: [[String]]

  /// Nil where what it quotes cannot stand on a line of a note.
  init?(
    _ opinion: Opinion, on question: OpinionQuestion, of story: ID<Story>, tree: ObjectID, engine: CommandEngine
  ) {
    criterion = CriterionReference(story: story, criterion: question.criterion)
    self.tree = tree
    self.question = Self.digest(of: question)
    self.engine = String(Fingerprint.sha256(Array(engine.command.utf8)).prefix(16))
    view = opinion.view
    because = opinion.because
    quotes = opinion.quotes.map { [$0.path, $0.line.text.foldingWhiteSpace()] }
    let isPlain = quotes.joined().joined().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    if !isPlain { return nil }
  }

  init?(line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let words = fields[0].split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 6, let criterion = CriterionReference(words[0]), let tree = ObjectID(words[1]),
      words[2].utf8.count == 16, words[3].utf8.count == 16, let view = Opinion.View(rawValue: words[4]),
      words[5].utf8.count <= OpinionReader.reasonLimit, !fields.count.isMultiple(of: 2),
      fields.count <= 2 * OpinionReader.mostQuotes + 1
    else { return nil }
    self.criterion = criterion
    self.tree = tree
    question = words[2]
    engine = words[3]
    self.view = view
    because = words[5]
    quotes = stride(from: 1, to: fields.count, by: 2).map { [fields[$0], fields[$0 + 1]] }
  }

  var line: String {
    let head = "\(criterion) \(tree) \(question) \(engine) \(view.rawValue) \(because)"
    return ([head] + quotes.joined()).joined(separator: "\t")
  }

  /// What it is about and whose it is: a later one takes its place.
  var subject: String { "\(tree) \(criterion) \(question) \(engine)" }

  /// As it was given.
  func draft(of question: OpinionQuestion) -> OpinionDraft {
    OpinionDraft(
      ref: ReplyWords(text: question.ref, path: "/"), view: view, because: ReplyWords(text: because, path: "/"),
      quotes: quotes.map { OpinionDraft.Quote(file: $0[0], text: $0[1], path: "/") })
  }

  /// Of all that the question is about: an opinion on other words is no opinion on these.
  static func digest(of question: OpinionQuestion) -> String {
    let words = [question.title, question.text, question.question].map { $0.foldingWhiteSpace() }
    return String(Fingerprint.sha256(Array(words.joined(separator: "\n").utf8)).prefix(16))
  }
}
