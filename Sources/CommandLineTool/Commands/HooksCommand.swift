import ArgumentParser
import Views
import Workflow

struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Install, remove or inspect the git hooks.",
    discussion: """
      They add the story to a commit's message, and say what a commit or a push lacks. Without a subcommand, tells what \
      stands in the place of each.

        git handoff hooks install
        git handoff hooks status
        git handoff hooks uninstall
      """,
    subcommands: [Install.self, Uninstall.self, Status.self], defaultSubcommand: Status.self)

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install", abstract: "Install the hooks in front of those that are there.",
      discussion: """
        A hook that was there before is kept beside ours as <hook>.before-handoff, and runs first.

        With --server, in the repository that is pushed to: pre-receive, which refuses what the policy blocks, and \
        post-receive, which notes the verdicts. Set-ups for each forge: docs/guides/server.md
        """)

    @Flag(help: "The hooks of a server, in a repository that is pushed to.")
    var server = false

    @Option(help: "How the server keeps its hooks: plain, gitea or gitlab; else as the repository shows.")
    var layout: ServerLayout?

    @Flag(help: "With --server: judge each ref by itself (update), so that the good ones are taken.")
    var eachRef = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
      if !server, layout != nil || eachRef { throw ValidationError("--layout and --each-ref go with --server") }
    }

    func run() throws {
      var choice = HookChoice()
      choice.isForServer = server
      choice.layout = layout
      choice.judgesEachRef = eachRef
      try reporting { [choice] workspace throws(Failure) in
        let outcome = try workspace.installHooks(choice)
        output.show(HooksView.text(outcome), HooksView.json(outcome))
        return .done
      }
    }
  }

  struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "uninstall", abstract: "Remove the hooks, and put back what was there before.")

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
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say what stands in the place of each hook.")

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

extension ServerLayout: ExpressibleByArgument {}
