import ArgumentParser
import PlanModel
import Views
import Workflow

/// What accept, reject and waive have in common.
struct SignOffArguments: ParsableArguments {
  @Argument(help: "A criterion, as st-9c4t8wq2/AC2, or a story for all of its criteria.")
  var criterion: String

  @Option(help: "The role in which you act, as handoff.yml lists it.")
  var role: String

  @OptionGroup var output: OutputOptions

  func record(
    _ act: SignOff.Act, reason: String?, expires: String? = nil, attachments: [String] = [], _ workspace: Workspace
  ) throws(Failure) -> ExitStatus {
    var options = SignOffOptions(act, target: criterion, role: role)
    options.reason = reason
    options.expires = expires
    options.attachments = attachments
    let outcome = try workspace.signOff(options)
    output.show(SignOffView.text(outcome), SignOffView.json(outcome))
    return .done
  }
}

private enum AttachmentHelp {
  static let text = ArgumentHelp(
    "A screenshot, recording or transcript to keep with it, in .handoff/attachments; may be repeated.",
    valueName: "file")
}

struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept a criterion as it is worded now.",
    discussion: """
      For somebody in a role that handoff.yml names. It holds for this wording: a criterion that is worded otherwise has to \
      be accepted anew. Commit the file that it writes.

        git handoff accept st-9c4t8wq2/AC2 --role support
        git handoff accept st-9c4t8wq2/AC2 --role support --attach screen.png
      """)

  @OptionGroup var arguments: SignOffArguments

  @Option(help: "What you looked at.")
  var reason: String?

  @Option(name: .customLong("attach"), help: AttachmentHelp.text)
  var attachments: [String] = []

  func run() throws {
    try reporting { workspace throws(Failure) in
      try arguments.record(.accepted, reason: reason, attachments: attachments, workspace)
    }
  }
}

struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject a criterion: what was built is not what was asked.",
    discussion: """
      The criterion is unmet until somebody in the role accepts it.

        git handoff reject st-9c4t8wq2/AC2 --role support \\
          --reason "The old mails still come"
      """)

  @OptionGroup var arguments: SignOffArguments

  @Option(help: "What is wrong.")
  var reason: String

  @Option(name: .customLong("attach"), help: AttachmentHelp.text)
  var attachments: [String] = []

  func run() throws {
    try reporting { workspace throws(Failure) in
      try arguments.record(.rejected, reason: reason, attachments: attachments, workspace)
    }
  }
}

struct WaiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: "Let a criterion go for a while, with a reason.",
    discussion: """
      A push is not held back for it before the day is over.

        git handoff waive st-9c4t8wq2/AC2 --role product \\
          --reason "Waits for the new mailer" --expires 2026-12-31
      """)

  @OptionGroup var arguments: SignOffArguments

  @Option(help: "Why it need not hold now.")
  var reason: String

  @Option(help: "The last day on which this counts (YYYY-MM-DD).")
  var expires: String

  func run() throws {
    try reporting { workspace throws(Failure) in
      try arguments.record(.waived, reason: reason, expires: expires, workspace)
    }
  }
}
