import ArgumentParser
import Views
import Workflow

struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Say which commands of criteria may be run here.",
    discussion: """
      A criterion can ask for a command: `run: make lint`. It is run by `git handoff verify --run`, in a clean checkout, \
      and only after you have seen it here and said yes. That is kept outside of the repository, for you, this machine and \
      this clone. Another wording of the command has to be trusted anew, and so have other contents of the files that it \
      names (`sh scripts/test.sh`, the makefile of `make`); what those call in turn is not looked at. Hooks never run a command.

        git handoff trust st-9c4t8wq2
        git handoff trust --list
        git handoff trust --revoke

      A CI job, which has nobody to ask, trusts in its own call: git -c handoff.run=always handoff verify --run
      """)

  @Argument(help: "A story's id, or the beginning of it; all stories without one.")
  var story: String?

  @Flag(help: "Only list the commands, and which are trusted.")
  var list = false

  @Flag(help: "Take trust back: from the commands of the story, or from all.")
  var revoke = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if list && revoke { throw ValidationError("--list and --revoke exclude each other") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var outcome = revoke ? try workspace.revokeTrust(of: story) : try workspace.trust(story)
      if !revoke, !list { outcome = try ask(outcome, workspace) }
      output.show(TrustView.text(outcome), TrustView.json(outcome))
      return .done
    }
  }

  /// Shows each command that is not trusted yet, and asks.
  private func ask(_ outcome: TrustOutcome, _ workspace: Workspace) throws(Failure) -> TrustOutcome {
    let open = outcome.commands.filter { !$0.isTrusted }
    if open.isEmpty { return outcome }
    guard Console.isInteractive else { throw Failure(.command(.trustNeedsTerminal)) }
    var accepted: [String] = []
    for one in open where !accepted.contains(one.command) {
      Console.note(TrustView.question(one))
      if Interview.ask("Trust this command (y/N)")?.lowercased() == "y" { accepted.append(one.command) }
    }
    let count = try workspace.trust(commands: accepted)
    var now = try workspace.trust(story)
    now.changed = count
    return now
  }
}
