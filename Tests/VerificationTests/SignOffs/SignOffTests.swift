import PlanModel
import Testing
import Verification

@Suite("sign-off")
struct SignOffTests {
  private let check = Condition.Check.signOff(role: "support")

  private func evidence(_ signOffs: SignOff...) throws -> Evidence {
    try Judging.evidence(check, on: MemorySubject(), Judging.records(signOffs: signOffs))
  }

  @Test("an acceptance of this wording by someone in the role makes it hold")
  func accepted() throws {
    let act = try SignOff.made(.accepted)
    #expect(try evidence(act) == Evidence(.holds, .signOff(act, .counts)))
  }

  @Test("addresses are the same whatever their capitals and however they are listed")
  func addresses() throws {
    #expect(try evidence(.made(.accepted, by: "SAM@EXAMPLE.com")).outcome == .holds)
    let product = Condition.Check.signOff(role: "product")
    let records = Judging.records(signOffs: [try .made(.accepted, role: "product", by: "D <dana@example.com>")])
    #expect(try Judging.evidence(product, on: MemorySubject(), records).outcome == .holds)
  }

  @Test("an address in a name is nobody's address")
  func addressInName() throws {
    let act = try SignOff.made(.accepted, by: "sam@example.com <mallory@example.com>")
    #expect(try evidence(act) == Evidence(.missing, .signOff(act, .notInRole)))
  }

  @Test("an act about another wording is stale, whichever act it is")
  func otherWording() throws {
    for act in [SignOff.Act.accepted, .rejected] {
      let signOff = try SignOff.made(act, wording: "older")
      #expect(try evidence(signOff) == Evidence(.stale, .signOff(signOff, .otherWording)))
    }
  }

  @Test("a rejection of this wording fails it")
  func rejected() throws {
    let act = try SignOff.made(.rejected)
    #expect(try evidence(act) == Evidence(.fails, .signOff(act, .counts)))
  }

  @Test("the latest act decides, in whatever order the files are listed")
  func latest() throws {
    let accepted = try SignOff.made(.accepted, at: "2026-03-01T10:00:00Z", file: "b")
    let rejected = try SignOff.made(.rejected, at: "2026-03-02T10:00:00Z", file: "a")
    #expect(try evidence(accepted, rejected).outcome == .fails)
    #expect(try evidence(rejected, accepted).outcome == .fails)
  }

  @Test("moments are compared as moments, not as text")
  func offsets() throws {
    let accepted = try SignOff.made(.accepted, at: "2026-03-01T09:30:00-05:00")
    let rejected = try SignOff.made(.rejected, at: "2026-03-01T12:00:00+02:00")
    #expect(try evidence(accepted, rejected).outcome == .holds)
  }

  @Test(
    "moments are read across days, months, leap years and offsets",
    arguments: [
      ("2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z"), ("2025-12-31T23:30:00-01:00", "2026-01-01T00:31:00Z"),
      ("2026-03-01 09:00:00.999+0000", "2026-03-01T09:00:01Z"), ("1999-12-31T23:59:59Z", "2000-01-01T00:00:00Z"),
      ("2000-02-28T23:59:59+00:00", "2000-02-29T00:00:00Z"), ("not a moment at all, but long", "0000-01-01T00:00:00Z"),
      ("2026-13-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("2026-01-01T00:00:00", "0001-01-01T00:00:00Z"),
    ])
  func moments(earlier: String, later: String) throws {
    let accepted = try SignOff.made(.accepted, at: later, file: "a")
    let rejected = try SignOff.made(.rejected, at: earlier, file: "b")
    #expect(try evidence(accepted, rejected).outcome == .holds)
  }

  @Test("an act by someone outside the role counts for nothing, and hides none that counts")
  func stranger() throws {
    let accepted = try SignOff.made(.accepted)
    let rejected = try SignOff.made(.rejected, by: "mallory@example.com", at: "2026-03-05T10:00:00Z")
    #expect(try evidence(accepted, rejected).outcome == .holds)
    #expect(try evidence(rejected) == Evidence(.missing, .signOff(rejected, .notInRole)))
  }

  @Test("an acceptance in another role is not one in this role")
  func otherRole() throws {
    let act = try SignOff.made(.accepted, role: "product", by: "dana@example.com")
    #expect(try evidence(act) == .condition(.missing, check, .noSignOff(role: "support")))
  }

  @Test("nobody has signed, and nobody could, are two facts")
  func nobody() throws {
    #expect(try evidence() == .condition(.missing, check, .noSignOff(role: "support")))
    for role in ["legal", "marketing"] {
      let check = Condition.Check.signOff(role: role)
      #expect(
        try Judging.evidence(check, on: MemorySubject()) == .condition(.missing, check, .noOneInRole(role)))
    }
  }

  @Test("an acceptance that no condition asks for is shown, and settles nothing")
  func notAsked() throws {
    let accepted = try SignOff.made(.accepted)
    for (check, outcome, verdict) in [
      (Condition.Check.exists(Glob("docs/mute.md")), Evidence.Outcome.fails, Verdict.unmet),
      (.test("mute"), .missing, .unproven),
    ] {
      let report = try Judging.criterion([check], Judging.records(signOffs: [accepted]))
      #expect(report.verdict == verdict)
      #expect(report.evidence.map(\.outcome) == [outcome, .holds])
      #expect(report.evidence.last?.fact == .signOff(accepted, .counts))
    }
    let other = try SignOff.made(.accepted, wording: "older")
    let report = try Judging.criterion([.exists(Glob("a"))], Judging.records(signOffs: [other]))
    #expect(report.evidence.map(\.outcome) == [.fails])
  }

  @Test("a sign-off of another criterion or story is none of this one")
  func otherCriterion() throws {
    var act = try SignOff.made(.accepted)
    act.criterion = CriterionID(2)
    #expect(try evidence(act).outcome == .missing)
    act.criterion = CriterionID(1)
    act.story = try Judging.storyID("st-00000000")
    #expect(try evidence(act).outcome == .missing)
  }
}

extension SignOff {
  /// An act about the first criterion of the story that tests judge, in its present wording.
  static func made(
    _ act: Act, role: String = "support", by: String = "Sam <sam@example.com>", at: String = "2026-03-01T10:00:00Z",
    wording: String = "wording 1", reason: String? = nil, expires: String? = nil, file: String = "a.yml"
  ) throws -> SignOff {
    SignOff(
      story: try Judging.storyID(), criterion: CriterionID(1), act: act, role: role, by: by, at: at, wording: wording,
      reason: reason, expires: expires, file: file)
  }
}
