import ArgumentParser
import Views
import Workflow

struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Install, remove or inspect the git hooks.",
    subcommands: [Install.self, Uninstall.self, Status.self], defaultSubcommand: Status.self)

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Install the hooks in front of those that are there.",
      discussion: "A hook that was there before is kept beside ours as <hook>.before-handoff, and runs first.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting { workspace throws(Failure) in
        let outcome = try workspace.installHooks()
        output.show(HooksView.text(outcome), HooksView.json(outcome))
        return .done
      }
    }
  }

  struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove the hooks, and put back what was there before.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting { workspace throws(Failure) in
        let outcome = try workspace.uninstallHooks()
        output.show(HooksView.text(outcome), HooksView.json(outcome))
        return .done
      }
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what stands in the place of each hook.")

    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting { workspace throws(Failure) in
        let outcome = try workspace.hooksStatus()
        output.show(HooksView.text(outcome), HooksView.json(outcome))
        return .done
      }
    }
  }
}
