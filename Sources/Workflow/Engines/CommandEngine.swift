import Git
import PlanFiles
package import PlanModel
import Processes

/// Why an engine gave no plan or opinion.
package enum EngineProblem: Hashable, Sendable {
  /// No `handoff.engine.command` in git's configuration.
  case notConfigured
  case notStarted(code: Int32)
  /// The shell found no such program, or may not run it.
  case notFound(complaint: String)
  case timedOut(seconds: Int)
  case tooMuchOutput(limit: Int)
  case failed(status: Int32, complaint: String)
  /// After so many replies.
  case refused(rounds: Int, [ReplyProblem])
}

/// What an engine is asked.
package struct EngineRequest: Sendable {
  package var sources: [Source]
  /// Intents that there are, to which stories may be added.
  package var intents: [Intent]
  /// Why the reply before was refused; none the first time.
  package var problems: [ReplyProblem] = []

  package init(sources: [Source], intents: [Intent]) {
    self.sources = sources
    self.intents = intents
  }
}

/// A program that drafts plans and gives opinions: a request on its standard input, a reply on its output.
package struct CommandEngine: Sendable {
  package var command: String
  package var seconds = 120
  /// How often it is asked: once, and with what was wrong.
  static let rounds = 3

  package init(_ command: String) { self.command = command }
}

extension Workspace {
  /// The engine that the user's git configuration names. Files of the repository are never asked.
  package func configuredEngine() throws(Failure) -> CommandEngine {
    let settings = try git { () throws(GitError) in try repository.configuration(matching: "^handoff\\.engine\\.") }
    guard let command = settings.last(where: { $0.key == "handoff.engine.command" })?.value, !command.isEmpty else {
      throw Failure(.engine(.notConfigured))
    }
    var engine = CommandEngine(command)
    if let text = settings.last(where: { $0.key == "handoff.engine.timeout" })?.value {
      guard let seconds = Int(text), (1...3600).contains(seconds) else {
        let expected = "a number of seconds from 1 to 3600"
        throw Failure(.invalidValue(field: "handoff.engine.timeout", value: text, expected: expected))
      }
      engine.seconds = seconds
    }
    return engine
  }

  /// Has an engine draft a plan of sources. What does not hold is sent back with the reasons, and refused in the end.
  ///
  /// - Parameter wording: the request as the engine is sent it.
  package func plan(
    _ sources: [String], by engine: CommandEngine, apply: Bool, wording: (EngineRequest) -> [UInt8]
  ) throws(Failure) -> ProposalOutcome {
    let chosen = try chosenSources(sources)
    var request = EngineRequest(sources: chosen, intents: try snapshot().plan.intents.filter { $0.status != .dropped })
    for _ in 0..<CommandEngine.rounds {
      let reply = try reply(of: engine, to: wording(request))
      let outcome = try take(ProposalReader.read(reply), from: chosen, apply: apply)
      if outcome.problems.isEmpty { return outcome }
      request.problems = outcome.problems
    }
    throw Failure(.engine(.refused(rounds: CommandEngine.rounds, request.problems)))
  }

  func reply(of engine: CommandEngine, to request: [UInt8]) throws(Failure) -> [UInt8] {
    let shell = ChildProcess.Command(
      executable: "/bin/sh", arguments: ["sh", "-c", engine.command], environment: surroundings.environment,
      leadsGroup: true)
    let outcome: ProgramOutcome
    do throws(ChildProcess.Failure) {
      let limits = ProgramLimits(output: ReplyReader.limit, seconds: engine.seconds)
      outcome = try ChildProcess.run(shell, input: request, limits: limits)
    } catch {
      switch error {
      case .timedOut: throw Failure(.engine(.timedOut(seconds: engine.seconds)))
      case .tooMuchOutput: throw Failure(.engine(.tooMuchOutput(limit: ReplyReader.limit)))
      case .interrupted: throw Failure(.engine(.notStarted(code: 0)))
      case .system(let code): throw Failure(.engine(.notStarted(code: code)))
      }
    }
    // What a shell says of a program that is not there, or that cannot be run (POSIX, 2.8.2).
    if outcome.status == 126 || outcome.status == 127 {
      throw Failure(.engine(.notFound(complaint: String(outcome.complaint.suffix(400)))))
    }
    guard outcome.status == 0 else {
      throw Failure(.engine(.failed(status: outcome.status, complaint: String(outcome.complaint.suffix(400)))))
    }
    return outcome.output
  }
}
