import ArgumentParser
import Views
import Workflow

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a plan in this repository.",
    discussion: """
      Writes .handoff/handoff.yml and .handoff/README.md, and installs the hooks in front of those that are there. Has git \
      merge plan files by what they say, as git handoff merge --install does: in the configuration of this clone alone. \
      What exists is never overwritten, so it can be run again.

        git handoff init
        git handoff init --no-hooks
      """)

  @Flag(name: .customLong("hooks"), inversion: .prefixedNo, help: "Install the hooks.")
  var hooks = true

  @Flag(name: .customLong("merge"), inversion: .prefixedNo, help: "Have git merge plan files by what they say.")
  var merge = true

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.initialise(withHooks: hooks, withMerge: merge)
      output.show(InitView.text(outcome), InitView.json(outcome))
      guard let failure = outcome.hooksFailure else { return .done }
      throw failure
    }
  }
}
