import ArgumentParser

/// The program itself.
package enum Program {
  static let version = "0.1.0"

  /// Runs on the process's arguments, and ends the process.
  package static func run() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // What git runs on everybody's way is told from the first word; the parser's tables cost more than the hook.
    if arguments.first == "hook", let status = HookRunner.run(Array(arguments.dropFirst())) { status.end() }
    if arguments == ["--version"] {
      Console.print("git-handoff version \(version)\n")
      ExitStatus.done.end()
    }
    GitHandoff.main(arguments)
    ExitStatus.done.end()
  }
}
