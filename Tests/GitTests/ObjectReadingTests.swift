import Git
import TestKit
import Testing

@Suite("Reading objects")
struct ObjectReadingTests {
  @Test("a commit comes with its tree, parents, people and message")
  func commit() throws {
    let temporary = try TemporaryRepository()
    let first = try temporary.commit("First\n\nBody ünd more.", files: ["a.txt": "a\n"])
    let second = try temporary.commit("Second", files: ["a.txt": "b\n"])
    let repository = try temporary.opened()
    let commit = try repository.commit(try repository.resolve(second))
    #expect(commit.parents.map(\.hex) == [first])
    #expect(commit.tree.hex == (try temporary.git("rev-parse", "HEAD^{tree}")))
    #expect(
      commit.author == Identity(name: "Ada Author", address: "ada@example.com", seconds: 1_704_067_260, offset: 0))
    #expect(commit.committer.name == "Carl Committer")
    #expect(try repository.commit(#require(ObjectID(first))).message == "First\n\nBody ünd more.\n")
  }

  @Test("a message in Latin-1 is decoded")
  func latin1() throws {
    let temporary = try TemporaryRepository()
    try temporary.git("config", "i18n.commitEncoding", "ISO-8859-1")
    let message = temporary.scratch + "/message"
    _ = try temporary.run("sh", ["-c", "printf 'Gr\\374n\\n' > \"$0\"", message])
    try temporary.git("commit", "--quiet", "--allow-empty", "-F", message)
    let repository = try temporary.opened()
    #expect(try repository.commit(repository.resolve("HEAD")).subject == "Grün")
  }

  @Test("files are listed as git ls-tree -r lists them, whatever their names and modes")
  func files() throws {
    let temporary = try TemporaryRepository()
    try temporary.fillWithOddFiles()
    let commit = try #require(ObjectID(try temporary.commit("Odd")))
    let repository = try temporary.opened()
    let files = try repository.files(in: commit)
    #expect(files.map(\.path) == (try temporary.git("ls-tree", "-r", "-z", "--name-only", "HEAD")).nulSeparated)
    #expect(files.first { $0.path == "link" }?.kind == .symbolicLink)
    #expect(files.first { $0.path == "run.sh" }?.kind == .executable)
    #expect(try repository.files(in: commit, under: "dir").map(\.path) == ["dir/a", "dir/sub/b"])
    #expect(try repository.files(in: commit, under: "dir/").map(\.path) == ["dir/a", "dir/sub/b"])
    #expect(try repository.files(in: commit, under: "missing").isEmpty)
    #expect(try repository.files(in: commit, under: "run.sh").isEmpty)
  }

  @Test("what lies below a folder is found in a list as it is by git")
  func below() throws {
    let temporary = try TemporaryRepository()
    try temporary.fillWithOddFiles()
    let names = ["dir.a/x", "dir-a/x", "dir/b/c/d", "dir0", "other/dir/x"]
    let id = try #require(
      ObjectID(try temporary.commit("One", files: Dictionary(uniqueKeysWithValues: names.map { ($0, "x") }))))
    let repository = try temporary.opened()
    let files = try repository.files(in: id)
    for folder in ["dir", "dir/b", "dir/b/c", "dir.a", "other", "dir0", "nowhere", "./dir", "..", "a b"] {
      let listed = try repository.files(in: id, under: folder)
      #expect(Array(files.below(folder)) == listed, "\(folder)")
    }
    #expect(files.below("dir").count > 1)
  }

  @Test("a file is read by path, and not beyond its limit")
  func file() throws {
    let temporary = try TemporaryRepository()
    let commit = try #require(ObjectID(try temporary.commit("One", files: ["dir/a b\nc": "text\n"])))
    let repository = try temporary.opened()
    #expect(try repository.file(at: "dir/a b\nc", in: commit, limit: 5) == Array("text\n".utf8))
    #expect(try repository.file(at: "dir", in: commit, limit: 5) == nil)
    for path in ["dir/none", "", "/", "/dir", "dir/a b\nc\0", "dir//", "../x", "."] {
      #expect(try repository.file(at: path, in: commit, limit: 5) == nil)
    }
    for folder in ["", "/", "..", "dir\0"] { #expect(try repository.files(in: commit, under: folder).isEmpty) }
    let blob = try #require(try repository.entry(at: "dir/a b\nc", in: commit)).id
    #expect(throws: GitError.objectTooLarge(blob, bytes: 5, limit: 4)) {
      try repository.file(at: "dir/a b\nc", in: commit, limit: 4)
    }
  }

  @Test("a missing object and one of another kind are told apart")
  func wrong() throws {
    let temporary = try TemporaryRepository()
    let commit = try #require(ObjectID(try temporary.commit("One", files: ["a": "a"])))
    let repository = try temporary.opened()
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    let long = try #require(ObjectID(String(repeating: "1", count: 64)))
    let tree = try repository.commit(commit).tree
    #expect(throws: GitError.missingObject(missing)) { try repository.commit(missing) }
    #expect(throws: GitError.missingObject(long)) { try repository.commit(long) }
    #expect(throws: GitError.wrongKind(tree, expected: .commit)) { try repository.commit(tree) }
    #expect(throws: GitError.wrongKind(tree, expected: .blob)) { try repository.blob(tree, limit: 10) }
    #expect(try repository.kind(of: missing) == nil)
    #expect(try repository.kind(of: tree) == .tree)
  }

  @Test("a tag leads to its commit, through other tags; a tag of a tree to none")
  func tags() throws {
    let temporary = try TemporaryRepository()
    let commit = try temporary.commit("One", files: ["a": "a"])
    try temporary.git("tag", "-a", "-m", "x", "one")
    try temporary.git("tag", "-a", "-m", "x", "two", "one")
    try temporary.git("tag", "-a", "-m", "x", "tree", "HEAD^{tree}")
    let repository = try temporary.opened()
    let two = try #require(try repository.reference("refs/tags/two"))
    #expect(try repository.kind(of: two) == .tag)
    #expect(try repository.commitID(peeling: two)?.hex == commit)
    #expect(try repository.commitID(peeling: #require(try repository.reference("refs/tags/tree"))) == nil)
    #expect(throws: GitError.unknownRevision("tree")) { try repository.resolve("tree") }
  }

  @Test("a submodule is an entry without contents")
  func submodule() throws {
    let temporary = try TemporaryRepository()
    try temporary.git("update-index", "--add", "--cacheinfo", "160000,\(String(repeating: "1", count: 40)),sub")
    try temporary.git("commit", "--quiet", "-m", "Sub")
    let repository = try temporary.opened()
    let head = try repository.resolve("HEAD")
    #expect(try repository.files(in: head).map(\.kind) == [.submodule])
    #expect(try repository.file(at: "sub", in: head, limit: 10) == nil)
    let change = try #require(try repository.changes(of: head).first)
    #expect(change == FileChange(kind: .added, path: "sub", oldBlob: nil, newBlob: nil))
    #expect(try repository.lineChanges(of: change) == LineChanges())
  }
}
