import Patterns
import PlanModel

extension Pattern {
  /// Compiles what a condition looks for.
  convenience init(_ pattern: TextPattern) throws(PatternProblem) {
    switch pattern {
    case .text(let text): try self.init(text, as: .text)
    case .regex(let expression): try self.init(expression, as: .regex)
    }
  }
}
