import Git
import PlanModel
import Testing
import Verification

@Suite("Exemptions")
struct ExemptionsTests {
  private func commit(
    _ message: String = "Mute emails", parents: Int = 1, author: String = "Ada", address: String = "ada@example.com"
  ) -> Commit {
    let identity = Identity(name: author, address: address, seconds: 0, offset: 0)
    let other = Identity(name: "Web", address: "bot@forge.example", seconds: 0, offset: 0)
    return Commit(
      id: .made(1), tree: .made(2), parents: (0..<parents).map { .made(10 + $0) }, author: identity,
      committer: other, message: message)
  }

  private func change(_ path: String, from oldPath: String? = nil) -> FileChange {
    FileChange(
      kind: oldPath == nil ? .modified : .renamed, path: path, oldPath: oldPath, oldBlob: .made(3), newBlob: .made(4))
  }

  @Test("an ordinary commit is not exempt")
  func ordinary() {
    #expect(Exemptions(CommitRules()).exemption(of: commit()) { [change("src/a.ts")] } == nil)
  }

  @Test("where the policy asks for no story every commit is exempt")
  func notRequired() {
    var rules = CommitRules()
    rules.require = .none
    #expect(Exemptions(rules).exemption(of: commit()) { [] } == .notRequired)
  }

  @Test(
    "merges are known by their parents, the others by the subject that git writes",
    arguments: [
      ("Merge branch 'x'", 2, CommitRules.ExemptKind.merge), ("Whatever", 3, .merge), ("Merge branch 'x'", 1, nil),
      ("Revert \"Mute emails\"\n\nThis reverts commit 1.", 1, .revert), ("Reapply \"Mute emails\"", 1, .revert),
      ("Revert to the old way", 1, nil), ("fixup! Mute emails", 1, .fixup), ("squash! Mute", 1, .fixup),
      ("amend! Mute", 1, .fixup), ("fixup!", 1, nil), ("fixup the mail", 1, nil), ("", 0, nil),
      ("Mute\n\nfixup! x", 1, nil),
    ] as [(String, Int, CommitRules.ExemptKind?)])
  func kinds(message: String, parents: Int, expected: CommitRules.ExemptKind?) {
    #expect(Exemptions.kind(of: commit(message, parents: parents)) == expected)
    let exemption = Exemptions(CommitRules()).exemption(of: commit(message, parents: parents)) { [] }
    #expect(exemption == expected.map(Exemption.kind))
  }

  @Test("a kind that the policy does not name is not exempt")
  func unnamedKind() {
    var rules = CommitRules()
    rules.exemptKinds = [.merge]
    #expect(Exemptions(rules).exemption(of: commit("fixup! x")) { [] } == nil)
  }

  @Test("authors match by their address alone or with their name; the committer does not matter")
  func authors() {
    var rules = CommitRules()
    rules.exemptAuthors = [Glob("*\\[bot\\]*"), Glob("*@ci.example.com")]
    let exemptions = Exemptions(rules)
    let bot = commit(author: "deps[bot]")
    #expect(exemptions.exemption(of: bot) { [] } == .author(Glob("*\\[bot\\]*")))
    #expect(exemptions.exemption(of: commit(address: "x@ci.example.com")) { [] } == .author(Glob("*@ci.example.com")))
    #expect(exemptions.exemption(of: commit(author: "robot")) { [] } == nil)
    rules.exemptAuthors = [Glob("*@forge.example")]
    #expect(Exemptions(rules).exemption(of: commit()) { [] } == nil)
  }

  @Test("a commit is exempt by its paths only if all of them are, the old ones of renames too")
  func paths() {
    var rules = CommitRules()
    rules.exemptPaths = [Glob("docs/**"), Glob("*.md")]
    let exemptions = Exemptions(rules)
    #expect(exemptions.exemption(of: commit()) { [change("docs/a.txt"), change("README.md")] } == .paths(count: 2))
    #expect(exemptions.exemption(of: commit()) { [change("docs/a.txt"), change("src/a.ts")] } == nil)
    #expect(exemptions.exemption(of: commit()) { [change("docs/a.ts", from: "src/a.ts")] } == nil)
    #expect(exemptions.exemption(of: commit()) { [] } == nil)
  }

  @Test("changes are not asked for where they cannot decide")
  func laziness() throws {
    struct Asked: Error {}
    var rules = CommitRules()
    #expect(try Exemptions(rules).exemption(of: commit()) { throw Asked() } == nil)
    rules.exemptPaths = [Glob("*")]
    #expect(try Exemptions(rules).exemption(of: commit(parents: 2)) { throw Asked() } == .kind(.merge))
    #expect(throws: Asked.self) { try Exemptions(rules).exemption(of: commit()) { throw Asked() } }
  }
}
