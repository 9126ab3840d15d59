import Testing
import Drafting
import PlanModel

/// Statements for tests, one a text; a new turn for each unless told otherwise.
enum Statements {
  static func source(
    _ texts: [String], title: String = "A talk", isTable: Bool = false, isTicket: Bool = false,
    oneTurn: Bool = false,
    id: String = "so-7h3q2dkm"
  ) throws -> DraftingSource {
    var classifier = Classifier()
    let found = classifier.classify(texts.map { Utterance($0, thread: isTable ? nil : id) })
    let source = try #require(ID<Source>(id))
    let said = texts.indices.map { index in
      Said(
        citation: Citation(source: source, lines: index + 1...index + 1), turn: oneTurn ? 1 : index + 1, speaker: "Ann",
        text: texts[index], classification: found[index])
    }
    return DraftingSource(title: title, shape: isTicket ? .ticket : isTable ? .table : .talk, statements: said)
  }
}
