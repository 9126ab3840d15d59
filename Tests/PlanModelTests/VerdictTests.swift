import PlanModel
import Testing

@Suite("Verdicts and severities")
struct VerdictTests {
  @Test("the worst verdict decides, and no parts prove nothing")
  func worst() {
    let order: [Verdict] = [.unmet, .stale, .unproven, .waived, .met]
    for (index, verdict) in order.enumerated() {
      for other in order[index...] {
        #expect(Verdict.worst(of: [verdict, other]) == verdict)
        #expect(Verdict.worst(of: [other, verdict, other]) == verdict)
      }
    }
    #expect(Verdict.worst(of: []) == .unproven)
  }

  @Test("only what is met or waived is settled")
  func settled() {
    #expect(Verdict.allCases.filter(\.isSettled) == [.waived, .met])
  }

  @Test("severities are ordered from error to advice")
  func severities() {
    #expect([Severity.advice, .error, .warning].sorted() == [.error, .warning, .advice])
  }
}
