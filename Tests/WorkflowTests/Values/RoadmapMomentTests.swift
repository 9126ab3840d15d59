import Git
import PlanModel
import Testing

@testable import Workflow

/// It is noon on Monday, 2024-01-01, in UTC.
@Suite("Since when") struct RoadmapMomentTests {
  @Test(
    "days begin at midnight",
    arguments: [
      ("today", 1_704_067_200), ("Monday", 1_704_067_200), ("yesterday", 1_703_980_800), ("sunday", 1_703_980_800),
      ("tuesday", 1_703_548_800), ("2023-12-24", 1_703_376_000), ("2 days ago", 1_703_937_600),
    ])
  func days(words: String, seconds: Int64) throws {
    let bench = try Bench()
    #expect(try bench.workspace().moment(of: words).moment.seconds == seconds)
  }

  @Test("a revision is the moment of its commit, and a day is told the last commit before it")
  func revision() throws {
    let bench = try Bench()
    let head = try bench.workspace().moment(of: "HEAD")
    #expect(head.commit != nil)
    #expect(head.words == "HEAD")
    #expect(try bench.workspace().moment(of: "1999-01-01").commit == nil)
  }

  @Test("what is neither is said to be neither", arguments: ["2024-13-40", "in a while", ""])
  func neither(words: String) throws {
    let bench = try Bench()
    let reason = try bench.failure { workspace in _ = try workspace.moment(of: words) }
    guard case .invalidValue(let field, let value, _) = reason else {
      Issue.record("\(reason)")
      return
    }
    #expect(field == "date" && value == words)
  }
}
