import CodeIndex
import Git
import TestKit
import Testing

@testable import Grounding

@Suite("Code to do as") struct PatternFinderTests {
  private func patterns(_ text: String, for targets: [String], in temporary: TemporaryRepository) throws
    -> [CodePattern]
  {
    let environment = temporary.environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]) { $1 }
    let repository = try Repository(at: temporary.path, environment: environment)
    let index = CodeIndex(
      repository, directory: repository.location.commonDirectory + "/handoff", environment: environment)
    return try index.read(try repository.resolve("HEAD"), withHistory: true) { snapshot throws(CodeIndexError) in
      try PatternFinder(snapshot, Query(Array(text.utf8))).patterns(for: targets.map { ($0, 1) })
    }
  }

  private func repository() throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.commit("Begin", files: ["src/main.py": "def main():\n    pass\n"])
    try repository.commit("Start command", files: ["src/start_command.py": "def start():\n    pass\n"])
    try repository.commit(
      "Export command: writes a table",
      files: [
        "src/export_command.py": "def export():\n    pass\n",
        "tests/test_export_command.py": "def test_export():\n    pass\n",
        "docs/export.md": "# Export\n",
      ])
    try repository.commit("Other", files: ["src/tables.py": "ROWS = []\n"])
    return repository
  }

  @Test("the sibling whose commit has the words, a test and a page comes first, with what it brought")
  func sibling() throws {
    let found = try patterns(
      "Import a table\n\nA command reads it.", for: ["src/start_command.py"], in: try repository())
    let first = try #require(found.first)
    #expect(first.path == "src/export_command.py" && first.likeness == .role("command"))
    #expect(first.words.contains("table"))
    #expect(
      first.parts == [
        .init(path: "src/export_command.py", role: .code, isNew: true),
        .init(path: "tests/test_export_command.py", role: .test, isNew: true),
        .init(path: "docs/export.md", role: .documentation, isNew: true),
      ])
  }

  @Test("the commit that brought the target itself is no pattern, and without targets there is none")
  func own() throws {
    let repository = try repository()
    let found = try patterns("Export a table", for: ["src/export_command.py"], in: repository)
    #expect(!found.contains { $0.path == "src/export_command.py" || $0.path.hasPrefix("tests/") })
    #expect(found.first?.path == "src/start_command.py")
    #expect(try patterns("Export a table", for: [], in: repository).isEmpty)
  }
}
