import PlanModel
import TestKit
import Testing
import Verification
import Workflow

/// What a range of many stories costs, counted in processes of git.
@Suite("A range of many stories") struct ManyStoriesTests {
  /// A branch with a commit for each of some stories, none of which changes what its story asks for.
  private func bench(stories count: Int) throws -> Bench {
    let bench = try Bench()
    let ids = (100..<100 + count).map { "st-9c4t8\($0)" }
    let criteria = Bench.criterion("- changed: src/never.sh")
    let files = ids.map { (".handoff/stories/\($0)-a.md", Bench.story(id: $0, criteria: criteria)) }
    try bench.repository.commit("Plan", files: Dictionary(uniqueKeysWithValues: files))
    for id in ids { try bench.repository.commit("Work\n\nStory: \(id)", files: ["src/\(id).sh": id]) }
    return bench
  }

  @Test("what shipped asks git as often for 8 stories as for 24, also where their whole history is searched")
  func shipped() throws {
    func processes(_ stories: Int) throws -> Int {
      let bench = try bench(stories: stories)
      let log = bench.repository.scratch + "/processes"
      bench.repository.environment["GIT_TRACE2_EVENT"] = log
      let outcome = try bench.workspace().report(ReleaseOptions())
      bench.repository.environment["GIT_TRACE2_EVENT"] = nil
      let judged = outcome.release.stories.filter { $0.report.id.description != Bench.story }
      #expect(judged.count == stories)
      #expect(judged.allSatisfy { $0.report.verdict == .unmet && $0.commits.count == 1 })
      let lines = try String(decoding: bench.repository.run("cat", [log]).output, as: UTF8.self)
      return lines.split(separator: "\n").count { $0.contains("\"event\":\"start\"") }
    }
    let few = try processes(8)
    #expect(few > 0)
    #expect(try processes(24) == few)
  }

  @Test("verdicts that are asked for alone are those of the whole judgement")
  func onlyVerdicts() throws {
    let bench = try bench(stories: 6)
    func outcome(onlyVerdicts: Bool) throws -> VerifyOutcome {
      var options = VerifyOptions()
      options.onlyVerdicts = onlyVerdicts
      return try bench.workspace().verifyWholePlan(options).outcome
    }
    let (alone, whole) = (try outcome(onlyVerdicts: true), try outcome(onlyVerdicts: false))
    #expect(alone.stories == whole.stories)
    #expect(alone.commits.map(\.stories) == whole.commits.map(\.stories))
    #expect(whole.stories.count == 7)
  }
}
