package import Workflow
import PlanModel
import Verification

/// Criteria that were accepted, rejected or waived.
package enum SignOffView {
  package static func text(_ outcome: SignOffOutcome) -> TerminalText {
    var text = TerminalText()
    for (signOff, criterion) in zip(outcome.signOffs, outcome.criteria) {
      let act = signOff.act.rawValue
      text.line(
        "\(act.prefix(1).uppercased() + act.dropFirst(), signOff.act == .rejected ? .bad : .good) \(outcome.story, .id)/\(criterion.id, .id) \(Phrase.quoted(criterion.title)) as \(signOff.role)"
      )
      text.line("  \(signOff.file)")
      for attachment in signOff.attachments { text.line("  \(attachment.path)") }
    }
    for criterion in outcome.left {
      let roles = Phrase.list(criterion.askedRoles)
      text.line(
        "\("Left out", .caution) \(outcome.story, .id)/\(criterion.id, .id) \(Phrase.quoted(criterion.title)): it asks for \(roles)"
      )
    }
    if !outcome.otherwiseAgreed.isEmpty {
      let criteria = Phrase.list(outcome.otherwiseAgreed.map(\.description))
      text.line(
        "\("Note", .caution) the main branch has other words for \(criteria), and a push of this branch is judged by those: bring the wording there first, or this does not count"
      )
    }
    text.line()
    text.line(
      "This counts for the wording of today. Commit it, so that others see it: git add .handoff\(outcome.hasAttachments ? "" : "/sign-offs") && git commit"
    )
    return text
  }

  package static func json(_ outcome: SignOffOutcome) -> JSONValue {
    .document(
      kind: "sign-off",
      [
        "story": .string(outcome.story.description),
        "sign_offs": JSONValue(outcome.signOffs) { signOff in
          [
            "criterion": .string(signOff.criterion.description), "act": .string(signOff.act.rawValue),
            "role": .string(signOff.role), "by": .string(signOff.by), "at": .string(signOff.at),
            "wording": .string(signOff.wording), "path": .string(signOff.file),
            "attachments": JSONValue(signOff.attachments) {
              ["path": .string($0.path), "sha256": .string($0.sha256)]
            },
          ]
        },
        "left": JSONValue(outcome.left) {
          [
            "criterion": .string($0.id.description), "roles": JSONValue($0.askedRoles) { .string($0) },
          ]
        },
        "other_words": JSONValue(outcome.otherwiseAgreed) { .string($0.description) },
      ])
  }
}

extension SignOffOutcome {
  fileprivate var hasAttachments: Bool { signOffs.contains { !$0.attachments.isEmpty } }
}
