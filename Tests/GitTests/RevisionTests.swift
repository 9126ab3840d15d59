import Git
import TestKit
import Testing

@Suite("Revisions, refs and ranges, held against git")
struct RevisionTests {
  @Test("HEAD on a branch, detached, unborn, and with packed refs only")
  func head() throws {
    let temporary = try TemporaryRepository()
    #expect(try temporary.opened().head() == Head(branch: "main", commit: nil))
    let first = try #require(ObjectID(try temporary.commit("One")))
    #expect(try temporary.opened().head() == Head(branch: "main", commit: first))
    try temporary.git("pack-refs", "--all")
    #expect(try temporary.opened().head() == Head(branch: "main", commit: first))
    let second = try #require(ObjectID(try temporary.commit("Two")))
    #expect(try temporary.opened().head() == Head(branch: "main", commit: second))
    try temporary.git("switch", "--quiet", "--detach", "HEAD^")
    #expect(try temporary.opened().head() == Head(branch: nil, commit: first))
    try temporary.git("switch", "--quiet", "-c", "feature/deep name".replacing(" ", with: "-"))
    #expect(try temporary.opened().head() == Head(branch: "feature/deep-name", commit: first))
  }

  @Test("revisions are resolved by git, and never taken for options")
  func resolve() throws {
    let temporary = try TemporaryRepository()
    let first = try temporary.commit("One: a subject")
    let second = try temporary.commit("Two")
    try temporary.git("tag", "-a", "-m", "x", "v1", first)
    let repository = try temporary.opened()
    for revision in ["HEAD^", "v1", "main~1", ":/One", first, String(first.prefix(8))] {
      #expect(try repository.resolve(revision).hex == first)
    }
    #expect(try repository.resolve("HEAD").hex == second)
    for revision in ["nothing", "--all", "-x", "", "HEAD^{tree}", "main..HEAD", "a b", "HEAD\nHEAD"] {
      #expect(throws: GitError.unknownRevision(revision)) { try repository.resolve(revision) }
    }
  }

  @Test("a ref is found loose and packed, and a hostile name leads nowhere")
  func reference() throws {
    let temporary = try TemporaryRepository()
    let first = try temporary.commit("One")
    try temporary.git("branch", "x/main")
    try temporary.git("pack-refs", "--all")
    let second = try temporary.commit("Two")
    let repository = try temporary.opened()
    #expect(try repository.reference("refs/heads/main")?.hex == second)
    #expect(try repository.reference("refs/heads/x/main")?.hex == first)
    #expect(try repository.reference("refs/heads/x") == nil)
    for name in ["../../secret", "/etc/passwd", "refs/../../x", "", "refs//x"] {
      #expect(throws: GitError.invalidReferenceName(name)) { try repository.reference(name) }
    }
    let all = try repository.references(below: "refs/heads")
    #expect(all.map(\.name) == ["refs/heads/main", "refs/heads/x/main"])
    #expect(all.map(\.id.hex) == [second, first])
    #expect(try repository.references(below: "refs/heads/") == all)
    #expect(try repository.references(below: "refs/head") == [])
  }

  @Test("a range holds what the tips reach and the exclusions do not")
  func ranges() throws {
    let temporary = try TemporaryRepository()
    let ids = try (1...5).map { try #require(ObjectID(try temporary.commit("\($0)"))) }
    try temporary.git("update-ref", "refs/remotes/origin/main", ids[2].hex)
    try temporary.git("update-ref", "refs/remotes/other/main", ids[3].hex)
    let repository = try temporary.opened()
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    let tip = [ids[4]]
    #expect(try repository.commits(reachableFrom: tip) == ids)
    #expect(try repository.commits(reachableFrom: tip, order: .newestFirst) == ids.reversed())
    #expect(try repository.commits(reachableFrom: tip, notFrom: [.remote("origin")]) == Array(ids[3...]))
    #expect(try repository.commits(reachableFrom: tip, notFrom: [.remote("orig")]) == ids)
    #expect(try repository.commits(reachableFrom: tip, notFrom: [.remotes]) == [ids[4]])
    #expect(
      try repository.commits(reachableFrom: tip, notFrom: [.commit(missing), .commit(ids[1])]) == Array(ids[2...]))
    #expect(try repository.commits(reachableFrom: tip, notFrom: [.references]).isEmpty)
    #expect(try repository.commits(reachableFrom: []).isEmpty)
    #expect(throws: GitError.missingObject(missing)) { try repository.commits(reachableFrom: [missing]) }
  }

  @Test("merge bases and ancestors")
  func bases() throws {
    let temporary = try TemporaryRepository()
    let first = try #require(ObjectID(try temporary.commit("One")))
    try temporary.git("switch", "--quiet", "-c", "side")
    let side = try #require(ObjectID(try temporary.commit("Side")))
    try temporary.git("switch", "--quiet", "main")
    let second = try #require(ObjectID(try temporary.commit("Two")))
    try temporary.git("switch", "--quiet", "--orphan", "lone")
    let lone = try #require(ObjectID(try temporary.commit("Lone")))
    let repository = try temporary.opened()
    #expect(try repository.mergeBase(side, second) == first)
    #expect(try repository.mergeBase(side, lone) == nil)
    #expect(try repository.isAncestor(first, of: side))
    #expect(try !repository.isAncestor(side, of: second))
  }
}
