package import PlanModel
import Review
import Verification
package import Workflow

/// Who has to look at a plan change, and who did.
package enum ApprovalView {
  package static func text(_ outcome: ReviewOutcome) -> TerminalText {
    var text = TerminalText()
    for approval in outcome.approvals {
      let roles = Phrase.list(approval.required.rule.by, "or")
      if approval.isMissing {
        text.line("\("missing", .caution)  \(roles): \(ReviewWording.subject(approval))")
        for rejection in approval.rejections { text.line("         \(ReviewWording.words(rejection), .bad)") }
        let people = approval.people.isEmpty ? "nobody has this role" : Phrase.list(approval.people, "or")
        text.line("         \(people)")
      } else {
        text.line("\("seen", .good)     \(roles): \(ReviewWording.subject(approval))")
        text.line("         by \(Phrase.list(approval.by))")
      }
    }
    if outcome.approvals.isEmpty {
      text.line("Nobody has to look at \(outcome.range.name): no rule of 'review' in handoff.yml asks for it.")
    } else if outcome.approvals.contains(where: \.isMissing) {
      text.line()
      text.line("To say that one has looked: a commit, or the text of the pull request by --message-file, with")
      text.line("  \(Workspace.reviewKey): Name <address>")
      if outcome.approvals.contains(where: { $0.isMissing && !$0.rejections.isEmpty }) {
        text.line(
          "A rejection is outweighed by a later commit with that line, or by: git handoff accept <story>/<criterion>")
      }
    }
    return text
  }

  package static func json(_ outcome: ReviewOutcome) -> JSONValue {
    .document(
      kind: "requires",
      [
        "range": .string(outcome.range.name), "ok": .bool(!outcome.approvals.contains(where: \.isMissing)),
        "requires": JSONValue(outcome.approvals, json),
      ])
  }

  static func json(_ approval: Approval) -> JSONValue {
    [
      "item": .string(approval.required.item?.description ?? "handoff.yml"), "title": .string(approval.required.title),
      "roles": JSONValue(approval.required.rule.by) { .string($0) },
      "people": JSONValue(approval.people) { .string($0) },
      "weight": .string(approval.required.rule.weight.rawValue), "by": JSONValue(approval.by) { .string($0) },
      "missing": .bool(approval.isMissing),
      "rejections": JSONValue(approval.rejections) { rejection in
        [
          "criterion": .string(rejection.criterion.description), "by": .string(rejection.by),
          "reason": JSONValue(rejection.reason),
        ]
      },
      "changes": JSONValue(approval.required.changes) { change in
        ["kind": .string(change.kind.rawValue), "field": .string(change.field)]
      },
    ]
  }

  /// A file for GitHub, GitLab and others, which know paths and no kinds of change.
  package static func codeowners(_ policy: Policy) -> String {
    let roles = Roles(policy.roles)
    var lines = [
      "# Made by: git handoff review --codeowners",
      "# Paths only; which changes need whom: git handoff review --requires",
    ]
    for subject in ReviewRule.Subject.allCases {
      let rules = policy.review.filter { $0.items.isEmpty || $0.items.contains(subject) }
      let asked = Set(rules.flatMap(\.by)).sorted()
      let owners = Set(asked.flatMap(roles.members).filter(isOwner)).sorted()
      for role in asked where !roles.members(of: role).contains(where: isOwner) {
        lines.append("# \(Sanitiser.line(role)): no mail address in this role")
      }
      // The last line that matches decides, so that all stand on one. Without owners, it would free the path.
      if !owners.isEmpty { lines.append(path(subject) + " " + owners.joined(separator: " ")) }
    }
    if policy.review.isEmpty { lines.append("# handoff.yml has no 'review' rules") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func path(_ subject: ReviewRule.Subject) -> String {
    switch subject {
    case .settings: "/.handoff/handoff.yml"
    case .source: "/.handoff/sources/"
    case .intent: "/.handoff/intents/"
    case .epic: "/.handoff/epics/"
    case .story: "/.handoff/stories/"
    case .decision: "/.handoff/decisions/"
    }
  }

  /// Whether an address is one word that a line of owners can hold.
  private static func isOwner(_ address: String) -> Bool {
    address.utf8.contains(UInt8(ascii: "@")) && address.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x23 }
  }
}
