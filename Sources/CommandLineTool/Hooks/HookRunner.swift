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
      return try run(kind, rest, Workspace(Console.surroundings()))
    } catch {
      Console.note(FailureWording(error).text)
      // What only helps must not stand in the way of a commit.
      return kind == .prepareCommitMessage ? .done : .findings
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
    let input: [UInt8]
    do {
      input = try FileSystem.readStandardInput(limit: 64 << 20)
    } catch {
      throw Failure(.file(error))
    }
    let outcome = try workspace.judgePush(to: remote, input: String(decoding: input, as: UTF8.self))
    Console.note(PushView.text(outcome))
    return outcome.isAllowed ? .done : .findings
  }
}

/// Here for `--help`; git's calls are answered before the parser is asked.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "What the git hooks call.",
    discussion: "git-handoff hook <name> -- <arguments of the hook>, as githooks(5) describes them.")

  @Argument(help: "prepare-commit-msg, commit-msg, pre-commit or pre-push.")
  var name: String

  @Argument(parsing: .captureForPassthrough, help: "What git gives to the hook.")
  var arguments: [String] = []

  func run() throws {
    throw ValidationError("there is no hook '\(name)': \(HookKind.allCases.map(\.rawValue).joined(separator: ", "))")
  }
}
