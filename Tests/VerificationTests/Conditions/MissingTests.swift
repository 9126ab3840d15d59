import PlanModel
import Testing

@Suite("missing")
struct MissingTests {
  private let check = Condition.Check.missing(Glob("legacy/"))

  @Test("it holds when the tree has no matching file")
  func absent() throws {
    let subject = MemorySubject(files: ["src/legacy.ts": ""])
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, .noFile))
  }

  @Test("any file below a matching folder fails it")
  func present() throws {
    let subject = MemorySubject(files: ["src/legacy/old.ts": ""])
    let expected = ConditionFact.files(["src/legacy/old.ts"], count: 1)
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, expected))
  }
}
