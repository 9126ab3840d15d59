import Git
import PlanModel
import Testing
import Verification

@Suite("What held already before the story")
struct HeldBeforeTests {
  private let exists = Condition.Check.exists(Glob("src/app.ts"))
  private let contains = Condition.Check.contains(Glob("src/app.ts"), .text("muted"))
  private let absent = Condition.Check.missing(Glob("*.orig"))
  private let lacks = Condition.Check.lacks(Glob("src/**"), .text("TODO"))

  /// A story that changes a file which is otherwise as before: `old` and `new` are its texts.
  private func subject(_ old: String?, _ new: String) -> MemorySubject {
    var subject = MemorySubject()
    if let old {
      subject.add("src/app.ts", Array(old.utf8))
      subject.earlier = subject.entries
      subject.entries = []
      subject.texts[.made(50)] = subject.texts[.made(100)]
      subject.earlier = [TreeEntry(path: "src/app.ts", kind: .file, id: .made(50))]
    }
    subject.add("src/app.ts", Array(new.utf8))
    subject.commit(Edit("src/app.ts"))
    return subject
  }

  @Test("a criterion that only such conditions meet is unproven, and says so")
  func unproven() throws {
    let report = try Judging.criterion(
      [exists, contains, absent], on: subject("muted", "muted too"), Judging.records())
    #expect(report.verdict == .unproven)
    #expect(report.evidence.map(\.outcome) == [.holds, .holds, .holds])
    #expect(report.evidence.map(\.heldBefore) == [true, true, true])
  }

  @Test("one condition that the story makes true is enough")
  func oneIsNew() throws {
    let report = try Judging.criterion([exists, contains], on: subject("plain", "muted"), Judging.records())
    #expect(report.verdict == .met)
    #expect(report.evidence.map(\.heldBefore) == [true, false])
  }

  @Test("a guard proves what it guards, alone, and proves nothing for others beside it")
  func guards() throws {
    let unchanged = Condition.Check.unchanged(Glob("api/**"))
    let subject = subject("a", "b")
    #expect(try Judging.criterion([lacks], on: subject, Judging.records()).verdict == .met)
    #expect(try Judging.criterion([unchanged, lacks], on: subject, Judging.records()).verdict == .met)
    // There is nothing below api/ that it could guard.
    #expect(try Judging.criterion([unchanged], on: subject, Judging.records()).verdict == .unproven)
    #expect(try Judging.criterion([lacks, exists], on: subject, Judging.records()).verdict == .unproven)
  }

  @Test("what a commit changes is the story's, and so is what a test or a person says")
  func others() throws {
    let changed = Condition.Check.changed(Glob("src/**"))
    let tests = TestResults([TestCase(name: "muted", outcome: .passed)], origin: "r")
    for check in [changed, .test("muted")] {
      let report = try Judging.criterion([exists, check], on: subject("a", "b"), Judging.records(results: [tests]))
      #expect(report.verdict == .met, "\(check)")
      #expect(report.evidence.map(\.heldBefore) == [true, false])
    }
  }

  @Test("before a root commit there was nothing")
  func root() throws {
    #expect(try Judging.criterion([exists], on: subject(nil, "x"), Judging.records()).verdict == .met)
    #expect(try Judging.criterion([absent], on: subject(nil, "x"), Judging.records()).verdict == .unproven)
  }

  @Test("without a commit the story did nothing, whatever the tree holds")
  func noCommits() throws {
    var subject = MemorySubject(files: ["src/app.ts": "x"])
    subject.earlier = subject.entries
    let report = try Judging.criterion([exists], on: subject, Judging.records())
    #expect(report.verdict == .unproven)
  }

  @Test("what fails, or is not known, is not said to have held")
  func failing() throws {
    let report = try Judging.criterion([.missing(Glob("src/app.ts"))], on: subject(nil, "x"), Judging.records())
    #expect(report.verdict == .unmet)
    #expect(report.evidence.map(\.heldBefore) == [false])
  }
}
