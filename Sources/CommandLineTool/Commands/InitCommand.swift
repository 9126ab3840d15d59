import ArgumentParser
import Views
import Workflow

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin a plan in this repository.",
    discussion: """
      Writes .handoff/handoff.yml and .handoff/README.md, and installs the hooks in front of those that are there. \
      What exists is never overwritten, so it can be run again.
      """)

  @Flag(name: .customLong("hooks"), inversion: .prefixedNo, help: "Install the hooks.")
  var hooks = true

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.initialise(withHooks: hooks)
      output.show(InitView.text(outcome), InitView.json(outcome))
      guard let failure = outcome.hooksFailure else { return .done }
      throw failure
    }
  }
}
