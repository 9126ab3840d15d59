import Git
import PlanModel
import Testing

@Suite("changed")
struct ChangedTests {
  private let check = Condition.Check.changed(Glob("src/**"))

  @Test("a matching file in any of the story's commits makes it hold, and is named once")
  func changedFile() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/mail.ts"), Edit("docs/mail.md"))
    subject.commit(Edit("src/mail.ts"), Edit("src/app.ts", kind: .deleted))
    let expected = ConditionFact.files(["src/app.ts", "src/mail.ts"], count: 2)
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("a story that changes other files fails it")
  func otherFile() throws {
    var subject = MemorySubject(files: ["src/mail.ts": ""])
    subject.commit(Edit("docs/mail.md"))
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noFile))
  }

  @Test("a file renamed out of the folder counts as changed under both names")
  func renamedAway() throws {
    var subject = MemorySubject()
    subject.commit(Edit("lib/mail.ts", from: "src/mail.ts"))
    let expected = ConditionFact.files(["src/mail.ts"], count: 1)
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("without a commit for the story nothing is known")
  func noCommits() throws {
    #expect(try Judging.evidence(check, on: MemorySubject()) == .condition(.missing, check, .noCommits))
  }

  @Test("an empty commit is work that changed nothing")
  func emptyCommit() throws {
    var subject = MemorySubject()
    subject.commit()
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noFile))
  }

  @Test("of many files five are named and all are counted")
  func manyFiles() throws {
    var subject = MemorySubject()
    for number in 1...9 { subject.commit(Edit("src/\(number).ts")) }
    let named = (1...5).map { "src/\($0).ts" }
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, .files(named, count: 9)))
  }
}
