import PlanModel
package import Workflow

/// A question that an agent put, and what it is to do now.
package enum AskingView {
  package static func text(_ outcome: AskOutcome) -> String {
    let reference = outcome.reference
    var head =
      "Asked \(reference). A person answers it in the file, or by: git handoff answer \(reference) \"<answer>\"\n"
    if let status = outcome.heldUp {
      head +=
        "The story is \(status.rawValue), which check refuses now. First: git handoff set \(reference.item) status draft. "
        + "No commit names it until it is answered and \(status.rawValue) again.\n"
    }
    head +=
      outcome.question.isBlocking
      ? "It blocks: stop here, commit the file, and tell the person. story_context shows the answer once it is there.\n"
      : "It does not block: go on with what does not depend on it. Commit the file.\n"
    let place = "\(outcome.path):\(outcome.question.line)"
    return head
      + Material.fenced("\(Sanitiser.line(place))\n\(Sanitiser.line(outcome.question.text))", from: "\(reference)")
  }
}
