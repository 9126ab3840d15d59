import Git
import PlanModel
import Testing

@Suite("exists")
struct ExistsTests {
  private let check = Condition.Check.exists(Glob("docs/*.md"))

  @Test("a matching file in the tree makes it hold")
  func present() throws {
    let subject = MemorySubject(files: ["docs/mute.md": "", "docs/deep/x.md": "", "src/a.ts": ""])
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, .files(["docs/mute.md"], count: 1)))
  }

  @Test("no matching file fails it, also when nobody has worked on the story")
  func absent() throws {
    let subject = MemorySubject(files: ["src/a.ts": ""])
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noFile))
  }

  @Test("a symbolic link and a submodule are there like any file")
  func linksAndSubmodules() throws {
    var subject = MemorySubject()
    subject.add("docs/link.md", [], kind: .symbolicLink)
    subject.add("docs/module.md", [], kind: .submodule)
    let expected = ConditionFact.files(["docs/link.md", "docs/module.md"], count: 2)
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }
}
