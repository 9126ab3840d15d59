import Drafting
import PlanModel
package import Workflow

/// What statements seem to do, a line of JSON each: `{"id","label","scores":{label: probability}}`.
package enum ClassifyView {
  package static func lines(_ statements: [ClassifiedStatement]) -> String {
    var text = ""
    for statement in statements {
      text += json(statement).text
      text += "\n"
    }
    return text
  }

  private static func json(_ one: ClassifiedStatement) -> JSONValue {
    let scores = zip(Label.allCases, one.classification.probabilities).map { label, probability in
      JSONValue.Member(key: label.rawValue, value: .rounded(probability))
    }
    return [
      "id": TopicsView.id(one.statement), "label": .string(one.classification.label?.rawValue ?? "unsure"),
      "scores": .object(scores),
    ]
  }
}

extension JSONValue {
  /// Four digits: what lies beyond them tells nothing.
  static func rounded(_ value: Float) -> JSONValue { .double(Double((value * 10_000).rounded()) / 10_000) }
}
