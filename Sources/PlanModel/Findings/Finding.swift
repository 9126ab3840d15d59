/// Something in the user's material that is wrong, and where.
package struct Finding: Error, Hashable, Sendable {
  package var problem: Problem
  /// Relative to the top of the work tree.
  package var path: String
  /// From 1.
  package var line: Int
  /// From 1, in bytes.
  package var column: Int
  package var severity: Severity

  package init(_ problem: Problem, path: String, line: Int = 1, column: Int = 1) {
    self.problem = problem
    self.path = path
    self.line = line
    self.column = column
    severity = problem.severity
  }

  package var rule: Rule { problem.rule }
}

/// What can be wrong with a plan, with the facts that a sentence about it needs. Views words them.
package enum Problem: Hashable, Sendable {
  case file(FileProblem)
  case field(FieldProblem)
  case reference(ReferenceProblem)
  case source(SourceProblem)
  case story(StoryProblem)
  case condition(ConditionProblem)
  case privacy(PrivacyProblem)
  case quality(QualityProblem)

  package var rule: Rule {
    switch self {
    case .file(let problem): problem.rule
    case .field(let problem): problem.rule
    case .reference(let problem): problem.rule
    case .source(let problem): problem.rule
    case .story(let problem): problem.rule
    case .condition(let problem): problem.rule
    case .privacy(let problem): problem.rule
    case .quality(let problem): problem.rule
    }
  }

  /// The rule's severity; a draft may still be without what a story needs later, and a question need have no number.
  package var severity: Severity {
    switch self {
    case .story(.noCriteria(_, status: .draft)): .warning
    case .story(.unnumberedQuestion), .story(.shippedElsewhere): .advice
    default: rule.severity
    }
  }
}
