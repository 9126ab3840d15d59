import Foundation
import Git
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("The whole plan") struct WholePlanTests {
  private func write(_ bench: Bench, _ id: String, status: String, _ conditions: String) throws {
    let story = Bench.story(id: id, status: status, criteria: Bench.criterion(conditions))
    try bench.repository.commit("Plan \(id)\n\nStory: \(Bench.story)", files: [".handoff/stories/\(id)-x.md": story])
  }

  private func whole(_ bench: Bench) throws -> WholePlanOutcome {
    try bench.workspace().verifyWholePlan(VerifyOptions())
  }

  @Test("what is shipped and not shown to be done is named, drafts and dropped stories are not looked at")
  func shipped() throws {
    let bench = try Bench()
    try write(bench, "st-00000001", status: "shipped", "- exists: src/never.sh")
    try write(bench, "st-00000002", status: "draft", "- exists: src/never.sh")
    try write(bench, "st-00000003", status: "dropped", "- exists: src/never.sh")
    let plan = try whole(bench)
    #expect(plan.shippedUnproven.map { "\($0.id) \($0.verdict)" } == ["st-00000001 unmet"])
    #expect(Set(plan.outcome.stories.map { "\($0.id)" }) == [Bench.story, "st-00000001"])
    #expect(!plan.isSound)
  }

  @Test("criteria that no commit is about are named, also of a story that was begun")
  func untouched() throws {
    let criteria = Bench.criterion("- exists: src/a.sh") + "\n### AC2: More\n\n```verify\n- exists: src/b.sh\n```\n"
    let bench = try Bench(criteria: criteria)
    try write(bench, "st-00000001", status: "ready", "- exists: src/never.sh")
    try bench.repository.commit(
      "Half\n\nStory: \(Bench.story)\nCriterion: \(Bench.story)/AC1", files: ["src/a.sh": "1"])
    let found = try whole(bench).untouched.map { "\($0.story.id) \($0.criteria)" }
    #expect(Set(found) == ["\(Bench.story) [AC2]", "st-00000001 [AC1]"])
  }

  @Test("a commit that writes into the plan alone is no work on the story")
  func planned() throws {
    let criteria = Bench.criterion("- changed: src/**") + "\n### AC2: Guarded\n\n```verify\n- unchanged: src/**\n```\n"
    let bench = try Bench()
    let id = "st-00000001"
    let story = Bench.story(id: id, criteria: criteria)
    let planned = "Plan\n\nStory: \(id)\nCriterion: \(id)/AC1"
    try bench.repository.commit(planned, files: [".handoff/stories/\(id)-x.md": story])
    let plan = try whole(bench)
    #expect(plan.untouched.filter { "\($0.story.id)" == id }.map(\.criteria.count) == [2])
    let report = try #require(plan.outcome.stories.first { "\($0.id)" == id })
    #expect(report.commits == [] && report.criteria.map(\.verdict) == [.unproven, .unproven])
    var options = ReleaseOptions()
    options.revision = "main..HEAD"
    #expect(try bench.workspace().report(options).stories.isEmpty)
    options.revision = id
    #expect(try bench.workspace().report(options).stories.map(\.released.commits) == [[]])
    try bench.repository.commit("Mute\n\nStory: \(id)", files: ["src/mute.sh": "1"])
    options.revision = "main..HEAD"
    #expect(try bench.workspace().report(options).stories.map(\.released.commits.count) == [1])
  }

  @Test("in a shallow clone the commit at the border proves nothing, and the range is said to be cut short")
  func shallow() throws {
    let bench = try Bench(criteria: Bench.criterion("- changed: src/app.sh"))
    for number in 1...3 {
      try bench.repository.commit("Work\n\nStory: \(Bench.story)", files: ["src/other.sh": "\(number)"])
    }
    let clone = try TemporaryRepository(cloning: bench.repository, options: ["--depth=2"])
    let workspace = try Workspace(
      Surroundings(
        directory: clone.path, environment: clone.environment, clock: { Timestamp(seconds: 1_704_110_400) },
        randomness: { 7 }))
    var options = ReleaseOptions()
    options.revision = "HEAD"
    let release = try workspace.report(options).release
    #expect(release.isIncomplete)
    #expect(release.stories.map(\.report.verdict) == [.unproven])
    #expect(release.stories.map(\.commits.count) == [1])
    #expect(try workspace.review(VerifyOptions()).verification.isIncomplete)
    #expect(try !bench.workspace().report(options).release.isIncomplete)
  }

  @Test("in a shallow clone nothing is met or unmet that a commit beyond its border would turn")
  func beyondTheBorder() throws {
    let bench = try Bench(criteria: Bench.criterion("- unchanged: src/app.sh"))
    try bench.repository.commit("Work\n\nStory: \(Bench.story)", files: ["src/app.sh": "touched\n"])
    for number in 1...3 {
      try bench.repository.commit("Work\n\nStory: \(Bench.story)", files: ["src/other.sh": "\(number)"])
    }
    func verdict(depth: Int) throws -> Verdict? {
      let clone = try TemporaryRepository(cloning: bench.repository, options: ["--depth=\(depth)"])
      let workspace = try Workspace(
        Surroundings(
          directory: clone.path, environment: clone.environment, clock: { Timestamp(seconds: 1_704_110_400) },
          randomness: { 7 }))
      var options = VerifyOptions()
      options.revision = Bench.story.description
      return try workspace.verify(options).stories.first?.verdict
    }
    #expect(try verdict(depth: 3) == .unproven)
    // Whatever names the story is no older than its file, which the commit at this border has not.
    #expect(try verdict(depth: 5) == .unmet)
  }

  @Test("a criterion about the plan itself is met by a commit that writes into it")
  func aboutThePlan() throws {
    let bench = try Bench(criteria: Bench.criterion("- changed: .handoff/decisions/**"))
    try bench.repository.commit("Decide\n\nStory: \(Bench.story)", files: [".handoff/decisions/notes.txt": "x"])
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
  }

  @Test("commits and files that no story explains are named, since the plan began")
  func unexplained() throws {
    let bench = try Bench()
    try bench.repository.commit("Tidy", files: ["src/log.sh": "1", "src/both.sh": "1", "gone.sh": "1"])
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1", "src/both.sh": "2"])
    try bench.repository.git("rm", "--quiet", "gone.sh")
    try bench.repository.commit("Remove")
    let plan = try whole(bench)
    #expect(plan.unexplained.map(\.commit.subject) == ["Tidy", "Remove"])
    #expect(plan.unexplainedFiles == ["src/log.sh"])
    #expect(plan.isSound)
  }

  @Test("what was recorded as met and is no longer is a regression")
  func regression() throws {
    let bench = try Bench(criteria: Bench.criterion("- test: muted"))
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    let recorded = try bench.verify(results: Bench.results(), record: true)
    #expect(try whole(bench).regressions.map(\.recorded) == [])
    try bench.repository.commit("Break\n\nStory: \(Bench.story)", files: ["src/mute.sh": "2"])
    let regression = try #require(try whole(bench).regressions.first)
    #expect(regression.recorded == .met)
    #expect(regression.commit == recorded.range.tip)
    #expect(regression.story.verdict == .stale)
  }

  private static let hasSSH = ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/ssh-keygen")
  }

  @Test("signatures are seen, and checked only when that is asked", .enabled(if: hasSSH, "needs ssh-keygen"))
  func signatures() throws {
    let bench = try Bench()
    let key = bench.repository.scratch + "/key"
    let made = try bench.repository.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
    try #require(made.status == 0)
    try bench.repository.git("config", "gpg.format", "ssh")
    try bench.repository.git("config", "user.signingkey", key)
    try bench.repository.git("config", "commit.gpgsign", "true")
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    try bench.repository.git("config", "commit.gpgsign", "false")
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["src/mute.sh": "2"])
    #expect(try bench.verify().commits.map(\.commit.isSigned) == [true, false])
    #expect(try bench.verify().commits.map(\.signature) == [nil, nil])
    #expect(try !bench.verify().hasAskedForSignatures)
    var options = VerifyOptions()
    options.checksSignatures = true
    #expect(try bench.workspace().verify(options).hasAskedForSignatures)
    #expect(try bench.workspace().verify(options).commits.map(\.signature?.state) == [.unchecked, nil])
    try bench.repository.write("../signers", "ada@example.com \(try bench.repository.read("../key.pub"))")
    try bench.repository.git("config", "gpg.ssh.allowedSignersFile", bench.repository.scratch + "/signers")
    #expect(try bench.workspace().verify(options).commits.map(\.signature?.state) == [.good, nil])
  }
}
