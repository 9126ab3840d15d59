import ArgumentParser
import Views

/// The program itself.
package enum Program {
  static let version = "0.1.0"

  /// Runs on the process's arguments, and ends the process.
  package static func run() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Trace.begin(arguments)
    // What git runs on everybody's way is told from the first word; the parser's tables cost more than the hook.
    if arguments.first == "hook", let status = HookRunner.run(Array(arguments.dropFirst())) { status.end() }
    if arguments == ["--version"] {
      Console.print("git-handoff version \(version)\n")
      ExitStatus.done.end()
    }
    if !["serve", "mcp"].contains(arguments.first) { Memory.keepUntilTheEnd() }
    if let unknown = UnknownCommand(in: arguments) {
      Console.note(UnknownCommandView.text(unknown.word, below: unknown.parent, among: unknown.known))
      ExitStatus.usage.end()
    }
    parse(arguments)
    ExitStatus.done.end()
  }

  /// As `GitHandoff.main` does it, but the last word is this program's.
  private static func parse(_ arguments: [String]) {
    do {
      var command = try GitHandoff.parseAsRoot(arguments)
      try command.run()
    } catch {
      let status = GitHandoff.exitCode(for: error)
      Trace.end(status: status.rawValue)
      let message = GitHandoff.fullMessage(for: error)
      guard status.rawValue == ExitStatus.usage.rawValue, message.hasPrefix("Error: ") else {
        GitHandoff.exit(withError: error)
      }
      // As git and the rest of this program write it.
      var lines = message.dropFirst("Error: ".count).split(separator: "\n", omittingEmptySubsequences: false)
      var text = TerminalText()
      text.line("\("error:", .bad) \(String(lines.removeFirst()))")
      for line in lines { text.line("\(String(line))") }
      Console.note(text)
      ExitStatus.usage.end()
    }
  }
}
