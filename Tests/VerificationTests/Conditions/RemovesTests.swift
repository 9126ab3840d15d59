import Git
import PlanModel
import Testing

@Suite("removes")
struct RemovesTests {
  private let check = Condition.Check.removes(Glob("src/**"), .text("sendAll("))

  @Test("a removed line that matches is shown with its number in the old file")
  func removedLine() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", kind: .deleted, removes: ["x", "sendAll(mails)"]))
    let expected = ConditionFact.line(path: "src/a.ts", number: 2, text: "sendAll(mails)")
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("a line that the story adds first and then removes was never there to remove")
  func addedBefore() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", adds: ["sendAll()"]))
    subject.commit(Edit("src/a.ts", removes: ["sendAll()"]))
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noMatch(searched: 1)))
  }

  @Test("a line that a later commit brings back was not removed")
  func broughtBack() throws {
    var subject = MemorySubject()
    subject.commit(Edit("src/a.ts", removes: ["sendAll()"]))
    subject.commit(Edit("src/a.ts", adds: ["sendAll()"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
  }

  @Test("a line taken out of a file that is renamed at the same time counts under either name")
  func renamedFile() throws {
    var subject = MemorySubject()
    subject.commit(Edit("lib/a.ts", from: "src/a.ts", removes: ["sendAll()"]))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }
}
