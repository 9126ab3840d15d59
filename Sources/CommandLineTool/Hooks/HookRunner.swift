import ArgumentParser
import FileSystem
import PlanModel
import Views
import Workflow

/// What git's hooks call: `git-handoff hook <name> -- <git's arguments>`.
enum HookRunner {
  /// Runs a hook; nil when the arguments are not those of one.
  static func run(_ arguments: [String]) -> ExitStatus? {
    guard let name = arguments.first, let kind = HookKind(rawValue: name) else { return nil }
    var rest = Array(arguments.dropFirst())
    if rest.first == "--" { rest.removeFirst() }
    do {
      let workspace = try Workspace(Console.surroundings().withoutNetwork)
      workspace.noteRun(of: kind)
      return try run(kind, rest, workspace)
    } catch {
      Console.note(FailureWording(error).text)
      // What only helps must not stand in the way.
      return kind.decides ? .findings : .done
    }
  }

  private static func run(
    _ kind: HookKind, _ arguments: [String], _ workspace: Workspace
  ) throws(Failure) -> ExitStatus {
    switch kind {
    case .prepareCommitMessage: try prepareMessage(arguments, workspace)
    case .commitMessage: try judgeMessage(arguments, workspace)
    case .preCommit: try checkStaged(workspace)
    case .prePush: try judgePush(arguments, workspace)
    case .preReceive: try judgeReceived(workspace)
    case .update: try judgeUpdate(arguments, workspace)
    case .postReceive: try recordReceived(workspace)
    }
  }

  private static func prepareMessage(_ arguments: [String], _ workspace: Workspace) throws(Failure) -> ExitStatus {
    guard let path = arguments.first else { return .usage }
    let origin = arguments.count > 1 ? MessageOrigin(rawValue: arguments[1]) : nil
    guard let text = try workspace.preparedMessage(at: path, origin: origin) else { return .done }
    try workspace.writeMessage(text, at: path)
    return .done
  }

  private static func judgeMessage(_ arguments: [String], _ workspace: Workspace) throws(Failure) -> ExitStatus {
    guard let path = arguments.first else { return .usage }
    let verdict = try workspace.judgeMessage(at: path)
    if verdict.isGood { return .done }
    Console.note(MessageView.text(verdict))
    return .findings
  }

  private static func checkStaged(_ workspace: Workspace) throws(Failure) -> ExitStatus {
    let findings = try workspace.checkStagedPlan()
    if findings.isEmpty { return .done }
    guard findings.contains(where: { $0.severity == .error }) else {
      Console.note(CheckView.caution(of: findings))
      return .done
    }
    Console.note(CheckView.refusal(of: findings))
    return .findings
  }

  private static func judgePush(_ arguments: [String], _ workspace: Workspace) throws(Failure) -> ExitStatus {
    guard let remote = arguments.first else { return .usage }
    startClock()
    return show(try workspace.judgePush(to: remote, input: try standardInput()))
  }

  // MARK: On a server

  private static func judgeReceived(_ workspace: Workspace) throws(Failure) -> ExitStatus {
    startClock()
    return show(try workspace.judgeReceived(try standardInput()))
  }

  private static func judgeUpdate(_ arguments: [String], _ workspace: Workspace) throws(Failure) -> ExitStatus {
    guard arguments.count == 3 else { return .usage }
    startClock()
    return show(try workspace.judgeReceived(ref: arguments[0], old: arguments[1], new: arguments[2]))
  }

  private static func recordReceived(_ workspace: Workspace) throws(Failure) -> ExitStatus {
    startClock()
    let input = try standardInput()
    Console.note(PushView.text(recorded: try workspace.namedForServer().recordReceived(input)))
    return .done
  }

  // MARK: Pushes

  private static func show(_ outcome: PushOutcome) -> ExitStatus {
    Console.note(PushView.text(outcome))
    return outcome.isAllowed ? .done : .findings
  }

  private static func startClock() {
    TimeLimit.start(Console.environment["HANDOFF_TIME_LIMIT"].flatMap { UInt32($0) })
  }

  private static func standardInput() throws(Failure) -> String {
    do {
      return String(decoding: try FileSystem.readStandardInput(limit: 64 << 20), as: UTF8.self)
    } catch {
      throw Failure(.file(error))
    }
  }
}

/// Here for `--help`; git's calls are answered before the parser is asked.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "What the git hooks call.",
    discussion: "git-handoff hook <name> -- <arguments of the hook>, as githooks(5) describes them.")

  @Argument(help: "prepare-commit-msg, commit-msg, pre-commit, pre-push, pre-receive, update or post-receive.")
  var name: String

  @Argument(parsing: .captureForPassthrough, help: "What git gives to the hook.")
  var arguments: [String] = []

  func run() throws {
    throw ValidationError("there is no hook '\(name)': \(HookKind.allCases.map(\.rawValue).joined(separator: ", "))")
  }
}
