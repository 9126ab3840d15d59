import PlanModel
import Testing

@Suite("lacks")
struct LacksTests {
  private let check = Condition.Check.lacks(Glob("*.ts"), .text("sendAll("))

  @Test("it holds when files were searched and none holds the text")
  func absent() throws {
    let subject = MemorySubject(files: ["src/a.ts": "send()", "src/b.ts": ""])
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, .noMatch(searched: 2)))
  }

  @Test("the line that holds the text fails it")
  func present() throws {
    let subject = MemorySubject(files: ["src/a.ts": "x\n  sendAll(mails)"])
    let expected = ConditionFact.line(path: "src/a.ts", number: 2, text: "sendAll(mails)")
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, expected))
  }

  @Test("a glob that matches no file proves nothing: it may be a slip")
  func noFile() throws {
    let subject = MemorySubject(files: ["src/a.js": ""])
    #expect(try Judging.evidence(check, on: subject) == .condition(.missing, check, .noFile))
  }

  @Test("files that were not searched prove nothing")
  func onlyBinaryFiles() throws {
    var subject = MemorySubject()
    subject.add("a.ts", [0, 1, 2])
    #expect(try Judging.evidence(check, on: subject) == .condition(.missing, check, .noMatch(searched: 0)))
  }

  @Test("a file too large to search keeps it from holding, a match elsewhere fails it all the same")
  func tooLarge() throws {
    var subject = MemorySubject(files: ["a.ts": ""])
    subject.add("big.ts", [UInt8](repeating: UInt8(ascii: "x"), count: (10 << 20) + 1))
    #expect(try Judging.evidence(check, on: subject).outcome == .missing)
    subject.add("c.ts", Array("sendAll(".utf8))
    #expect(try Judging.evidence(check, on: subject).outcome == .fails)
  }
}
