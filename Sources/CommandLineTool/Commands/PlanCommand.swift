import ArgumentParser
import Views
import Workflow

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Draft intents and stories from what sources say.",
    discussion: """
      Brings statements together that are about the same, and drafts an intent for each topic and stories for what is \
      asked; a brief with headings is carried over as it stands. Everything in a draft is a statement word for word with \
      where it was said; what nobody said is an open question. What looks like an intent that there is already is added \
      to that one.

      Shows the draft. With --apply, writes it: new files with 'status: draft', and quotations at the end of intents that \
      there are; no line that somebody wrote is changed.

        git handoff plan so-7h3q2dkm
        git handoff plan --apply so-7h3q2dkm
      """)

  @Argument(help: ArgumentHelp("The sources' ids, or the beginnings of them.", valueName: "source"))
  var sources: [String]

  @Flag(help: "Write the draft.")
  var apply = false

  @Option(help: "Who drafts: builtin, or command, the program that your git configuration names.")
  var engine: Engine = .builtin

  @OptionGroup var output: OutputOptions

  enum Engine: String, CaseIterable, ExpressibleByArgument { case builtin, command }

  func run() throws {
    try reporting { workspace throws(Failure) in
      if engine == .command {
        let outcome = try workspace.plan(
          sources, by: workspace.configuredEngine(), apply: apply, wording: EngineRequestView.bytes)
        output.show(ProposalView.text(outcome), ProposalView.json(outcome), paged: !apply)
        return .done
      }
      let outcome = try workspace.plan(sources, apply: apply)
      output.show(PlanView.text(outcome, sources: sources), PlanView.json(outcome), paged: !apply)
      return .done
    }
  }
}
