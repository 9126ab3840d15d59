import PlanModel
package import Workflow

/// What an agent is told when a session begins, is made shorter, or stops; at most 400 tokens.
package enum PrimeView {
  package static func text(_ outcome: PrimeOutcome) -> String {
    guard let story = outcome.story else {
      guard let next = outcome.next else {
        return "This repository has a plan (git handoff); no story may begin now. What holds each: story_list, or "
          + "git handoff list\n"
      }
      return
        "This repository has a plan: \(Phrase.count(outcome.ready, "story", "stories")) may begin, the first is \(next). "
        + "Pick it up with story_context or: git handoff bundle \(next)\n"
    }
    var lines = ["You work on story \(story.id) (\(story.status.rawValue)), which this branch is named after."]
    if !outcome.blockers.isEmpty {
      let open = Phrase.list(outcome.blockers.map { "\($0.reference)" })
      lines.append("BLOCKED: stop until a person has answered \(open).")
    }
    if let verdicts = outcome.verdicts {
      let open = verdicts.filter { !$0.verdict.isSettled }.map { "\($0.criterion) \($0.verdict.rawValue)" }
      lines.append(
        open.isEmpty
          ? "Every criterion is settled." : "Not shown to be done: \(Phrase.list(open)). Evidence: story_verify.")
    }
    lines.append("All of it, within a budget: story_context, or git handoff bundle \(story.id)")
    return lines.joined(separator: "\n") + "\n" + Material.fenced(title(story), from: "the plan, title and criteria")
  }

  /// - Parameter outcome: nil where there is no plan.
  package static func json(_ outcome: PrimeOutcome?) -> JSONValue {
    .document(
      kind: "prime",
      [
        "plan": .bool(outcome != nil),
        "story": outcome?.story.map(json) ?? .null,
        "blocked_by": JSONValue(outcome?.blockers ?? []) { .string("\($0.reference)") },
        "ready": .int(outcome?.ready ?? 0), "next": JSONValue(outcome?.next?.description),
      ])
  }

  private static func json(_ story: Story) -> JSONValue {
    [
      "id": .string(story.id.description), "title": .string(story.title), "status": .string(story.status.rawValue),
      "criteria": JSONValue(story.criteria) { ["id": .string($0.id.description), "title": .string($0.title)] },
    ]
  }

  /// What a Stop hook of Claude Code answers, so that it reaches the model.
  package static func stopHook(_ outcome: PrimeOutcome) -> JSONValue? {
    guard let verdicts = outcome.verdicts, verdicts.contains(where: { !$0.verdict.isSettled }) else { return nil }
    // What people alone can do keeps no agent going.
    guard outcome.awaitedSignOffs.isEmpty else { return nil }
    return ["hookSpecificOutput": ["hookEventName": "Stop", "additionalContext": .string(text(outcome))]]
  }

  private static func title(_ story: Story) -> String {
    let criteria = story.criteria.prefix(6).map { "\($0.id): \(short($0.title))" }
    let rest = story.criteria.count > 6 ? ["and \(story.criteria.count - 6) more"] : []
    return ([short(story.title)] + criteria + rest).joined(separator: "\n")
  }

  /// So much that ten such lines keep within the bound in any script.
  private static func short(_ text: String) -> String {
    let line = Sanitiser.line(text)
    var shown = line
    while TokenEstimate.tokens(in: shown) > 28 { shown = String(shown.dropLast(max(1, shown.count / 8))) }
    return shown == line ? line : shown + "…"
  }
}
