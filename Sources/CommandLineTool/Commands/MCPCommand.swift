import ArgumentParser
import Loopback
import MCPServer
import Views
import Workflow

struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp", abstract: "Serve coding agents over the Model Context Protocol.",
    discussion: """
      Started by an agent's host, not by people: it reads messages, a line each, until its input ends. It looks for the \
      repository anew on each call: in --root, else HANDOFF_ROOT, CLAUDE_PROJECT_DIR, or the folder it was started in.

        git handoff agents install                   writes the hosts' settings
        claude mcp add handoff -- git-handoff mcp    by hand

      With --http it serves hosts that cannot start a program, on this machine alone and until Ctrl-C. Prints its address \
      and the header that every request has to have: HANDOFF_MCP_TOKEN, or a token of its own for this run.

        git handoff mcp --http 7411
      """)

  @Option(help: ArgumentHelp("The repository's folder.", valueName: "folder"))
  var root: String?

  @Flag(name: .customLong("read-only"), help: "Leave out all tools that write.")
  var readOnly = false

  @Option(
    help: ArgumentHelp(
      "Answer HTTP on this machine: a port, 0 for one that is free, or 127.0.0.1:<port>.", valueName: "address"))
  var http: HTTPAddress?

  func run() throws {
    var options = Server.Options()
    options.root = root
    options.isReadOnly = readOnly
    options.version = Program.version
    guard let http else { return Server(options, Console.surroundings(), StandardConnection()).run() }
    try serve(options, at: http)
  }

  private func serve(_ options: Server.Options, at http: HTTPAddress) throws {
    let surroundings = Console.surroundings()
    let given = surroundings.environment["HANDOFF_MCP_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
    if let given, given.utf8.count < 16 || !given.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      throw ValidationError("HANDOFF_MCP_TOKEN has 16 characters at least, without blanks.")
    }
    let token = given ?? LocalAddress.word(surroundings.randomness)
    do throws(Listener.Deafness) {
      try Listener.run(port: http.port, largestBody: Server.longestLine) { port in
        let address = LocalAddress(port: port)
        Console.print("\(address.url.dropLast())\(HTTPServer.path)\n")
        Console.print("Authorization: Bearer \(given == nil ? token : "$HANDOFF_MCP_TOKEN")\n")
        Console.note(AgentsView.serving)
        let server = HTTPServer(options, surroundings, at: address, token: token)
        return { await server.answer($0) }
      }
    } catch {
      let failure = Failure(.place(.cannotListen(port: Int(http.port), reason: error.reason)))
      Console.note(FailureWording(failure).text)
      throw ExitCode(ExitStatus.failed.rawValue)
    }
  }
}
