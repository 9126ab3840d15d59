import ArgumentParser
import Views
import Workflow

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Say what statements do: report a problem, ask, decide.",
    discussion: """
      Reads lines of JSON, {"id","text"}, from the standard input; "speaker" and "thread" help where they are known, \
      and lines of one thread stand beside each other, in order. Answers a line for each: \
      {"id","label","scores":{label: probability}}. The label is problem, request, constraint, question, decision, \
      action, workaround, praise, context, chatter, or unsure.

        git handoff classify <statements.jsonl
      """)

  func run() throws {
    try answering { () throws(Failure) in
      ClassifyView.lines(ClassifyStatements.classify(try StatementLines.readStandardInput()))
    }
  }
}

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "Bring statements together that say the same.",
    discussion: """
      Reads lines of JSON, {"id","text"}, from the standard input. Answers a line for each, topic by topic: \
      {"id","topic"}, where a topic is named by its first statement. With --among it answers which of that file's lines \
      are nearest to each: {"id","matches":[{"id","score"}]}.

        git handoff topics <statements.jsonl
        git handoff topics --among known.jsonl <new.jsonl
      """)

  @Option(help: ArgumentHelp("Find the nearest of this file's lines in place of topics.", valueName: "file"))
  var among: String?

  @Option(help: "How many of them at most.")
  var limit = 5

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is 1 at least") }
  }

  func run() throws {
    try answering { () throws(Failure) in
      let statements = try StatementLines.readStandardInput()
      guard let among else {
        let outcome = FindTopics.topics(statements)
        Console.note(TopicsView.note(outcome))
        return TopicsView.lines(outcome)
      }
      return TopicsView.lines(
        FindTopics.nearest(to: statements, among: try StatementLines.read(file: among), limit: limit))
    }
  }
}

extension ParsableCommand {
  /// Prints what a command that needs no repository answers, or says why it could not.
  fileprivate func answering(_ body: () throws(Failure) -> String) throws {
    do {
      Console.print(try body())
    } catch {
      Console.note(FailureWording(error).text)
      throw ExitCode(ExitStatus.failed.rawValue)
    }
  }
}
