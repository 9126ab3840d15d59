import PlanModel
import Testing
import Verification

@Suite("Conditions that this version cannot decide")
struct UndecidableTests {
  @Test(
    "they are unproven, and say why",
    arguments: [
      Condition.Check.symbol(name: "UserSettings", in: Glob("*"), .present),
      .run("make test"), .judge("is it friendly?"),
    ])
  func undecidable(check: Condition.Check) throws {
    let report = try Judging.criterion([check], Judging.records())
    #expect(report.evidence == [.condition(.missing, check, .undecidable)])
    #expect(report.verdict == .unproven)
  }
}
