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

  /// A Markdown document: lines with `#` are headings of that depth.
  static func document(_ lines: [String], title: String? = nil) throws -> DraftingSource {
    let texts = lines.map { String($0.drop { $0 == "#" }.drop { $0 == " " }) }
    var source = try source(texts, title: title ?? texts[0], oneTurn: true)
    for (place, line) in lines.enumerated() {
      let level = line.prefix { $0 == "#" }.count
      source.statements[place].isHeading = level > 0
      source.statements[place].level = level > 0 ? level : nil
      source.statements[place].speaker = ""
    }
    return source
  }

  /// What several people say: "Ann: Hello", a turn a line.
  static func talk(_ lines: [String], title: String = "A call") throws -> DraftingSource {
    let parts = lines.map { $0.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } } }
    var source = try source(parts.map { String($0.last ?? "") }, title: title)
    for place in parts.indices { source.statements[place].speaker = String(parts[place].first ?? "") }
    return source
  }
}
