import FileSystem
import Git
import PlanModel
import Processes
import Verification

/// How much a command of a `run` condition may take.
package struct RunLimits: Sendable {
  package var seconds = 600
  /// Bytes of standard output.
  package var output = 16 << 20

  package init() {}
}

extension Workspace {
  /// Runs the trusted ones of `commands`, each in a clean checkout of its own; what is not trusted is not run.
  ///
  /// Only `verify --run` comes here: no hook runs a command, whatever is trusted.
  func run(
    _ commands: [String], at commit: ObjectID, _ limits: RunLimits, _ progress: (String) -> Void
  ) throws(Failure) -> CommandRuns {
    var outcome = CommandRuns(digest: TrustStore.digest)
    CleanCheckout.sweep(surroundings.environment)
    guard !commands.isEmpty else { return outcome }
    let isTrusted = try isTrusted(at: commit)
    let tree = try git { () throws(GitError) in try repository.commit(commit).tree }
    var seen: Set<String> = []
    for command in commands where seen.insert(command).inserted {
      let digest = TrustStore.digest(of: command)
      guard isTrusted(command) else {
        outcome.untrusted.insert(digest)
        continue
      }
      progress(command)
      let (ending, lastLine) = try run(command, at: commit, limits)
      outcome.runs.append(CommandRun(digest: digest, tree: tree, ending: ending, lastLine: lastLine))
    }
    return outcome
  }

  private func run(
    _ command: String, at commit: ObjectID, _ limits: RunLimits
  ) throws(Failure) -> (CommandRun.Ending, String?) {
    // What asks this program to end waits until the checkout is removed.
    let signals = HeldSignals()
    defer { signals.release() }
    let checkout = try CleanCheckout(of: commit, in: repository, environment: surroundings.environment)
    defer { checkout.remove() }
    let shell = ChildProcess.Command(
      executable: "/bin/sh",
      arguments: ["sh", "-c", "cd -- \"$1\" && exec /bin/sh -c \"$2\"", "sh", checkout.code, command],
      environment: environment(in: checkout.folder, commit), leadsGroup: true)
    do throws(ChildProcess.Failure) {
      let outcome = try ChildProcess.run(
        shell, input: [], limits: ProgramLimits(output: limits.output, seconds: limits.seconds))
      return (.exited(outcome.status), Self.lastLine(of: outcome))
    } catch {
      switch error {
      case .timedOut: return (.tookTooLong, nil)
      case .tooMuchOutput: return (.printedTooMuch, nil)
      case .interrupted: throw Failure(.command(.interrupted(command: command)))
      case .system(let code): throw Failure(.command(.notStarted(command: command, code: code)))
      }
    }
  }

  /// Nothing of the caller's environment but what a program needs to run at all: no token, no agent, no configuration.
  private func environment(in folder: String, _ commit: ObjectID) -> [String: String] {
    let kept = ["LANG", "LC_ALL", "LC_CTYPE", "TERM", "TZ", "USER", "LOGNAME"]
    var environment = surroundings.environment.filter { kept.contains($0.key) }
    let path = (surroundings.environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    environment["PATH"] = path.joined(separator: ":")
    environment["HOME"] = folder + "/home"
    environment["TMPDIR"] = folder + "/tmp"
    environment["GIT_CEILING_DIRECTORIES"] = folder
    environment["HANDOFF_COMMIT"] = commit.hex
    return environment
  }

  /// Of what was printed, errors last.
  private static func lastLine(of outcome: ProgramOutcome) -> String? {
    let lines = [outcome.complaint, outcome.text].flatMap { text in
      text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map { [$0] } ?? []
    }
    return lines.first.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(200))) }
  }
}
