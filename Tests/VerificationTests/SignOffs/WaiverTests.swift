import PlanModel
import Testing
import Verification

@Suite("Waivers")
struct WaiverTests {
  /// Fails in an empty tree.
  private let failing = Condition.Check.exists(Glob("docs/mute.md"))
  /// Holds in an empty tree.
  private let holding = Condition.Check.missing(Glob("legacy"))

  private func report(_ check: Condition.Check, _ signOffs: SignOff...) throws -> CriterionReport {
    try Judging.criterion([check], Judging.records(signOffs: signOffs))
  }

  private func waiver(
    by: String = "sam@example.com", at: String = "2026-03-02T10:00:00Z", wording: String = "wording 1",
    reason: String? = "the page moves next month", expires: String? = "2026-03-31"
  ) throws -> SignOff {
    try .made(.waived, by: by, at: at, wording: wording, reason: reason, expires: expires)
  }

  @Test("a waiver that counts makes a criterion waived, also one whose condition fails, and both are said")
  func failingCondition() throws {
    let waiver = try waiver()
    let report = try report(failing, waiver)
    #expect(report.verdict == .waived)
    #expect(report.evidence.map(\.outcome) == [.fails, .holds])
    #expect(report.evidence.last?.fact == .signOff(waiver, .counts))
  }

  @Test("a waiver is said of a criterion that would be met without it, too")
  func holdingCondition() throws {
    #expect(try report(holding, waiver()).verdict == .waived)
  }

  @Test("a waiver counts on its last day and no longer, and without an end until it is overtaken")
  func expiry() throws {
    #expect(try report(failing, waiver(expires: "2026-03-10")).verdict == .waived)
    #expect(try report(failing, waiver(expires: nil)).verdict == .waived)
    for over in ["2026-03-09", "2025-12-31", "soon", "2026-3-31"] {
      let waiver = try waiver(expires: over)
      let report = try report(failing, waiver)
      #expect(report.verdict == .unmet)
      #expect(report.evidence.last == Evidence(.stale, .signOff(waiver, .expired)))
    }
  }

  @Test("a waiver without a reason, for another wording, or from outside the role is worth nothing, and says so")
  func worthless() throws {
    let cases: [(SignOff, SignOffFact, Evidence.Outcome)] = [
      (try waiver(reason: nil), .noReason, .missing), (try waiver(reason: " \n"), .noReason, .missing),
      (try waiver(wording: "older"), .otherWording, .stale),
      (try waiver(by: "mallory@example.com"), .notInRole, .missing),
    ]
    for (waiver, fact, outcome) in cases {
      let report = try report(failing, waiver)
      #expect(report.verdict == .unmet)
      #expect(report.evidence.last == Evidence(outcome, .signOff(waiver, fact)))
    }
  }

  @Test("a waiver that is worth nothing takes nothing from a criterion that is met")
  func worthlessOnMet() throws {
    let report = try report(holding, waiver(expires: "2026-03-01"))
    #expect(report.verdict == .met)
    #expect(report.evidence.count == 1)
  }

  @Test("a later act in its role ends a waiver, an earlier one does not")
  func overtaken() throws {
    let later = "2026-03-03T10:00:00Z"
    #expect(try report(holding, waiver(), .made(.accepted, at: later)).verdict == .met)
    #expect(try report(failing, waiver(), .made(.accepted, at: later)).verdict == .unmet)
    #expect(try report(failing, .made(.rejected), waiver()).verdict == .waived)
  }

  @Test("a later rejection in any role ends a waiver, a later acceptance in another role does not")
  func otherRole() throws {
    let dana = "dana@example.com"
    let later = "2026-03-03T10:00:00Z"
    #expect(try report(holding, waiver(), .made(.rejected, role: "product", by: dana, at: later)).verdict == .unmet)
    #expect(try report(failing, waiver(), .made(.accepted, role: "product", by: dana, at: later)).verdict == .waived)
  }

  @Test("what somebody outside the role records neither ends a waiver nor hides it")
  func strangers() throws {
    let later = "2026-03-03T10:00:00Z"
    let mallory = "mallory@example.com"
    #expect(try report(failing, waiver(), waiver(by: mallory, at: later)).verdict == .waived)
    #expect(try report(failing, waiver(), .made(.rejected, by: mallory, at: later)).verdict == .waived)
  }
}
