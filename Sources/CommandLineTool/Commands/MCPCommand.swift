import ArgumentParser
import MCPServer

struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp", abstract: "Serve coding agents over the Model Context Protocol, on the standard streams.",
    discussion: """
      Started by an agent's host, not by people: it reads messages, a line each, until its input ends. It looks for the \
      repository anew on each call: in --root, else HANDOFF_ROOT, CLAUDE_PROJECT_DIR, or the folder it was started in.

        git handoff agents install                     writes this into the hosts' settings
        claude mcp add handoff -- git-handoff mcp      by hand
      """)

  @Option(help: ArgumentHelp("The repository's folder.", valueName: "folder"))
  var root: String?

  @Flag(name: .customLong("read-only"), help: "Leave out all tools that write.")
  var readOnly = false

  func run() {
    var options = Server.Options()
    options.root = root
    options.isReadOnly = readOnly
    options.version = Program.version
    Server(options, Console.surroundings(), StandardConnection()).run()
  }
}
