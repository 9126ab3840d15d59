import PlanModel
import Testing
import Verification

@Suite("judge")
struct UndecidableTests {
  @Test("an opinion proves nothing: it is unproven, and says why")
  func undecidable() throws {
    let check = Condition.Check.judge("is it friendly?")
    let report = try Judging.criterion([check], Judging.records())
    #expect(report.evidence == [.condition(.missing, check, .undecidable)])
    #expect(report.verdict == .unproven)
  }
}
