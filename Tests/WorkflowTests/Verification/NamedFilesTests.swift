import Git
import Testing

@testable import Workflow

@Suite("Files that a command names") struct NamedFilesTests {
  private func files(_ changed: String? = nil) throws -> NamedFiles {
    let paths = ["scripts/test.sh", "Makefile", "tools/package.json", "package.json", "run", "conf/a.toml", "a b.sh"]
    return NamedFiles(
      try paths.map { path in
        let id = try #require(ObjectID(String(repeating: path == changed ? "b" : "a", count: 40)))
        return TreeEntry(path: path, kind: .file, id: id)
      })
  }

  @Test(
    "words that are paths count, and what programs read unasked",
    arguments: [
      ("sh scripts/test.sh --fast", ["scripts/test.sh"]), ("./run", ["run"]), ("scripts/../run", ["run"]),
      ("make test && ./run", ["Makefile", "run"]), ("/usr/bin/make -j4", ["Makefile"]),
      ("npm test", ["package.json"]), ("cd tools && npm test", ["package.json", "tools/package.json"]),
      ("lint --config=conf/a.toml", ["conf/a.toml"]), ("sh 'a b.sh'", ["a b.sh"]),
      ("bash -c \"sh scripts/test.sh\"", ["scripts/test.sh"]), ("(cd scripts; sh test.sh)", ["scripts/test.sh"]),
      ("true", []), ("sh ../scripts/test.sh", []), ("sh /scripts/test.sh", []), ("sh $SCRIPT", []), ("ls scripts", []),
    ])
  func paths(command: String, paths: [String]) throws {
    #expect(try files().paths(in: command) == paths)
  }

  @Test("another text of a file that is named is another thing to trust, and one of another file is not")
  func digests() throws {
    let command = "sh scripts/test.sh"
    #expect(try files().digest(of: command) != files("scripts/test.sh").digest(of: command))
    #expect(try files().digest(of: command) == files("Makefile").digest(of: command))
    #expect(try files().digest(of: command) != TrustStore.digest(of: command))
    #expect(try files().digest(of: "true") == TrustStore.digest(of: "true"))
  }
}
