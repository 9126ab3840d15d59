import PlanModel
import Testing
import Verification

@Suite("unchanged")
struct UnchangedTests {
  private let check = Condition.Check.unchanged(Glob("api/**"))

  @Test("it holds when the story's commits leave the files alone")
  func untouched() throws {
    var subject = MemorySubject(files: ["api/v1.ts": ""])
    subject.commit(Edit("src/mail.ts"))
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, .files([], count: 0)))
  }

  @Test("it holds in vain, and says so, where there is no such file to guard")
  func nothingToGuard() throws {
    var subject = MemorySubject(files: ["src/mail.ts": ""])
    subject.commit(Edit("src/mail.ts"))
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, .noFile))
  }

  @Test("a touched file fails it, also when a later commit undoes the change")
  func touched() throws {
    var subject = MemorySubject(files: ["api/v1.ts": ""])
    subject.commit(Edit("api/v1.ts", adds: ["x"]))
    subject.commit(Edit("api/v1.ts", removes: ["x"]))
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .files(["api/v1.ts"], count: 1)))
  }

  @Test("a file renamed out of the guarded folder fails it")
  func renamedAway() throws {
    var subject = MemorySubject()
    subject.commit(Edit("old/v1.ts", from: "api/v1.ts"))
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .files(["api/v1.ts"], count: 1)))
  }

  @Test("where more commits may lie beyond the border of a shallow clone, only what they cannot turn is decided")
  func shallow() throws {
    var subject = MemorySubject(files: ["api/v1.ts": "", "src/mail.ts": ""])
    subject.isCut = true
    let (touched, other) = (Glob("src/**"), Glob("docs/**"))
    let text = TextPattern.text("never")
    let open: [Condition.Check] = [
      check, .changed(other), .adds(touched, text), .removes(touched, text), .symbol(name: "f", in: touched, .changed),
      .adds(touched, .text("x")),
    ]
    for isWorkKnown in [false, true] {
      if isWorkKnown { subject.commit(Edit("src/mail.ts", adds: ["x"])) }
      for check in open {
        #expect(try Judging.evidence(check, on: subject) == .condition(.missing, check, .commitsBeyondBorder))
      }
    }
    let files = ConditionFact.files(["src/mail.ts"], count: 1)
    #expect(try Judging.evidence(.changed(touched), on: subject) == .condition(.holds, .changed(touched), files))
    #expect(try Judging.evidence(.unchanged(touched), on: subject) == .condition(.fails, .unchanged(touched), files))
    #expect(try Judging.evidence(.exists(touched), on: subject).outcome == .holds)
  }

  @Test("without a commit for the story it is unproven, not met")
  func noCommits() throws {
    let subject = MemorySubject(files: ["api/v1.ts": ""])
    #expect(try Judging.evidence(check, on: subject) == .condition(.missing, check, .noCommits))
    #expect(try Judging.criterion([check], on: subject, Judging.records()).verdict == .unproven)
  }
}
