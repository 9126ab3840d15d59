import Git
import Processes
import TestKit
import Testing

@Suite("Finding the repository, held against git rev-parse")
struct LocationTests {
  /// What git says about `directory`, and what this program finds.
  private func expectAgreement(
    _ temporary: TemporaryRepository, at directory: String, environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let all = temporary.environment.merging(environment) { $1 }
    let git = GitProgram(directory: directory, environment: all)
    let folders = try git.line(of: ["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"])
    let top = try git.outcome(of: ["rev-parse", "--show-toplevel"])
    let location = try RepositoryLocation.discover(from: directory, environment: all)
    #expect(
      [location.gitDirectory, location.commonDirectory].joined(separator: "\n") == folders,
      sourceLocation: sourceLocation)
    #expect(
      location.workTree == (top.status == 0 ? String(top.text.dropLast()) : nil), sourceLocation: sourceLocation)
  }

  @Test("from the top, a subdirectory and inside .git")
  func plain() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One", files: ["dir/sub/a": "a"])
    try expectAgreement(temporary, at: temporary.path)
    try expectAgreement(temporary, at: temporary.path + "/dir/sub")
    try expectAgreement(temporary, at: temporary.path + "/.git")
    try expectAgreement(temporary, at: temporary.path + "/.git/refs")
  }

  @Test("a bare repository has no work tree")
  func bare() throws {
    let temporary = try TemporaryRepository(bare: true)
    try expectAgreement(temporary, at: temporary.path)
    try expectAgreement(temporary, at: temporary.path, environment: ["GIT_DIR": "."])
  }

  @Test("a linked worktree shares the common directory")
  func linked() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One", files: ["dir/a": "a"])
    let linked = temporary.scratch + "/linked"
    try temporary.git("worktree", "add", "--quiet", linked, "-b", "side")
    try expectAgreement(temporary, at: linked + "/dir")
    let repository = try temporary.opened(at: linked)
    #expect(try repository.head().branch == "side")
    #expect(try repository.files(in: repository.resolve("HEAD")).map(\.path) == ["dir/a"])
    // As a hook in it is run.
    let variables = ["GIT_DIR": temporary.path + "/.git/worktrees/linked"]
    try expectAgreement(temporary, at: linked, environment: variables)
  }

  @Test("a linked worktree of a bare repository has a work tree")
  func linkedToBare() throws {
    let temporary = try TemporaryRepository(bare: true)
    let linked = temporary.scratch + "/linked"
    let tree = try temporary.run("git", ["mktree"]).stdout.dropLast()
    try temporary.git("update-ref", "refs/heads/main", temporary.git("commit-tree", "-m", "One", String(tree)))
    try temporary.git("worktree", "add", "--quiet", linked, "main")
    try expectAgreement(temporary, at: linked)
  }

  @Test("a submodule has a .git file and its own configuration")
  func submodule() throws {
    let inner = try TemporaryRepository()
    try inner.commit("One", files: ["a": "a"])
    let outer = try TemporaryRepository()
    try outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "sub")
    try expectAgreement(outer, at: outer.path + "/sub")
    #expect(try outer.opened(at: outer.path + "/sub").head().branch == "main")
  }

  @Test("core.worktree and core.bare decide where git says so")
  func configured() throws {
    let temporary = try TemporaryRepository()
    try temporary.git("config", "core.bare", "true")
    try expectAgreement(temporary, at: temporary.path)
    try temporary.git("config", "core.bare", "false")
    try temporary.git("config", "core.worktree", temporary.scratch)
    try expectAgreement(temporary, at: temporary.path)
  }

  @Test("GIT_DIR and GIT_WORK_TREE are honoured, relative ones too")
  func variables() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit("One", files: ["dir/a": "a"])
    let dir = temporary.path + "/dir"
    try expectAgreement(temporary, at: dir, environment: ["GIT_DIR": "../.git"])
    try expectAgreement(temporary, at: dir, environment: ["GIT_DIR": "../.git", "GIT_WORK_TREE": ".."])
    try expectAgreement(temporary, at: dir, environment: ["GIT_DIR": ""].filter { !$0.value.isEmpty })
    #expect(throws: GitError.noRepository(directory: "/nowhere/.git")) {
      try RepositoryLocation.discover(from: dir, environment: ["GIT_DIR": "/nowhere/.git"])
    }
    let repository = try temporary.opened(at: dir, environment: ["GIT_DIR": "../.git", "GIT_WORK_TREE": ".."])
    #expect(try repository.files(in: repository.resolve("main")).map(\.path) == ["dir/a"])
  }

  @Test("nothing is found above a ceiling, outside of repositories, or behind a broken .git file")
  func nothing() throws {
    let temporary = try TemporaryRepository()
    try temporary.write("dir/a", "a")
    #expect(throws: GitError.noRepository(directory: temporary.scratch + "/home")) {
      try RepositoryLocation.discover(from: temporary.scratch + "/home", environment: [:])
    }
    #expect(throws: GitError.noRepository(directory: temporary.path + "/dir")) {
      try RepositoryLocation.discover(
        from: temporary.path + "/dir", environment: ["GIT_CEILING_DIRECTORIES": "/x:" + temporary.path])
    }
    try temporary.write("dir/.git", "gitdir: nowhere\n")
    #expect(throws: GitError.brokenGitFile(path: temporary.path + "/dir/.git")) {
      try RepositoryLocation.discover(from: temporary.path + "/dir", environment: [:])
    }
  }

  @Test("the variables about one repository are those that git lists")
  func localVariables() throws {
    let temporary = try TemporaryRepository()
    let listed = try temporary.git("rev-parse", "--local-env-vars").split(separator: "\n").map(String.init)
    #expect(RepositoryEnvironment.names.isSuperset(of: listed))
  }
}
