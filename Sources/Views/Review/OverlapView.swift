import Git
import PlanModel
import Review
package import Workflow

/// What is under way on other branches in the same places.
package enum OverlapView {
  package static func text(_ outcome: OverlapOutcome) -> TerminalText {
    var text = TerminalText()
    for branch in outcome.branches {
      let date = Timestamp(seconds: branch.tip.seconds).date
      text.line("\(branch.tip.short, .strong)  \(branch.tip.author), \(date)")
      for point in branch.points {
        text.line("  \(OverlapWording.words(point))")
        for field in point.fields {
          for line in OverlapWording.lines(field, isMutual: point.isMutual) { text.line("    \(line)") }
        }
      }
      for path in branch.forecast?.conflicts ?? [] {
        text.line("  \("a merge would leave a conflict:", .bad) \(path)")
      }
      for finding in branch.forecast?.findings ?? [] {
        let words = FindingWording(finding).message
        text.line("  \("a merge would break the plan:", .bad) \(finding.path):\(finding.line): \(words)")
      }
      text.line()
    }
    text.line("\(summary(outcome))")
    return text
  }

  private static func summary(_ outcome: OverlapOutcome) -> String {
    let subject = outcome.story.map { "\($0)" } ?? outcome.branch.map { "branch \($0)" } ?? "what is checked out"
    let looked = Phrase.count(outcome.looked, "other branch", "other branches")
    let bound = outcome.isBounded ? " There is more than was looked at: the newest come first." : ""
    if outcome.isOnMain { return "You are on the main branch: name a story, git handoff overlaps <story>" }
    if outcome.looked == 0 { return "No other branch has anything that the main branch has not." + bound }
    if outcome.branches.isEmpty { return "Nothing meets \(subject), of \(looked)." + bound }
    return "\(outcome.branches.count) of \(looked) \(outcome.branches.count == 1 ? "meets" : "meet") \(subject)."
      + bound
  }

  package static func json(_ outcome: OverlapOutcome) -> JSONValue {
    .document(
      kind: "overlaps",
      [
        "branch": JSONValue(outcome.branch), "story": JSONValue(outcome.story), "looked": .int(outcome.looked),
        "bounded": .bool(outcome.isBounded), "ok": .bool(!outcome.hasConflict),
        "branches": JSONValue(outcome.branches, json),
      ])
  }

  static func json(_ branch: BranchOverlap) -> JSONValue {
    [
      "branch": .string(branch.tip.short), "tip": .string(branch.tip.id.hex), "author": .string(branch.tip.author),
      "date": .string(Timestamp(seconds: branch.tip.seconds).iso8601),
      "points": JSONValue(branch.points) { point in
        [
          "kind": .string(point.kind.rawValue), "item": .string(point.item?.description ?? "handoff.yml"),
          "title": .string(point.title), "path": .string(point.path), "mutual": .bool(point.isMutual),
          "fields": JSONValue(point.fields) { field in
            [
              "field": .string(field.field), "ours": JSONValue(field.ours), "theirs": JSONValue(field.theirs),
              "conflict": .bool(field.isConflict),
            ]
          },
        ]
      },
      "merge": branch.forecast.map { forecast in
        [
          "conflicts": JSONValue(forecast.conflicts) { .string($0) },
          "findings": JSONValue(forecast.findings) { finding in
            [
              "rule": .string(finding.rule.rawValue), "path": .string(finding.path), "line": .int(finding.line),
              "message": .string(FindingWording(finding).message),
            ]
          },
        ]
      } ?? .null,
    ]
  }
}
