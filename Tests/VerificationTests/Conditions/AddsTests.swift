import Git
import PlanModel
import Testing

@Suite("adds")
struct AddsTests {
  private let check = Condition.Check.adds(Glob("src/**"), .regex("muted"))

  @Test("an added line that matches is shown with its number in the new file")
  func addedLine() throws {
    var subject = MemorySubject()
    subject.commit(Edit("docs/a.md", adds: ["muted"]), Edit("src/a.ts", adds: ["plain", "  if (muted) return"]))
    let expected = ConditionFact.line(path: "src/a.ts", number: 2, text: "if (muted) return")
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("a removed line is no added one")
  func removedLine() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["plain"], removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noMatch(searched: 1)))
  }

  @Test("a line that a later commit of the story removes again does not count")
  func removedAgain() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["muted"]))
    subject.commit(Edit("src/a.ts", removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
    subject.commit(Edit("src/a.ts", adds: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }

  @Test("of two such lines one is left when one is removed")
  func oneOfTwo() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["muted", "muted"]))
    subject.commit(Edit("src/a.ts", removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }

  @Test("a line moved within one commit is added there, as the commit's diff has it")
  func movedLine() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["muted"], removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }

  @Test("a line that was there before, removed and brought back, was not added")
  func broughtBack() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", removes: ["muted"]))
    subject.commit(Edit("src/a.ts", adds: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
  }

  @Test("a renamed file stays one file: what is removed under the new name cancels what was added under the old")
  func renamedFile() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["muted"]))
    subject.commit(Edit("lib/a.ts", from: "src/a.ts"))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
    subject.commit(Edit("lib/a.ts", removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
  }

  @Test("a linked merge does not count a second time what the merged commits added")
  func mergeOfLinkedCommits() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["muted"]))
    subject.commit(isMerge: true, Edit("src/a.ts", adds: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
    subject.commit(Edit("src/a.ts", removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
  }

  @Test("a linked merge alone adds what it brings in")
  func mergeAlone() throws {
    var subject = MemorySubject()
    subject.commit(isMerge: true, Edit("src/a.ts", adds: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }

  @Test("a merge tells of a linked commit's rename again, and of its lines")
  func mergeOfRename() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/b.ts", from: "src/a.ts", adds: ["muted"]))
    subject.commit(isMerge: true, Edit("src/b.ts", from: "src/a.ts", adds: ["muted"]))
    subject.commit(Edit("src/b.ts", removes: ["muted"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
  }

  @Test("a story that touches no matching file fails it, one without commits leaves it undecided")
  func nothingToSearch() throws {
    var subject = MemorySubject()
    #expect(try Judging.evidence(check, on: subject) == .condition(.missing, check, .noCommits))
    subject.commit(Edit("docs/a.md", adds: ["muted"]))
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noFile))
  }

  @Test("a pattern that takes too much work, or cannot be used, leaves it undecided")
  func patterns() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: [String(repeating: "a", count: 5_000) + "!"]))
    let costly = Condition.Check.adds(Glob("src/**"), .regex("(a+)+$"))
    #expect(
      try Judging.evidence(costly, on: subject) == .condition(.missing, costly, .patternTooCostly(path: "src/a.ts")))
    #expect(try Judging.evidence(.adds(Glob("*"), .regex("[")), on: subject).outcome == .missing)
  }
}
