import Foundation
import PlanModel
import Synchronization
import TestKit
import Testing
import Verification
import Workflow

@Suite("Commands of criteria") struct RunTests {
  /// A branch whose one commit belongs to a story that asks for `command`.
  private func bench(_ command: String, files: [String: String] = [:]) throws -> Bench {
    let bench = try Bench(criteria: Bench.criterion("- run: \"\(command)\""))
    let work = files.merging(["src/mute.sh": "1"]) { $1 }
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: work)
    return bench
  }

  private func run(_ bench: Bench, record: Bool = false, _ change: (inout RunLimits) -> Void = { _ in }) throws
    -> Evidence
  {
    var options = VerifyOptions()
    var limits = RunLimits()
    change(&limits)
    options.run = limits
    options.record = record
    let report = try #require(try bench.workspace().verify(options).stories.first)
    return try #require(report.criteria.first?.evidence.first)
  }

  private func fact(_ evidence: Evidence) -> ConditionFact? {
    if case .condition(_, let fact) = evidence.fact { fact } else { nil }
  }

  @Test("nothing is run before somebody trusts it, nor without being asked to")
  func untrusted() throws {
    let mark = FileManager.default.temporaryDirectory.path + "/handoff-mark-\(UUID().uuidString)"
    let command = "touch '\(mark)'"
    let bench = try bench(command)
    #expect(fact(try run(bench)) == .notTrusted)
    #expect(try bench.workspace().trust(commands: [command]) == 1)
    #expect(try bench.verify().stories.map(\.verdict) == [.unproven])
    #expect(!FileManager.default.fileExists(atPath: mark))
    #expect(try run(bench).outcome == .holds)
    #expect(FileManager.default.fileExists(atPath: mark))
    try FileManager.default.removeItem(atPath: mark)
  }

  @Test("commands that are trusted at the same time are all kept")
  func trustedAtOnce() throws {
    let bench = try Bench(criteria: Bench.criterion("- run: \"true\""))
    /// Each is one thread's.
    struct Racing: @unchecked Sendable { let workspaces: [Workspace] }
    let racing = Racing(workspaces: try (0..<8).map { _ in try bench.workspace() })
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: racing.workspaces.count) { number in
      do {
        _ = try racing.workspaces[number].trust(commands: ["echo \(number)"])
      } catch {
        failures.withLock { $0 += 1 }
      }
    }
    #expect(failures.withLock { $0 } == 0)
    #expect(try Set(bench.workspace().trust().others) == Set((0..<8).map { "echo \($0)" }))
  }

  @Test("an edit of the command, another clone, and taking it back each end the trust")
  func revoked() throws {
    let bench = try bench("true")
    _ = try bench.workspace().trust(commands: ["true"])
    #expect(try run(bench).outcome == .holds)
    #expect(try bench.workspace().trust(Bench.story).commands.map(\.isTrusted) == [true])
    try bench.repository.write(
      Bench.storyFile, Bench.story(criteria: Bench.criterion("- run: \"true \"")))
    #expect(try bench.workspace().trust(Bench.story).commands.map(\.isTrusted) == [false])
    #expect(try bench.workspace().trust(Bench.story).others == ["true"])
    #expect(try bench.workspace().revokeTrust().changed == 1)
    #expect(fact(try run(bench)) == .notTrusted)
    _ = try bench.workspace().trust(commands: ["true"])
    try bench.repository.git("clone", "--quiet", ".", "../clone")
    try bench.repository.git(in: bench.repository.scratch + "/clone", ["switch", "--quiet", "--create", "again"])
    try bench.repository.git(
      in: bench.repository.scratch + "/clone", ["branch", "--quiet", "--force", "main", "HEAD~1"])
    bench.directory = bench.repository.scratch + "/clone"
    #expect(fact(try run(bench)) == .notTrusted)
  }

  @Test("what a command that was killed left beside the list of what is trusted is finished by the next")
  func interrupted() throws {
    let bench = try bench("true")
    _ = try bench.workspace().trust(commands: ["true"])
    let lists = bench.repository.scratch + "/home/.local/state/git-handoff/trust"
    let folder = try #require(try FileManager.default.contentsOfDirectory(atPath: lists).first)
    let journal = "\(lists)/\(folder)/journal"
    try Data("git-handoff journal 1\0\(lists)/\(folder)\0end\0".utf8).write(to: URL(fileURLWithPath: journal))
    #expect(try bench.workspace().trust(Bench.story).commands.map(\.isTrusted) == [true])
    #expect(!FileManager.default.fileExists(atPath: journal))
  }

  @Test("an edit of a script that the command names ends the trust, and its old text has it again")
  func scripts() throws {
    let command = "sh scripts/test.sh"
    let bench = try bench(command, files: ["scripts/test.sh": "true\n", "scripts/other.sh": "true\n"])
    _ = try bench.workspace().trust(commands: [command])
    #expect(try run(bench).outcome == .holds)
    // What is not committed is not run, and what is not named is not looked at.
    try bench.repository.write("scripts/test.sh", "false\n")
    #expect(try run(bench).outcome == .holds)
    try bench.repository.git("checkout", "--quiet", "scripts/test.sh")
    try bench.repository.commit("Else\n\nStory: \(Bench.story)", files: ["scripts/other.sh": "false\n"])
    #expect(try run(bench).outcome == .holds)
    try bench.repository.commit("Edit\n\nStory: \(Bench.story)", files: ["scripts/test.sh": "touch /tmp/evil\n"])
    #expect(fact(try run(bench)) == .notTrusted)
    let listed = try bench.workspace().trust(Bench.story)
    #expect(listed.commands.map(\.wasTrusted) == [true] && listed.commands.map(\.files) == [["scripts/test.sh"]])
    #expect(listed.others == [])
    try bench.repository.commit("Back\n\nStory: \(Bench.story)", files: ["scripts/test.sh": "true\n"])
    #expect(try run(bench).outcome == .holds)
    #expect(try bench.workspace().revokeTrust(of: Bench.story).changed == 1)
    #expect(fact(try run(bench)) == .notTrusted)
  }

  @Test("the repository's own configuration trusts nothing; the call's does")
  func configuration() throws {
    let bench = try bench("true")
    try bench.repository.git("config", "handoff.run", "always")
    #expect(fact(try run(bench)) == .notTrusted)
    // A value of several lines is one value, whatever its lines look like.
    try bench.repository.git("config", "handoff.run", "x\nglobal\talways")
    #expect(fact(try run(bench)) == .notTrusted)
    bench.repository.environment["GIT_CONFIG_COUNT"] = "1"
    bench.repository.environment["GIT_CONFIG_KEY_0"] = "handoff.run"
    bench.repository.environment["GIT_CONFIG_VALUE_0"] = "always"
    #expect(try run(bench).outcome == .holds)
  }

  @Test("trust is not kept where a pull could write it")
  func inWorkTree() throws {
    let bench = try bench("true")
    bench.repository.environment["XDG_STATE_HOME"] = bench.repository.path + "/state"
    let reason = try bench.failure { _ = try $0.trust(commands: ["true"]) }
    guard case .command(.trustInWorkTree) = reason else {
      Issue.record("\(reason)")
      return
    }
  }

  @Test("a command sees the commit's files, and nothing of the work tree, the repository or the caller")
  func clean() throws {
    let checks = [
      "test -f src/mute.sh", "test ! -e junk", "test ! -e .git", "! git rev-parse 2>/dev/null",
      "test -z \\\"$SECRET\\\"", "test -z \\\"$GIT_AUTHOR_NAME\\\"", "test -z \\\"$(ls -A $HOME)\\\"",
      "test \\\"$(cat src/mute.sh)\\\" = 1", "! read line",
    ]
    let command = checks.joined(separator: " && ")
    let bench = try bench(command)
    bench.repository.environment["SECRET"] = "token"
    try bench.repository.write("junk", "untracked")
    try bench.repository.write("src/mute.sh", "changed and not committed")
    _ = try bench.workspace().trust(commands: [command.replacingOccurrences(of: "\\\"", with: "\"")])
    let evidence = try run(bench)
    #expect(evidence.outcome == .holds, "\(evidence)")
  }

  @Test("a command that fails says how, by its last line")
  func failing() throws {
    let bench = try bench("echo out; echo no such page >&2; exit 3")
    _ = try bench.workspace().trust(commands: ["echo out; echo no such page >&2; exit 3"])
    #expect(fact(try run(bench)) == .ran(status: 3, lastLine: "no such page"))
  }

  @Test("a command that takes too long or prints too much is ended, with all that it started")
  func limits() throws {
    let command = "sleep 1000 & echo $! > $TMPDIR/../../pid; sleep 1000"
    let bench = try bench(command)
    let folder = bench.repository.scratch + "/tmp"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    bench.repository.environment["TMPDIR"] = folder
    _ = try bench.workspace().trust(commands: [command])
    // On a busy machine a second may be over before the command has come to its note.
    for seconds in [1, 4, 16, 64] where !FileManager.default.fileExists(atPath: folder + "/pid") {
      #expect(fact(try run(bench) { $0.seconds = seconds }) == .ranTooLong)
    }
    let process = try #require(
      Int32(try bench.repository.run("cat", [folder + "/pid"]).stdout.trimmingCharacters(in: .newlines)))
    // A process that was sent a signal ends when it is its turn, and not before.
    for _ in 0..<3000 where isRunning(process) { usleep(10_000) }
    #expect(!isRunning(process))
    let loud = try self.bench("yes")
    _ = try loud.workspace().trust(commands: ["yes"])
    #expect(fact(try run(loud) { $0.output = 100_000 }) == .printedTooMuch)
  }

  /// Whether a process is there and did not end; one that ended may wait for whoever took it over.
  private func isRunning(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return kill(process, 0) == 0 && !status.contains(") Z ")
  }

  @Test("nothing of a checkout is left behind, not even what the command made unwritable")
  func removed() throws {
    let command = "mkdir -p cache/module && touch cache/module/file && chmod -R a-w cache"
    let bench = try bench(command)
    let folder = bench.repository.scratch + "/tmp"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: folder + "/handoff-run-2147483646-abcdef", withIntermediateDirectories: true)
    bench.repository.environment["TMPDIR"] = folder
    _ = try bench.workspace().trust(commands: [command])
    #expect(try run(bench).outcome == .holds)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  @Test("what was recorded counts for the same code, and not for another")
  func recorded() throws {
    let bench = try bench("true")
    _ = try bench.workspace().trust(commands: ["true"])
    #expect(try run(bench, record: true).outcome == .holds)
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
    try bench.repository.commit("Plan\n\nStory: \(Bench.story)", files: [".handoff/decisions/notes.txt": "x"])
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
    try bench.repository.commit("Code\n\nStory: \(Bench.story)", files: ["src/mute.sh": "2"])
    #expect(try bench.verify().stories.map(\.verdict) == [.stale])
  }

  @Test("a push never runs a command, whoever trusts it")
  func push() throws {
    let mark = FileManager.default.temporaryDirectory.path + "/handoff-mark-\(UUID().uuidString)"
    let bench = try bench("touch '\(mark)'")
    bench.repository.environment["GIT_CONFIG_COUNT"] = "1"
    bench.repository.environment["GIT_CONFIG_KEY_0"] = "handoff.run"
    bench.repository.environment["GIT_CONFIG_VALUE_0"] = "always"
    let tip = try bench.repository.git("rev-parse", "HEAD")
    let line = "refs/heads/work \(tip) refs/heads/work \(String(repeating: "0", count: 40))\n"
    let outcome = try bench.workspace().judgePush(to: "origin", input: line)
    #expect(outcome.refs.count == 1)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
