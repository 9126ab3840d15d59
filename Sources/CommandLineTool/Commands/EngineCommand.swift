import ArgumentParser
import Views
import Workflow

struct EngineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine", abstract: "Try out a program that drafts plans and gives opinions.", subcommands: [Test.self]
  )

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test", abstract: "Send requests to a program, and say what is wrong with its replies.",
      discussion: """
        The requests are made up, as are the people in them; nothing is read from the plan, and nothing is written. The \
        command is run by the shell, as you.

          git handoff engine test -- ./draft.py --model small
          git handoff engine test --only judge -- ./judge.py
        """)

    @Argument(parsing: .postTerminator, help: "The program and its arguments.")
    var command: [String] = []

    @Option(help: "How many seconds each reply may take.")
    var timeout = 120

    @Option(help: "Send requests of one kind alone: plan or judge.")
    var only: EngineTask?

    @OptionGroup var output: OutputOptions

    func validate() throws {
      if command.isEmpty { throw ValidationError("Name the program: git handoff engine test -- <command>") }
      if !(1...3600).contains(timeout) { throw ValidationError("--timeout is a number from 1 to 3600.") }
    }

    func run() throws {
      try reporting { workspace throws(Failure) in
        var engine = CommandEngine(command.count == 1 ? command[0] : command.map(Self.quoted).joined(separator: " "))
        engine.seconds = timeout
        let outcome = try workspace.test(
          engine, on: only.map { [$0] } ?? EngineTask.allCases, planning: EngineRequestView.bytes,
          judging: OpinionRequestView.bytes)
        output.show(EngineTestView.text(outcome), EngineTestView.json(outcome))
        return outcome.passes ? .done : .findings
      }
    }

    private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
  }
}

extension EngineTask: ExpressibleByArgument {}
