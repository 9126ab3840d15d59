import Git
import PlanModel
import Testing
import Verification

@Suite("Verdicts")
struct VerdictTests {
  private let holding = Condition.Check.missing(Glob("legacy"))
  private let failing = Condition.Check.exists(Glob("docs"))
  private let unknown = Condition.Check.run("make test")
  private let stale = Condition.Check.test("muted")

  /// Results of another commit, so that `stale` is.
  private func records(_ signOffs: SignOff...) -> Records {
    let old = TestResults([TestCase(name: "muted", outcome: .passed)], origin: "r", commit: .made(77))
    return Judging.records(results: [old], signOffs: signOffs)
  }

  @Test("the worst of the evidence decides: failing, stale, missing, holding")
  func order() throws {
    func verdict(_ checks: Condition.Check...) throws -> Verdict { try Judging.criterion(checks, records()).verdict }
    #expect(try verdict(holding, unknown, stale, failing) == .unmet)
    #expect(try verdict(holding, unknown, stale) == .stale)
    #expect(try verdict(holding, unknown) == .unproven)
    #expect(try verdict(holding, holding) == .met)
  }

  @Test("every condition has its evidence, in its order")
  func evidenceOrder() throws {
    let report = try Judging.criterion([unknown, holding, failing], records())
    #expect(report.evidence.map(\.outcome) == [.missing, .holds, .fails])
  }

  @Test("a criterion without conditions is met only by an acceptance of its wording, in any role")
  func noConditions() throws {
    func report(_ signOffs: SignOff...) throws -> CriterionReport {
      try Judging.criterion([], Judging.records(signOffs: signOffs))
    }
    let nothing = try report()
    #expect(nothing.verdict == .unproven)
    #expect(nothing.evidence == [Evidence(.missing, .noConditions)])
    #expect(try report(.made(.accepted)).verdict == .met)
    #expect(try report(.made(.accepted, role: "product", by: "dana@example.com")).verdict == .met)
    #expect(try report(.made(.accepted, wording: "older")).verdict == .stale)
    #expect(try report(.made(.rejected)).verdict == .unmet)
    let stranger = try SignOff.made(.accepted, by: "mallory@example.com")
    #expect(try report(stranger).verdict == .unproven)
    #expect(try report(stranger).evidence == [Evidence(.missing, .signOff(stranger, .notInRole))])
  }

  @Test("a rejection of this wording that no acceptance follows makes it unmet, whatever its conditions say")
  func rejection() throws {
    let rejection = try SignOff.made(.rejected)
    let report = try Judging.criterion([holding], records(rejection))
    #expect(report.verdict == .unmet)
    #expect(report.evidence.last == Evidence(.fails, .signOff(rejection, .counts)))
    let dana = try SignOff.made(
      .accepted, role: "product", by: "dana@example.com", at: "2026-03-02T10:00:00Z")
    #expect(try Judging.criterion([holding], records(rejection, dana)).verdict == .met)
    #expect(try Judging.criterion([holding], records(.made(.rejected, wording: "older"))).verdict == .met)
    #expect(try Judging.criterion([holding], records(.made(.rejected, by: "mallory@example.com"))).verdict == .met)
  }

  @Test("a rejection that a sign-off condition shows already is not shown twice")
  func rejectionOnce() throws {
    let report = try Judging.criterion([.signOff(role: "support")], records(.made(.rejected)))
    #expect(report.evidence.count == 1)
  }

  @Test("a story is as good as its worst criterion, and unproven without any")
  func stories() throws {
    var subject = MemorySubject()
    subject.commit(Edit("a"))
    let verifier = Verifier(subject, records: records())
    let report = try verifier.report(on: Judging.story([holding], [unknown], [failing], [unknown]))
    #expect(report.verdict == .unmet)
    #expect(report.criteria.map(\.verdict) == [.met, .unproven, .unmet, .unproven])
    #expect(report.criteria(.unproven) == [CriterionID(2), CriterionID(4)])
    #expect(report.commits == subject.story.map(\.id))
    #expect(try verifier.report(on: Judging.story()).verdict == .unproven)
  }

  @Test("what the subject cannot read is thrown, not taken for a verdict")
  func unreadable() throws {
    let story = try Judging.story([holding])
    #expect(throws: BrokenSubject.Unreadable.self) {
      try Verifier(BrokenSubject(), records: Judging.records()).report(on: story)
    }
  }
}

/// A subject that can read nothing but its commits.
private struct BrokenSubject: Subject {
  struct Unreadable: Error {}

  let commit = ObjectID.made(1)
  let tree = ObjectID.made(2)

  func files() throws -> [TreeEntry] { throw Unreadable() }
  func files(below folder: String) throws -> [TreeEntry] { throw Unreadable() }
  func contents(of file: TreeEntry, limit: Int) throws -> [UInt8]? { throw Unreadable() }
  func definitions(of name: String, in files: [TreeEntry]) throws -> SymbolReading { throw Unreadable() }
  func commits(of story: ID<Story>) -> [StoryCommit] { [] }
  func tree(before commits: [StoryCommit]) throws -> any CodeTree { throw Unreadable() }
  func mayLackCommits(of story: ID<Story>) throws -> Bool { throw Unreadable() }
  func mayTouch(_ words: [UInt8], in change: FileChange) throws -> Bool { throw Unreadable() }
  func lines(of change: FileChange) throws -> LineChanges { throw Unreadable() }
  func currentPath(of path: String, since commit: ObjectID) throws -> String? { throw Unreadable() }
}
