import Drafting
package import Workflow

/// Which statements say the same, a line of JSON each.
package enum TopicsView {
  /// `{"id","topic"}`: the topic is named by the first of its statements.
  package static func lines(_ outcome: TopicsOutcome) -> String {
    outcome.topics.map { topic in
      topic.map { (["id": id($0), "topic": topic.first.map(id) ?? .null] as JSONValue).text + "\n" }.joined()
    }.joined()
  }

  /// What was done otherwise than with few statements; no lines when nothing was.
  package static func note(_ outcome: TopicsOutcome) -> TerminalText {
    var text = TerminalText()
    if let sampling = outcome.sampling { text.line("note: \(words(sampling, of: "statement"))") }
    return text
  }

  /// `of 97120 different statements, 3000 were compared with each other; …`
  static func words(_ sampling: Topics.Sampling, of noun: String) -> String {
    let others = "\(Phrase.count(sampling.attached, "other")) went to the nearest topic"
    let alone = sampling.alone == 0 ? "" : ", and \(sampling.alone) \(sampling.alone == 1 ? "is" : "are") near none"
    return "of \(sampling.different) different \(noun)s, \(sampling.compared) were compared with each other; "
      + "\(others)\(alone)"
  }

  /// `{"id","matches":[{"id","score"}]}`.
  package static func lines(
    _ nearest: [(statement: StatementLine, matches: [(statement: StatementLine, similarity: Float)])]
  ) -> String {
    nearest.map { one in
      let matches = JSONValue(one.matches) { ["id": id($0.statement), "score": .rounded($0.similarity)] }
      return (["id": id(one.statement), "matches": matches] as JSONValue).text + "\n"
    }.joined()
  }

  /// The id as it came: a number stays one.
  static func id(_ statement: StatementLine) -> JSONValue {
    guard statement.hasNumber, let number = Int(statement.id) else { return .string(statement.id) }
    return .int(number)
  }
}
