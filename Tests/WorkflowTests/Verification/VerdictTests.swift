import Git
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("Verdicts on a branch") struct VerdictTests {
  @Test(
    "a story by its name is judged by what was agreed, too, where its branch has changed the criteria or the settings")
  func agreedCriteria() throws {
    let bench = try Bench()
    let weaker = Bench.story(criteria: Bench.criterion("- exists: src/app.sh"))
    try bench.repository.commit("Weaken\n\nStory: \(Bench.story)", files: [Bench.storyFile: weaker, "a.txt": "a"])
    let own = try bench.verify(Bench.story)
    #expect(own.isByOwnWords && own.stories.map(\.verdict) == [.met])
    var options = VerifyOptions()
    options.revision = Bench.story
    options.asAgreed = true
    var outcome = try bench.workspace().verify(options)
    #expect(!outcome.isByOwnWords && outcome.stories.map(\.verdict) == [.unmet])
    #expect(outcome.changedCriteria == [try bench.storyID()])
    try bench.repository.commit(
      "Take it back, and ask for nothing\n\nStory: \(Bench.story)",
      files: [
        Bench.storyFile: Bench.story(criteria: Bench.criterion("- exists: src/mute.sh")),
        ".handoff/handoff.yml": "version: 1\npush: []\n",
      ])
    outcome = try bench.workspace().verify(options)
    #expect(outcome.hasChangedPolicy && outcome.changedCriteria.isEmpty)
    // On the main branch itself its own words count.
    try bench.repository.git("switch", "--quiet", "main")
    #expect(try !bench.verify(Bench.story).isByOwnWords)
  }

  @Test("tests that the commits of a story remove are told, and not those that they move")
  func removedTests() throws {
    let bench = try Bench()
    try bench.repository.git("switch", "--quiet", "main")
    let files = [
      "tests/test_a.py": "def test_a():\n    assert 1\n", "tests/test_b.py": "def test_b():\n    assert 22\n",
    ]
    try bench.repository.commit("Tests\n\nStory: \(Bench.story)", files: files)
    try bench.repository.git("switch", "--quiet", "--force-create", "work")
    try bench.repository.git("rm", "--quiet", "tests/test_a.py")
    try bench.repository.git("mv", "tests/test_b.py", "tests/test_c.py")
    try bench.repository.commit("Remove\n\nStory: \(Bench.story)", files: ["src/mute.sh": "mute"])
    #expect(try bench.verify().removedTests == ["tests/test_a.py"])
    #expect(try bench.verify(Bench.story).removedTests == ["tests/test_a.py"])
    let problems = try bench.workspace().review(VerifyOptions()).problems
    #expect(
      problems.contains { $0.rule == "work/removed-test" && $0.path == "tests/test_a.py" && $0.weight == .warning })
    try bench.repository.commit("Put it back\n\nStory: \(Bench.story)", files: files)
    #expect(try bench.verify().removedTests.isEmpty)
  }

  @Test("the criteria of the main branch count, and that they were changed is said")
  func baseCriteria() throws {
    let bench = try Bench()
    let weaker = Bench.story(criteria: Bench.criterion("- exists: src/app.sh"))
    try bench.repository.commit("Weaken\n\nStory: \(Bench.story)", files: [Bench.storyFile: weaker, "a.txt": "a"])
    let outcome = try bench.verify()
    #expect(outcome.stories.map(\.verdict) == [.unmet])
    #expect(outcome.changedCriteria == [try bench.storyID()])
    #expect(outcome.judgement.warned.map(\.kind) == [.unmet])
  }

  @Test("the policy of the main branch counts")
  func basePolicy() throws {
    let bench = try Bench()
    let policy = "version: 1\npush: []\ncommits: {require: none}\n"
    try bench.repository.commit("Let me through", files: [".handoff/handoff.yml": policy])
    #expect(try bench.verify().judgement.blocked.map(\.kind) == [.unlinked])
  }

  @Test("a branch cannot say that another branch is the main one")
  func renamedMain() throws {
    let bench = try Bench()
    let policy = "version: 1\nmain: nowhere\npush: []\ncommits: {require: none}\n"
    try bench.repository.commit("Let me through", files: [".handoff/handoff.yml": policy])
    #expect(try !bench.verify().judgement.isAllowed)
  }

  @Test("a range says which side is protected, whatever the branch says")
  func explicitRange() throws {
    let bench = try Bench()
    let policy = "version: 1\nmain: nowhere\npush: []\ncommits: {require: none}\n"
    try bench.repository.commit("Let me through", files: [".handoff/handoff.yml": policy])
    #expect(try !bench.verify("main..HEAD").judgement.isAllowed)
  }

  @Test("results are stale on other code, and not behind a change of the plan alone")
  func stale() throws {
    let bench = try Bench(criteria: Bench.criterion("- test: muted"))
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    #expect(try bench.verify().stories.map(\.verdict) == [.unproven])
    let recorded = try bench.verify(results: Bench.results(), record: true)
    #expect(recorded.stories.map(\.verdict) == [.met])
    #expect(recorded.recordedOn == recorded.range.tip)
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
    try bench.repository.commit("Plan\n\nStory: \(Bench.story)", files: [".handoff/decisions/notes.txt": "x"])
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
    try bench.repository.commit("Code\n\nStory: \(Bench.story)", files: ["src/mute.sh": "2"])
    #expect(try bench.verify().stories.map(\.verdict) == [.stale])
    let failed = try bench.verify(results: Bench.results("<failure/>"))
    #expect(failed.stories.map(\.verdict) == [.unmet])
  }

  @Test("a draft takes no work, unless the same commits agree on it")
  func draft() throws {
    let bench = try Bench(status: "draft")
    let commit = try bench.linked("Mute\n\nStory: \(Bench.story)")
    #expect(commit.invalid == [.closedStory(try bench.storyID(), .draft)])
    #expect(try bench.verify().judgement.blocked.map(\.kind).contains(.invalid))
    let ready = Bench.story(status: "ready", criteria: Bench.criterion("- exists: src/mute.sh"))
    try bench.repository.commit("Agree\n\nStory: \(Bench.story)", files: [Bench.storyFile: ready])
    #expect(try bench.verify().commits.flatMap(\.invalid) == [])
  }

  @Test("a pull request's text can carry the link")
  func messageFile() throws {
    let bench = try Bench()
    try bench.repository.commit("Mute", files: ["src/mute.sh": "1"])
    try bench.repository.write("../body.md", "Mutes mails.\n\nStory: \(Bench.story)\n")
    var options = VerifyOptions()
    options.messageFile = "../body.md"
    #expect(try bench.workspace().verify(options).commits.map(\.stories) == [[try bench.storyID()]])
  }

  @Test("only problems that the commits introduce block")
  func oldDebt() throws {
    let bench = try Bench()
    let broken = "---\nid: st-00000001\n---\n"
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Debt", files: [".handoff/stories/st-00000001-old.md": broken])
    try bench.repository.git("switch", "--quiet", "--create", "more")
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1", ".handoff/x": "x"])
    #expect(try bench.verify().judgement.isAllowed)
    try bench.repository.commit("New\n\nStory: \(Bench.story)", files: [".handoff/stories/st-00000002-new.md": broken])
    let blocked = try bench.verify().judgement.blocked
    #expect(!blocked.isEmpty)
    for problem in blocked {
      guard case .finding(let finding) = problem else {
        Issue.record("\(problem)")
        continue
      }
      #expect(finding.path == ".handoff/stories/st-00000002-new.md")
    }
  }
}
