import FileSystem
import Foundation
import TestKit
import Testing
import Workflow

@Suite("Hooks, installed") struct HookInstallationTests {
  @Test("installing twice changes nothing, and what was installed is executable")
  func twice() throws {
    let bench = try Bench()
    bench.program = "/usr/bin/git-handoff"
    #expect(
      try states(bench.workspace().installHooks()) == Array(repeating: .installed, count: HookKind.client.count))
    #expect(FileSystem.isExecutable(bench.repository.path + "/.git/hooks/commit-msg"))
    #expect(
      try states(bench.workspace().installHooks()) == Array(repeating: .unchanged, count: HookKind.client.count))
    bench.program = "/opt/git-handoff"
    #expect(try states(bench.workspace().installHooks()) == Array(repeating: .updated, count: HookKind.client.count))
  }

  @Test(
    "the program is called wherever it lies",
    arguments: [
      "plain", "with space", "it's", "$(touch harm)", "\"quoted\"", "back\\slash", "`x`", "a;b&c", "ünï", "-rf",
    ])
  func oddProgram(_ folder: String) throws {
    let bench = try Bench()
    let program = try self.program(in: bench.repository.scratch + "/" + folder, of: bench.repository)
    bench.program = program
    _ = try bench.workspace().installHooks()
    let hook = bench.repository.path + "/.git/hooks/commit-msg"
    let outcome = try bench.repository.run("/bin/sh", [hook, "a message", "$x"])
    #expect(outcome.stdout == "[hook][commit-msg][--][a message][$x]")
    #expect(outcome.status == 3)
    #expect(!FileManager.default.fileExists(atPath: bench.repository.path + "/harm"))
  }

  @Test("a hook that somebody edited is left alone, when installing and when removing")
  func edited() throws {
    let bench = try Bench()
    _ = try bench.workspace().installHooks()
    let file = ".git/hooks/pre-push"
    let text = try bench.repository.read(file) + "echo mine\n"
    try bench.repository.write(file, text)
    #expect(try state(of: .prePush, bench.workspace().hooksStatus()) == .edited)
    #expect(try state(of: .prePush, bench.workspace().installHooks()) == .edited)
    #expect(try state(of: .prePush, bench.workspace().uninstallHooks()) == .edited)
    #expect(try bench.repository.read(file) == text)
  }

  @Test("somebody else's hook runs first, and is put back as it was")
  func foreign() throws {
    let bench = try Bench()
    let repository = bench.repository
    let program = try self.program(in: repository.scratch + "/bin", of: repository)
    bench.program = program
    let theirs = "#!/bin/sh\nprintf 'theirs(%s)' \"$1\"\n"
    try repository.writeProgram(".git/hooks/pre-push", theirs)
    #expect(try state(of: .prePush, bench.workspace().hooksStatus()) == .foreign)
    let previous = "pre-push.before-handoff"
    #expect(try state(of: .prePush, bench.workspace().installHooks()) == .chained(previous, runs: true))
    #expect(try state(of: .prePush, bench.workspace().hooksStatus()) == .chained(previous, runs: true))
    #expect(FileSystem.isExecutable(repository.path + "/.git/hooks/pre-push"))
    // Read by a shell: this process wrote it, see `writeProgram`.
    let outcome = try repository.run("/bin/sh", [".git/hooks/pre-push", "origin"])
    #expect(outcome.stdout == "theirs(origin)[hook][pre-push][--][origin]")
    #expect(try state(of: .prePush, bench.workspace().uninstallHooks()) == .restored)
    #expect(try repository.read(".git/hooks/pre-push") == theirs)
    #expect(FileSystem.isExecutable(repository.path + "/.git/hooks/pre-push"))
    #expect(!FileSystem.exists(repository.path + "/.git/hooks/" + previous))
    #expect(try state(of: .commitMessage, bench.workspace().hooksStatus()) == .absent)
  }

  @Test("hooks that other repositories use too are not written")
  func elsewhere() throws {
    let bench = try Bench()
    let folder = bench.repository.scratch + "/hooks"
    try bench.repository.git("config", "core.hooksPath", folder)
    let reason = try bench.failure { _ = try $0.installHooks() }
    #expect(reason == .place(.hooksElsewhere(path: folder)))
    #expect(!FileSystem.exists(folder + "/pre-push"))
  }

  private func states(_ outcome: HooksOutcome) -> [HooksOutcome.State] { outcome.hooks.map(\.state) }

  private func state(of kind: HookKind, _ outcome: HooksOutcome) -> HooksOutcome.State? {
    outcome.hooks.first { $0.kind == kind }?.state
  }

  /// A program that says what it was called with, and ends with status 3.
  private func program(in folder: String, of repository: TemporaryRepository) throws -> String {
    let path = folder + "/git-handoff"
    try repository.writeProgram(path, "#!/bin/sh\nprintf '[%s]' \"$@\"\nexit 3\n")
    return path
  }
}
