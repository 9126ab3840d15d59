import Drafting
import PlanModel

/// What the columns of a survey ask for: under "What do you wish for?" stand wishes, however short.
struct AskedColumns {
  private let statements: StatementList

  init(_ statements: StatementList) { self.statements = statements }

  /// What the statement on a line answers; nil where it answers nothing that is known. A column's title stands before each
  /// of its cells, in the same row.
  func label(at line: Int) -> Label? {
    let answer = statements[line - 1]
    guard SurveyQuestion.isOne(answer.text) == nil, !SurveyQuestion.isNoAnswer(answer.text) else { return nil }
    var place = line - 2
    while place >= 0 {
      let statement = statements[place]
      guard statement.turn == answer.turn else { return nil }
      if let asked = SurveyQuestion.isOne(statement.text) { return asked.label }
      place -= 1
    }
    return nil
  }

  /// What statements do by their own words and by what was asked.
  func settled(_ told: [Label?], at lines: some Sequence<Int>) -> [Label?] {
    zip(lines, told).map { line, told in
      guard let asked = label(at: line) else { return told }
      return SurveyQuestion.label(ofAnswer: statements[line - 1].text, told: told, under: asked)
    }
  }
}
