package import PlanFiles
package import PlanModel

extension Workspace {
  /// The words that a citation addresses, one entry for each statement.
  package func words(at citation: Citation) throws(Failure) -> [CitedWords] {
    let source = try source(citation.source)
    guard let statements = source.statements(at: citation.lines) else {
      let hint = Failure.Hint.run("git handoff show \(source.id)")
      throw Failure(.unknownStatements(citation, count: source.statements.count), hints: [hint])
    }
    return zip(citation.lines, statements).map { line, statement in
      CitedWords(
        text: statement.text, speaker: statement.speaker,
        citation: Citation(source: source.id, lines: line...line))
    }
  }

  /// Reads a citation that a user typed; the source may be a prefix: `so-7h3#L12-L14`.
  package func citation(_ text: String) throws(Failure) -> Citation {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let lines = LineRange(parts[1]) else {
      throw Failure(
        .invalidValue(field: "citation", value: text, expected: "a source and its lines, such as so-7h3q2dkm#L12"))
    }
    return Citation(source: try id(String(parts[0]), of: Source.self), lines: lines.bounds)
  }
}
