import ArgumentParser
import Views
import Workflow

struct PrimeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prime", abstract: "What a coding agent has to know first, in at most 400 tokens.",
    discussion: """
      The story of the branch with its criteria, the questions that block it, and the command to go on with. For hooks of \
      hosts, as 'git handoff agents install' writes them, and with --json for programs that start agents. Says nothing \
      where there is no plan.

        git handoff prime
        git handoff prime --json
      """)

  @Flag(help: "Answer a Stop hook of Claude Code: what is not shown to be done yet, or nothing.")
  var stop = false

  @Flag(help: "Answer as one JSON document.")
  var json = false

  func validate() throws {
    if stop, json { throw ValidationError("--stop answers in a form of its own; leave --json away.") }
  }

  func run() throws {
    // A hook must never be in the way of a session.
    let workspace = try? Workspace(Console.surroundings())
    let outcome = (try? workspace?.prime(judging: stop)) ?? nil
    if json { return Console.print(PrimeView.json(outcome)) }
    guard let outcome else { return }
    if !stop { return Console.print(PrimeView.text(outcome)) }
    if let answer = PrimeView.stopHook(outcome) { Console.print(answer) }
  }
}
