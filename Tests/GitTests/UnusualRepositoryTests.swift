import Git
import TestKit
import Testing

@Suite("Unusual repositories open, or say why not")
struct UnusualRepositoryTests {
  @Test("a shallow clone ends at its border, as git shows it")
  func shallow() throws {
    let original = try TemporaryRepository()
    try original.commit("One", files: ["a": "a"])
    try original.commit("Two", files: ["b": "b"])
    let tip = try #require(ObjectID(try original.commit("Three", files: ["c": "c"])))
    let clone = try TemporaryRepository(cloning: original, options: ["--depth=2"])
    let repository = try clone.opened()
    #expect(repository.isShallow)
    let ids = try repository.commits(reachableFrom: [tip])
    #expect(ids.count == 2)
    #expect(try repository.commit(ids[0]).parents.isEmpty)
    #expect(try repository.changes(of: ids[0]).map(\.path) == ["a", "b"])
    #expect(try repository.changes(of: tip).map(\.path) == ["c"])
    #expect(try !original.opened().isShallow)
    // Also from a linked worktree of it.
    try clone.git("worktree", "add", "--quiet", clone.scratch + "/linked", "-b", "side")
    #expect(try clone.opened(at: clone.scratch + "/linked").changes(of: ids[0]).map(\.path) == ["a", "b"])
  }

  @Test("a partial clone opens, and names the object that is missing")
  func partial() throws {
    let original = try TemporaryRepository()
    try original.git("config", "uploadpack.allowFilter", "true")
    let tip = try #require(ObjectID(try original.commit("One", files: ["a": "a"])))
    let clone = try TemporaryRepository(cloning: original, options: ["--filter=blob:none", "--no-checkout"])
    let repository = try clone.opened()
    let blob = try #require(try repository.files(in: tip).first).id
    #expect(try repository.commit(tip).subject == "One")
    #expect(throws: GitError.missingObject(blob)) { try repository.blob(blob, limit: 10) }
  }

  @Test(
    "extensions that do not matter to objects do not stand in the way",
    arguments: [
      "worktreeConfig", "preciousObjects", "relativeWorktrees",
    ])
  func extensions(name: String) throws {
    let temporary = try TemporaryRepository()
    let tip = try #require(ObjectID(try temporary.commit("One", files: ["a": "a"])))
    try temporary.git("config", "core.repositoryFormatVersion", "1")
    try temporary.git("config", "extensions.\(name)", "true")
    let repository = try temporary.opened()
    #expect(try repository.files(in: tip).map(\.path) == ["a"])
    #expect(try repository.head().branch == "main")
  }

  @Test("a storage of refs and an extension that nobody knows are told by name")
  func unknown() throws {
    let temporary = try TemporaryRepository()
    let tip = try #require(ObjectID(try temporary.commit("One")))
    try temporary.git("config", "core.repositoryFormatVersion", "1")
    try temporary.git("config", "extensions.refStorage", "shelves")
    let storage = #expect(throws: GitError.self) { try temporary.opened().commit(tip) }
    guard case .unsupportedRepository(.referenceStorage)? = storage else {
      Issue.record("\(String(describing: storage))")
      return
    }
    try temporary.write(".git/config", "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tsecrets = true\n")
    let other = #expect(throws: GitError.self) { try temporary.opened().commit(tip) }
    guard case .unsupportedRepository(.other(let words))? = other else {
      Issue.record("\(String(describing: other))")
      return
    }
    #expect(words.contains("secrets"))
  }

  @Test("refs below a folder are those of git for-each-ref, packed or not")
  func references() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One")
    for name in ["a", "b/c", "b-d", "new"] { try temporary.git("update-ref", "refs/remotes/origin/\(name)", "HEAD") }
    try temporary.git("tag", "--annotate", "-m", "v1", "v1")
    try temporary.git("pack-refs", "--all")
    try temporary.commit("Two")
    try temporary.git("update-ref", "refs/remotes/origin/new", "HEAD")
    try temporary.git("update-ref", "refs/remotes/origin/loose", "HEAD")
    try temporary.git("update-ref", "-d", "refs/remotes/origin/a")
    try temporary.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/new")
    try temporary.git("symbolic-ref", "refs/remotes/origin/dangling", "refs/remotes/origin/nothing")
    try temporary.write(".git/refs/remotes/origin/held.lock", "")
    for prefix in ["refs/remotes/origin", "refs/remotes", "refs/tags", "refs/heads", "refs/nothing"] {
      let listed = try temporary.git("for-each-ref", "--format=%(objectname) %(refname)", "--", prefix)
      let found = try temporary.opened().references(below: prefix)
      #expect(found.map { "\($0.id) \($0.name)" }.joined(separator: "\n") == listed)
    }
  }

  @Test("a repository of another owner is read when git allows it, and refused with git's advice when not")
  func owner() throws {
    let temporary = try TemporaryRepository()
    let tip = try #require(ObjectID(try temporary.commit("One")))
    guard try temporary.run("chown", ["-R", "12345", temporary.path]).status == 0 else { return }
    let error = #expect(throws: GitError.self) { try temporary.opened().commit(tip) }
    guard case .notOwned(let directory, let advice)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(directory == temporary.path + "/.git")
    #expect(advice.contains("safe.directory"))
    try temporary.git("config", "--global", "safe.directory", "*")
    #expect(try temporary.opened().commit(tip).subject == "One")
  }

  @Test("objects of a push in quarantine are seen")
  func quarantine() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One")
    let aside = temporary.scratch + "/a \"side"
    _ = try temporary.run("mkdir", ["-p", aside + "/pack"])
    let variables = [
      "GIT_OBJECT_DIRECTORY": aside, "GIT_ALTERNATE_OBJECT_DIRECTORIES": "\"\(temporary.path)/.git/objects\"",
    ]
    let tree = try temporary.git("rev-parse", "HEAD^{tree}")
    let made = try temporary.run("git", ["commit-tree", "-m", "Two", tree], environment: variables)
    try #require(made.status == 0, "\(made.stderr)")
    let id = try #require(ObjectID(made.stdout.dropLast()))
    #expect(try temporary.opened(environment: variables).commit(id).subject == "Two")
    #expect(throws: GitError.missingObject(id)) { try temporary.opened().commit(id) }
  }

  @Test("a bare repository is read")
  func bare() throws {
    let original = try TemporaryRepository()
    let tip = try #require(ObjectID(try original.commit("One", files: ["a": "a"])))
    let bare = try TemporaryRepository(bare: true)
    try original.git("push", "--quiet", bare.path, "main")
    let repository = try bare.opened()
    #expect(try repository.head() == Head(branch: "main", commit: tip))
    #expect(try repository.files(in: tip).map(\.path) == ["a"])
  }

  @Test("a hook sees the repository that it is run for", arguments: ["pre-commit", "pre-push"])
  func hook(name: String) throws {
    let bare = try TemporaryRepository(bare: true)
    let temporary = try TemporaryRepository()
    try temporary.commit("One")
    try temporary.git("worktree", "add", "--quiet", temporary.scratch + "/linked", "-b", "side")
    let report = temporary.scratch + "/report"
    try temporary.writeProgram(".git/hooks/\(name)", "#!/bin/sh\npwd >'\(report)'\nenv >>'\(report)'\n")
    for top in [temporary.path, temporary.scratch + "/linked"] {
      try temporary.git(in: top, ["commit", "--quiet", "--allow-empty", "-m", "Two"])
      try temporary.git(in: top, ["push", "--quiet", "--force", bare.path, "HEAD:main"])
      let lines = try temporary.run("cat", [report]).stdout.split(separator: "\n")
      var environment = temporary.environment
      for line in lines.dropFirst() {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].hasPrefix("GIT_") { environment[String(parts[0])] = String(parts[1]) }
      }
      let repository = try Repository(at: String(lines[0]), environment: environment)
      #expect(repository.location.workTree == top)
      #expect(try repository.head().branch == (top == temporary.path ? "main" : "side"))
      #expect(try repository.stagedFiles().isEmpty)
    }
  }
}
