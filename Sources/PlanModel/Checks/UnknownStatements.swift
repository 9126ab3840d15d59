/// Every statement that is cited exists, and so does every one in a source's own ledger.
enum UnknownStatements: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    inItems(index) + inLedgers(index)
  }

  private static func inItems(_ index: IndexedPlan) -> [Finding] {
    index.mentions.flatMap { file, mentions in
      mentions.compactMap { mention -> Finding? in
        guard case .statements(let citation) = mention.target, let source = index.sources[citation.source.any],
          source.statements(at: citation.lines) == nil
        else { return nil }
        let problem = SourceProblem.unknownStatement(citation, statements: source.statements.count)
        return Finding(.source(problem), path: file, line: mention.line, column: mention.column)
      }
    }
  }

  private static func inLedgers(_ index: IndexedPlan) -> [Finding] {
    index.plan.sources.flatMap { source in
      (source.chatter + source.setAside).filter { source.statements(at: $0.lines.bounds) == nil }.map { entry in
        let citation = Citation(source: source.id, lines: entry.lines.bounds)
        let problem = SourceProblem.unknownStatement(citation, statements: source.statements.count)
        return Finding(.source(problem), path: source.file)
      }
    }
  }
}
