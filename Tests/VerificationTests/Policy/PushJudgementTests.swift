import Git
import PlanModel
import Testing
import Verification

@Suite("The judgement of a push")
struct PushJudgementTests {
  private func pushed() throws -> PushedRef {
    let story = try Judging.story([.exists(Glob("docs"))], [.missing(Glob("legacy"))], [.run("x")], [.run("y")])
    let report = try Verifier(MemorySubject(), records: Judging.records()).report(on: story)
    let author = Identity(name: "Ada", address: "ada@example.com", seconds: 0, offset: 0)
    let commit = Commit(
      id: .made(5), tree: .made(6), parents: [], author: author, committer: author, message: "Tidy up\n\nbody")
    let link = InvalidLink(commit: .made(7), subject: "Mute", problem: .malformed("st-1"))
    return PushedRef(name: "refs/heads/main", stories: [report], unlinked: [commit], invalidLinks: [link])
  }

  private func problem(_ verdict: Verdict, _ criteria: Int...) throws -> PushProblem {
    .verdict(verdict, story: try Judging.storyID(), title: "Mute emails", criteria: criteria.map(CriterionID.init))
  }

  @Test("a rule blocks what it names, warns of what it names, and says nothing of the rest")
  func blockAndWarn() throws {
    let rule = PushRule(refs: [Glob("*")], block: [.unlinked, .unmet], warn: [.unproven])
    let judgement = PushJudgement(of: try pushed(), by: rule)
    #expect(judgement.blocked == [.unlinked(.made(5), subject: "Tidy up", declines: false), try problem(.unmet, 1)])
    #expect(judgement.warned == [try problem(.unproven, 3, 4)])
    #expect(!judgement.isAllowed)
  }

  @Test("what a rule both blocks and warns of is blocked, once")
  func both() throws {
    let rule = PushRule(refs: [Glob("*")], block: [.invalid], warn: [.invalid, .stale])
    let judgement = PushJudgement(of: try pushed(), by: rule)
    #expect(judgement.blocked.map(\.kind) == [.invalid])
    #expect(judgement.warned.isEmpty)
  }

  @Test("a criterion that is unproven blocks on its own, beside a worse one that does not")
  func eachVerdict() throws {
    let rule = PushRule(refs: [Glob("*")], block: [.unproven])
    #expect(PushJudgement(of: try pushed(), by: rule).blocked == [try problem(.unproven, 3, 4)])
  }

  @Test("what is stale is no proof: a rule that does not name it means it with what is unproven")
  func stale() throws {
    var results = TestResults([TestCase(name: "muted", outcome: .passed)], origin: "r")
    results.commit = .made(77)
    let story = try Judging.story([.test("muted")])
    let report = try Verifier(MemorySubject(), records: Judging.records(results: [results])).report(on: story)
    let pushed = PushedRef(name: "refs/heads/main", stories: [report])
    func blocked(_ block: Set<PushRule.Problem>, _ warn: Set<PushRule.Problem> = []) -> [PushRule.Problem?] {
      PushJudgement(of: pushed, by: PushRule(refs: [Glob("*")], block: block, warn: warn)).blocked.map(\.kind)
    }
    #expect(blocked([.unproven]) == [.stale])
    #expect(blocked([.stale]) == [.stale])
    #expect(blocked([.unproven], [.stale]) == [])
    #expect(blocked([.unmet]) == [])
  }

  @Test("a ref without a rule is free")
  func noRule() throws {
    let judgement = PushJudgement(of: try pushed(), by: nil)
    #expect(judgement.isAllowed)
    #expect(judgement.warned.isEmpty)
  }

  @Test("a story without criteria is unproven as a whole")
  func noCriteria() throws {
    let report = try Verifier(MemorySubject(), records: Judging.records()).report(on: Judging.story())
    let rule = PushRule(refs: [Glob("*")], block: [.unproven])
    let judgement = PushJudgement(of: PushedRef(name: "refs/heads/main", stories: [report]), by: rule)
    #expect(judgement.blocked == [try problem(.unproven)])
  }

  @Test("errors of the plan are invalid, warnings and advice are not")
  func findings() throws {
    let error = Finding(.file(.conflictMarker), path: ".handoff/handoff.yml")
    let advice = Finding(.story(.noConditions(CriterionID(1))), path: "s.md")
    let ref = PushedRef(name: "refs/heads/main", findings: [advice, error])
    let judgement = PushJudgement(of: ref, by: PushRule.standard[0])
    #expect(judgement.blocked == [.finding(error)])
  }

  @Test("a link to a story that is not there suggests the nearest, one to a story that takes no work says its state")
  func links() throws {
    let id = try Judging.storyID()
    let near = try Judging.storyID("st-9c4t8wq3")
    let far = try Judging.storyID("st-00000000")
    #expect(InvalidLink.Problem(linkTo: id, nil, known: [far, near]) == .unknownStory(id, nearest: near))
    #expect(InvalidLink.Problem(linkTo: id, nil, known: [far]) == .unknownStory(id, nearest: nil))
    var story = try Judging.story()
    #expect(InvalidLink.Problem(linkTo: id, story, known: []) == nil)
    for status in [StoryStatus.draft, .shipped, .dropped] {
      story.status = status
      #expect(InvalidLink.Problem(linkTo: id, story, known: []) == .closedStory(id, status))
    }
  }
}
