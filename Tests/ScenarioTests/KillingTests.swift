import Foundation
import TestKit
import Testing

/// Writing commands, killed at any instant (issue: 200 times at random), leave a plan that checks clean and loses nothing.
@Suite("Killing", .serialized) struct KillingTests {
  /// Seeded, so that a failure can be played again.
  private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64 (Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  @Test("a writing command that is killed at any instant leaves a plan that checks clean and has lost nothing")
  func killed() throws {
    let stage = try Stage()
    var random = SeededRandom(state: 20_261_121)
    var delay = KillingDelay(seconds: try stage.timeOfOneCommand())
    for round in 0..<200 {
      let command = stage.commands(round)[Int.random(in: 0..<stage.commands(round).count, using: &random)]
      let before = try stage.planFiles()
      let microseconds = delay.next(using: &random)
      delay.note(wasInterrupted: try stage.repository.kill(stage.program, command, after: microseconds))
      let after = try stage.planFiles()
      for (path, contents) in before where after[path] != contents {
        // `set` writes to its story and `--epic` to the epic: at once, or when killed on the way by the next command.
        #expect(after[path] != nil, "round \(round): \(command) lost \(path)")
        let mayChange = path.hasPrefix("stories/\(stage.story)") || path.hasPrefix("epics/\(stage.epic)")
        #expect(mayChange, "round \(round): \(command) changed \(path)")
      }
      let check = try stage.run(["check", "--json"])
      #expect(check.status == 0, "round \(round), after \(command): \(check.stdout)\(check.stderr)")
      if !check.stdout.contains("\"findings\":[]") { Issue.record("round \(round), \(command): \(check.stdout)") }
    }
    // The delays have to have hit commands on their way, or nothing was tried.
    #expect(delay.interrupted > 50, "only \(delay.interrupted) of 200 commands were killed before they ended")
    // Whatever was left half-way is finished by the next command that writes.
    #expect(try stage.run(["set", stage.story, "owner", "last@example.com"]).status == 0)
    #expect(try stage.run(["check"]).status == 0)
  }

  @Test("about half of the commands are killed, however wrong the first measure was", arguments: [0.0001, 0.04, 4])
  func delays(measured: Double) {
    var random = SeededRandom(state: 20_261_122)
    var delay = KillingDelay(seconds: measured)
    for _ in 0..<200 { delay.note(wasInterrupted: delay.next(using: &random) < 40_000) }
    #expect((60...140).contains(delay.interrupted), "\(delay.interrupted)")
  }

  /// A repository with a plan, and the commands that write to it.
  private struct Stage {
    let repository: TemporaryRepository
    let program: String
    let story: String
    let epic: String

    init() throws {
      repository = try TemporaryRepository()
      program = try BuiltProducts.path(of: "git-handoff")
      let made = Maker(repository: repository, program: program)
      _ = try made.run(["init", "--no-hooks"])
      // The author of TemporaryRepository's environment, as whom `accept` acts.
      try repository.write(".handoff/handoff.yml", "version: 1\nroles:\n  support: [ada@example.com]\n")
      try repository.write("mail.txt", "I cannot mute the mails. Please help me with that.\n")
      try repository.write("call.md", "# Call\n\nThey want one mail a day.\n\nAnd no more than that.\n")
      epic = try made.id(["new-epic", "A quiet inbox"])
      story = try made.id([
        "new-story", "Mute mails", "--criterion", "It is quiet", "--verify", "sign-off: support", "--epic", epic,
      ])
      _ = try repository.commit("plan", files: [:])
    }

    /// What is killed; the round makes each write something new.
    func commands(_ round: Int) -> [[String]] {
      [
        ["intake", "mail.txt", "--title", "Mail \(round)"],
        ["new-intent", "Intent \(round)", "--problem", "It hurts"],
        [
          "new-story", "Story \(round)", "--epic", epic, "--criterion", "It works", "--verify", "sign-off: support",
        ],
        ["set", story, "owner", "somebody\(round)@example.com"],
        ["accept", "\(story)/AC1", "--role", "support"],
        ["intake", "call.md"],
        ["init"],
        ["hooks", "install"],
      ]
    }

    func run(_ arguments: [String]) throws -> TemporaryRepository.Outcome {
      try Maker(repository: repository, program: program).run(arguments)
    }

    /// In seconds.
    func timeOfOneCommand() throws -> Double {
      let time = try ContinuousClock().measure { _ = try run(["set", story, "owner", "first@example.com"]) }
      return time / .seconds(1)
    }

    /// Every file under `.handoff`, with what it holds.
    func planFiles() throws -> [String: Data] {
      let top = repository.path + "/.handoff"
      let paths = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
      var files: [String: Data] = [:]
      for path in paths {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: "\(top)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
        else { continue }
        files[path] = try Data(contentsOf: URL(fileURLWithPath: "\(top)/\(path)"))
      }
      return files
    }
  }

  /// Runs the program to its end.
  private struct Maker {
    let repository: TemporaryRepository
    let program: String

    func run(_ arguments: [String]) throws -> TemporaryRepository.Outcome {
      try repository.run(program, arguments)
    }

    /// The id that a command which writes an item tells.
    func id(_ arguments: [String]) throws -> String {
      let outcome = try run(arguments + ["--json"])
      let document = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
      return try #require(document?["id"] as? String, "\(outcome.stdout)\(outcome.stderr)")
    }
  }
}
