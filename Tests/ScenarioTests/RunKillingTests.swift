import Foundation
import TestKit
import Testing

/// A run that is killed outright cannot clean up; the next one does.
@Suite("Killing a run", .serialized) struct RunKillingTests {
  @Test("the checkout of a run that was killed is removed by the next, and that of one at work is not")
  func killed() throws {
    let stage = try Stage()
    let first = try stage.start()
    defer { kill(first, SIGKILL) }
    let second = try stage.start()
    let folders = try stage.checkouts()
    #expect(folders.count == 2)
    kill(second, SIGKILL)
    #expect(stage.signal(ending: second) == SIGKILL)
    // What it left is there, as nobody could remove it.
    #expect(try stage.checkouts() == folders)
    // A run that runs nothing cleans up, too: of no story is anything trusted here.
    let next = try stage.repository.run(stage.program, ["verify", stage.story, "--run"])
    #expect(next.stdout.contains("nobody has trusted it"), "\(next.stdout)\(next.stderr)")
    let left = try stage.checkouts()
    #expect(left.count == 1 && left.allSatisfy { $0.contains("-\(first)-") }, "\(left)")
    // Asked to end, the one at work removes its own.
    kill(first, SIGTERM)
    #expect(stage.signal(ending: first) == SIGTERM)
    #expect(try stage.checkouts() == [])
  }

  private struct Stage {
    let repository: TemporaryRepository
    let program: String
    let story = "st-9c4t8wq2"

    init() throws {
      repository = try TemporaryRepository()
      program = try BuiltProducts.path(of: "git-handoff")
      let text = """
        ---
        id: \(story)
        title: Mute mails
        status: ready
        ---

        ## Acceptance criteria

        ### AC1: It works

        ```verify
        - run: touch "$TMPDIR/at-work"; while test -e "$TMPDIR/at-work"; do sleep 1; done
        ```

        """
      try FileManager.default.createDirectory(
        atPath: repository.scratch + "/tmp", withIntermediateDirectories: true)
      repository.environment["TMPDIR"] = repository.scratch + "/tmp"
      try repository.commit(
        "Plan", files: [".handoff/handoff.yml": "version: 1\n", ".handoff/stories/\(story)-mute.md": text])
      try repository.commit("Mute\n\nStory: \(story)", files: ["src/mute.sh": "1\n"])
    }

    /// A run whose command has begun, and does not end before its folder is removed.
    ///
    /// Not Foundation's `Process`: that gives on the signals which the threads of tests block, and waits until the last child
    /// of the process has ended, which outlives a killed run.
    func start() throws -> pid_t {
      let before = try working()
      let names = repository.environment.merging([
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "handoff.run", "GIT_CONFIG_VALUE_0": "always",
      ]) { $1 }
      let words = ["sh", "-c", "cd \"$1\" && exec \"$2\" verify \"$3\" --run", "sh", repository.path, program, story]
      let arguments = words.map { strdup($0) } + [nil]
      let environment = names.map { strdup("\($0.key)=\($0.value)") } + [nil]
      defer { for text in arguments + environment { free(text) } }
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      var none = sigset_t()
      sigemptyset(&none)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
      var process: pid_t = 0
      try #require(posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, environment) == 0)
      for _ in 0..<600 where try working() == before { usleep(50_000) }
      #expect(try working() == before + 1)
      return process
    }

    /// Waits for the end of a process; the signal that ended it, 0 for none.
    func signal(ending process: pid_t) -> Int32 {
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1, errno == EINTR {}
      return status & 0x7F
    }

    /// The folders of runs, sorted.
    func checkouts() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: repository.scratch + "/tmp")
        .filter { $0.hasPrefix("handoff-run-") }.sorted()
    }

    private func working() throws -> Int {
      try checkouts().count {
        FileManager.default.fileExists(atPath: repository.scratch + "/tmp/\($0)/tmp/at-work")
      }
    }
  }
}
