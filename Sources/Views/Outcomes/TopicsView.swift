package import Workflow

/// Which statements say the same, a line of JSON each.
package enum TopicsView {
  /// `{"id","topic"}`: the topic is named by the first of its statements.
  package static func lines(_ topics: [[StatementLine]]) -> String {
    topics.map { topic in
      topic.map { (["id": id($0), "topic": topic.first.map(id) ?? .null] as JSONValue).text + "\n" }.joined()
    }.joined()
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
