import Drafting
import PlanModel

/// What the columns of a survey ask for: under "What do you wish for?" stand wishes, however short.
struct AskedColumns {
  private var labels: [Int: Label] = [:]

  /// A column's title stands before each of its cells, in the same row.
  init(_ statements: StatementList) {
    var turn = 0
    var label: Label?
    for (index, statement) in statements.enumerated() {
      if statement.turn != turn {
        turn = statement.turn
        label = nil
      }
      if let asked = SurveyQuestion.isOne(statement.text) {
        label = asked.label
      } else if let label, !SurveyQuestion.isNoAnswer(statement.text) {
        labels[index + 1] = label
      }
    }
  }

  /// What the statement on a line answers.
  func label(at line: Int) -> Label? { labels[line] }
}
