import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("What a range does to what it is judged by") struct TermChangeTests {
  private static let other = "st-2b7k4m1x"
  private static let otherFile = ".handoff/stories/st-2b7k4m1x-other.md"
  private static let more =
    Bench.criterion("- exists: src/mute.sh") + "\n### AC2: It is logged\n\n```verify\n- test: logged\n```\n"

  @Test("a criterion that a branch adds is judged, too, and changes no other")
  func added() throws {
    let bench = try Bench()
    let files = [Bench.storyFile: Bench.story(criteria: Self.more), "src/mute.sh": "mute"]
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: files)
    let outcome = try bench.verify()
    #expect(outcome.stories.flatMap(\.criteria).map(\.verdict) == [.met, .unproven])
    #expect(outcome.termChanges.map(\.kind) == [.added([CriterionID(2)])] && outcome.changedCriteria.isEmpty)
    #expect(outcome.judgement.warned.map(\.kind) == [.unproven])
    // By the story's name nothing else is judged, so that the words are not the branch's own.
    #expect(try !bench.verify(Bench.story).isByOwnWords)
    let problems = try bench.workspace().review(VerifyOptions()).problems
    #expect(problems.contains { $0.rule == "work/own-terms" && $0.weight == .advice })
  }

  @Test("to change one criterion and add another is told as the change that it is")
  func changedAndAdded() throws {
    let bench = try Bench()
    let weaker = Self.more.replacing("mute.sh", with: "app.sh")
    try bench.repository.commit(
      "Mute\n\nStory: \(Bench.story)", files: [Bench.storyFile: Bench.story(criteria: weaker), "a.txt": "a"])
    let outcome = try bench.verify()
    #expect(outcome.stories.flatMap(\.criteria).map(\.verdict) == [.unmet, .unproven])
    #expect(outcome.termChanges.map(\.kind) == [.changed])
  }

  @Test("a change of the plan that is taken back in the same push calls for no verdict")
  func takenBack() throws {
    let bench = try Bench()
    let other = Bench.story(criteria: Bench.criterion("- exists: src/other.sh"))
    try bench.repository.commit("Reword\n\nStory: \(Bench.story)", files: [Bench.storyFile: other])
    try bench.repository.git("revert", "--no-edit", "HEAD")
    #expect(try bench.verify().judgement.warned.isEmpty)
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "mute"])
    try bench.repository.git("revert", "--no-edit", "HEAD")
    #expect(try bench.verify().judgement.warned.map(\.kind) == [.unmet])
  }

  @Test("a story that is removed is told as removed")
  func removed() throws {
    let bench = try Bench()
    try bench.repository.git("rm", "--quiet", Bench.storyFile)
    try bench.repository.commit("Tidy", files: ["a.txt": "a"])
    #expect(try bench.verify().termChanges.map(\.kind) == [.removed])
  }

  @Test("a story that begins with its work is told, with a warning where nobody asked for it")
  func born() throws {
    let bench = try Bench()
    func story(_ fields: String) -> String {
      Bench.story(id: Self.other, criteria: Bench.criterion("- changed: src/**"))
        .replacing("status: ready", with: "status: ready\n\(fields)")
    }
    try bench.repository.commit(
      "Other\n\nStory: \(Self.other)", files: [Self.otherFile: story("owner: ada"), "src/a.sh": "a"])
    #expect(try bench.verify().termChanges.map(\.kind) == [.born(isBacked: false)])
    var problems = try bench.workspace().review(VerifyOptions()).problems
    #expect(problems.contains { $0.rule == "work/own-terms" && $0.weight == .warning && $0.path == Self.otherFile })
    try bench.repository.commit(
      "Asked for\n\nStory: \(Self.other)", files: [Self.otherFile: story("intent: in-2b7k4m1x")])
    #expect(try bench.verify().termChanges.map(\.kind) == [.born(isBacked: true)])
    problems = try bench.workspace().review(VerifyOptions()).problems
    #expect(problems.contains { $0.rule == "work/own-terms" && $0.weight == .advice })
  }

  @Test("a story that is only planned, or comes with the first plan, is not told")
  func planned() throws {
    let bench = try Bench()
    let criteria = Bench.criterion("- changed: src/**")
    try bench.repository.commit("Plan", files: [Self.otherFile: Bench.story(id: Self.other, criteria: criteria)])
    #expect(try bench.verify().termChanges.isEmpty)
    let first = try Bench(bare: false)
    try first.repository.commit(
      "Plan and work\n\nStory: \(Bench.story)",
      files: [
        ".handoff/handoff.yml": "version: 1\n", Bench.storyFile: Bench.story(criteria: criteria), "src/a.sh": "a",
      ])
    #expect(try first.verify().termChanges.isEmpty)
  }

  @Test("words of a source that are others are told, and more of them are not")
  func otherWords() throws {
    let bench = try Bench()
    let folder = ".handoff/sources/so-4f6e2a8c-mail"
    func statements(_ lines: [String]) -> [String: String] {
      let rows = lines.enumerated().map { "\($0.offset + 1)\t\t\t\($0.element)\n" }.joined()
      return [folder + "/statements.tsv": rows]
    }
    let source = [folder + "/source.yml": "id: so-4f6e2a8c\ntitle: Mail\nkind: mail\n"]
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Take in", files: source.merging(statements(["no longer than a day"])) { $1 })
    try bench.repository.git("switch", "--quiet", "--force-create", "work")
    try bench.repository.commit("More", files: statements(["no longer than a day", "thanks"]))
    #expect(try bench.verify().termChanges.isEmpty)
    try bench.repository.commit("Tidy", files: statements(["no longer than a year", "thanks"]))
    #expect(try bench.verify().termChanges.map(\.item) == [ID<Source>("so-4f6e2a8c")?.any])
  }
}
