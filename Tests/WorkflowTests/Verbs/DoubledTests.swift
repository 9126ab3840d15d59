import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Ids that are given twice, as by a merge of text") struct DoubledTests {
  private static let criteria = Bench.criterion("- sign-off: support") + "\n" + Bench.criterion("- exists: src/mute.sh")
  private static let questions = "\n## Open questions\n\n- [ ] Q1 (blocking): Per device?\n- [ ] Q1: Per board?\n"

  @Test("nothing is signed or answered of which nobody knows which is meant")
  func refused() throws {
    let bench = try Bench(criteria: Self.criteria + Self.questions)
    try bench.repository.git("config", "user.email", "ada@example.com")
    let act = SignOffOptions(.accepted, target: "\(Bench.story)/AC1", role: "support")
    #expect(
      try bench.failure { _ = try $0.signOff(act) }
        == .doubled("\(Bench.story)/AC1", path: Bench.storyFile, lines: [9, 15]))
    let answer = AnswerOptions(target: "\(Bench.story)#Q1", text: "Yes")
    #expect(
      try bench.failure { _ = try $0.answer(answer) }
        == .doubled("\(Bench.story)#Q1", path: Bench.storyFile, lines: [23, 24]))
    #expect(try bench.repository.git("status", "--porcelain").isEmpty)
  }

  @Test("who has rejected what has to be looked at has looked, and is told with the reason")
  func rejection() throws {
    let settings = "review:\n  - {items: [story], changes: [weakened], by: [support]}\n"
    let bench = try Bench(settings: settings, criteria: "### AC1: It is sent every Monday\n")
    try bench.repository.commit(
      "Reword\n\nStory: \(Bench.story)",
      files: [Bench.storyFile: Bench.story(criteria: "### AC1: It is sent on most Mondays\n")])
    try bench.repository.git("config", "user.name", "Ada")
    try bench.repository.git("config", "user.email", "ada@example.com")
    var act = SignOffOptions(.rejected, target: "\(Bench.story)/AC1", role: "support")
    act.reason = "Customers pay for Mondays"
    _ = try bench.workspace().signOff(act)
    try bench.repository.commit("Reject\n\nStory: \(Bench.story)")
    let approval = try #require(bench.workspace().review(VerifyOptions()).approvals.first)
    #expect(approval.isMissing)
    #expect(approval.rejections.map(\.reason) == ["Customers pay for Mondays"])
  }
}
