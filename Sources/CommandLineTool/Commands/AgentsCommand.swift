import ArgumentParser
import Views
import Workflow

struct AgentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agents", abstract: "Tell coding agents of the plan, in the files that their hosts read.",
    discussion: """
      A marked section in AGENTS.md, and for each host what starts 'git-handoff mcp' and tells agents when to call it. What \
      others wrote in these files stays byte for byte; uninstall leaves no trace.

        git handoff agents install
        git handoff agents install --for codex,cursor,copilot
        git handoff agents status
        git handoff agents uninstall
      """,
    subcommands: [Install.self, Uninstall.self, Status.self], defaultSubcommand: Status.self)

  struct Hosts: ParsableArguments {
    @Option(
      name: .customLong("for"),
      help: ArgumentHelp("claude, codex, cursor, copilot, agents-md; several with commas.", valueName: "hosts"))
    var names: String?

    /// - Parameter fallback: which, when none are named.
    func chosen(or fallback: [AgentHost] = AgentHost.allCases) -> [AgentHost] {
      names.map { $0.split(separator: ",").compactMap { AgentHost(rawValue: String($0)) } } ?? fallback
    }

    func validate() throws {
      let known = AgentHost.allCases.map(\.rawValue)
      for name in names?.split(separator: ",").map(String.init) ?? [] where !known.contains(name) {
        throw ValidationError("'\(name)' is no host that is known: \(Phrase.list(known, "or", limit: 9))")
      }
    }
  }

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Write what the hosts read; AGENTS.md and Claude Code's unless --for names others.")

    @OptionGroup var hosts: Hosts
    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting { workspace throws(Failure) in
        let outcome = try workspace.installAgents(hosts.chosen(or: [.agentsMD, .claude]))
        output.show(AgentsView.text(outcome), AgentsView.json(outcome))
        return outcome.needsHands ? .findings : .done
      }
    }
  }

  struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "uninstall", abstract: "Take away what was written.")

    @OptionGroup var hosts: Hosts
    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting { workspace throws(Failure) in
        let outcome = try workspace.uninstallAgents(hosts.chosen())
        output.show(AgentsView.text(outcome, removing: true), AgentsView.json(outcome))
        return .done
      }
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say what is in step, and what somebody changed.")

    @OptionGroup var hosts: Hosts
    @OptionGroup var output: OutputOptions

    func run() throws {
      try reporting { workspace throws(Failure) in
        let outcome = try workspace.agentsStatus(hosts.chosen())
        output.show(AgentsView.text(outcome), AgentsView.json(outcome))
        return .done
      }
    }
  }
}
