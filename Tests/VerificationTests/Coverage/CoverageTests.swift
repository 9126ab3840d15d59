import Git
import PlanModel
import Testing
import Verification

@Suite("coverage")
struct CoverageTests {
  private let check = Condition.Check.coverage(of: Glob("src/**"), atLeast: 80)

  /// A tree with one file, which the story's only commit left as it is: lines 1 to 10 of it are the story's.
  private func subject(_ path: String = "src/mute.sh", lines: Int = 10) -> MemorySubject {
    var subject = MemorySubject(files: [path: "x"])
    subject.commit(Edit(path, adds: (1...lines).map { "line \($0)" }))
    subject.keepAsTip(path)
    return subject
  }

  private func report(_ files: [String: [Int: Bool]], tree: ObjectID? = nil) -> CoverageResults {
    let files = files.sorted { $0.key < $1.key }.map { CoveredFile(paths: [$0.key], lines: MeasuredLines($0.value)) }
    return CoverageResults(CoverageReport(files), commit: nil, tree: tree)
  }

  private func evidence(_ subject: MemorySubject, _ reports: CoverageResults...) throws -> Evidence {
    try Judging.evidence(check, on: subject, Judging.records(coverage: reports))
  }

  private func fact(
    _ covered: Int, _ measured: Int, missed: [String] = [], unmeasured: [String] = []
  ) -> ConditionFact {
    .coverage(covered: covered, measured: measured, missed: missed, unmeasured: unmeasured)
  }

  @Test("the share is of the story's lines that are measured; it holds at the bar and fails below")
  func share() throws {
    let four = [1: true, 2: true, 3: true, 4: true]
    let held = try evidence(subject(), report(["src/mute.sh": four.merging([5: false, 99: false]) { $1 }]))
    #expect(held == .condition(.holds, check, fact(4, 5, missed: ["src/mute.sh:5"])))
    let failed = try evidence(subject(), report(["src/mute.sh": four.merging([5: false, 6: false]) { $1 }]))
    #expect(failed == .condition(.fails, check, fact(4, 6, missed: ["src/mute.sh:5", "src/mute.sh:6"])))
  }

  @Test("several reports add up: a line was run when any of them says so")
  func severalReports() throws {
    let first = report(["src/mute.sh": [1: false, 2: true]])
    #expect(try evidence(subject(), first, report(["src/mute.sh": [1: true]])) == .condition(.holds, check, fact(2, 2)))
  }

  @Test("a file that the reports do not have is said beside the share of those they have")
  func unmeasured() throws {
    var subject = subject()
    subject.add("src/new.sh", [])
    subject.commit(Edit("src/new.sh", adds: ["a"]))
    subject.keepAsTip("src/new.sh")
    let expected = fact(1, 1, unmeasured: ["src/new.sh"])
    #expect(try evidence(subject, report(["src/mute.sh": [1: true]])) == .condition(.holds, check, expected))
  }

  @Test("where nothing is measured nothing is decided, and the reason is told")
  func undecided() throws {
    #expect(try evidence(subject()) == .condition(.missing, check, .noCoverage))
    #expect(try evidence(MemorySubject(), report([:])) == .condition(.missing, check, .noCommits))
    #expect(try evidence(subject("doc/a.md"), report([:])) == .condition(.missing, check, .noAddedLine))
    let other = try evidence(subject(), report(["src/other.sh": [1: true]]))
    #expect(other == .condition(.missing, check, .notMeasured(["src/mute.sh"], count: 1)))
    let unchanged = try evidence(subject(), report(["src/mute.sh": [11: true, 12: false]]))
    #expect(unchanged == .condition(.missing, check, .noMeasuredLine(added: 10)))
  }

  @Test("a recorded share counts for its content, the lowest of several, and is stale for another")
  func recorded() throws {
    let story = try Judging.storyID()
    func evidence(_ shares: (covered: Int, tree: ObjectID)...) throws -> Evidence {
      let shares = shares.map {
        RecordedShare(story: story, glob: Glob("src/**"), covered: $0.covered, measured: 10, tree: $0.tree)
      }
      return try Judging.evidence(check, on: subject(), Judging.records(shares: shares))
    }
    #expect(try evidence((9, .made(2))) == .condition(.holds, check, fact(9, 10)))
    #expect(try evidence((9, .made(2)), (7, .made(2))) == .condition(.fails, check, fact(7, 10)))
    let stale = ConditionFact.resultsOfOtherContent(commit: "")
    #expect(try evidence((9, .made(9))) == .condition(.stale, check, stale))
  }

  @Test("files that the reports did not have are named again when a share is recalled")
  func unmeasuredRecalled() throws {
    let share = RecordedShare(
      story: try Judging.storyID(), glob: Glob("src/**"), covered: 9, measured: 10, tree: .made(2),
      unmeasured: ["src/M.java"])
    let fact = ConditionFact.coverage(covered: 9, measured: 10, missed: [], unmeasured: ["src/M.java"])
    let evidence = try Judging.evidence(check, on: subject(), Judging.records(shares: [share]))
    #expect(evidence == .condition(.holds, check, fact))
  }

  @Test("a share of other files or of another story says nothing")
  func otherShare() throws {
    let other = try #require(ID<Story>("st-00000001"))
    let shares = [
      RecordedShare(story: other, glob: Glob("src/**"), covered: 9, measured: 10, tree: .made(2)),
      RecordedShare(story: try Judging.storyID(), glob: Glob("lib/**"), covered: 9, measured: 10, tree: .made(2)),
    ]
    let evidence = try Judging.evidence(check, on: subject(), Judging.records(shares: shares))
    #expect(evidence == .condition(.missing, check, .noCoverage))
  }

  @Test("a report of other content is none")
  func otherContent() throws {
    let evidence = try evidence(subject(), report(["src/mute.sh": [1: true]], tree: .made(77)))
    #expect(evidence == .condition(.missing, check, .noCoverage))
  }
}
