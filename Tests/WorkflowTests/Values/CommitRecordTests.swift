import Git
import PlanModel
import Testing
import Verification
import Workflow

@Suite("What a note keeps on a commit") struct CommitRecordTests {
  private static let tree = String(repeating: "a1", count: 20)

  @Test("links, tests and verdicts are read, and written again in the same words")
  func round() throws {
    let note = """
      coverage \(Self.tree) st-9c4t8wq2 3/4 src/my files/**
      link st-9c4t8wq2
      run \(Self.tree) \(String(repeating: "4f", count: 32)) 2
      run \(Self.tree) \(String(repeating: "5f", count: 32)) time
      test \(Self.tree) failed notify\tMail Tests\tmuted, "twice"
      test \(Self.tree) passed \t\tmuted
      verdict st-9c4t8wq2 \(Self.tree) unproven

      """
    let record = CommitRecord(note)
    #expect(record.links == [try #require(ID<Story>("st-9c4t8wq2"))])
    #expect(record.tests.map(\.test.name) == ["muted", "muted, \"twice\""])
    #expect(record.tests.last?.test.className == "Mail Tests")
    #expect(record.runs.map(\.ending) == [.exited(2), .tookTooLong])
    #expect(record.shares.map(\.covered) == [3] && record.shares.map(\.measured) == [4])
    #expect(record.shares.map(\.glob.pattern) == ["src/my files/**"])
    #expect(record.verdicts.map(\.verdict) == [.unproven])
    #expect(record.others == [])
    #expect(record.text == note)
  }

  @Test(
    "what this version does not know is kept",
    arguments: [
      "later something new", "link", "link st-nonsense", "test x passed a", "test \(tree) maybe a\tb\tc",
      "verdict st-9c4t8wq2 \(tree) splendid", "coverage \(tree) st-9c4t8wq2 5/4 a",
      "coverage \(tree) st-9c4t8wq2 0/0 a", "coverage \(tree) st-9c4t8wq2 1/99999999999 a",
      "coverage \(tree) st-9c4t8wq2 1/2 ", "coverage \(tree) st-9c4t8wq2 -1/2 a", "<<<<<<< ours", "  indented",
      "\u{1b}[31m",
    ])
  func unknown(_ line: String) {
    let record = CommitRecord(line + "\n")
    #expect(record.others == [line])
    #expect(record.text == line + "\n")
  }

  @Test("two clones' notes, joined line by line, are one record of both")
  func merging() {
    let ours = "link st-9c4t8wq2\nlink st-00000001\n"
    let theirs = "link st-9c4t8wq2\nverdict st-9c4t8wq2 \(Self.tree) met\n"
    let joined = CommitRecord(ours + theirs)
    #expect(joined.text == "link st-00000001\n" + theirs)
    #expect(CommitRecord(joined.text).text == joined.text)
  }

  @Test("a test's name stays on its line, whatever is in it")
  func oddNames() throws {
    let tree = try #require(ObjectID(Self.tree))
    for name in ["a\tb", "a\nb", "a\r\nlink st-00000001", "a\u{2028}b", "a\u{85}b", " ", "", "é 静音"] {
      var record = CommitRecord()
      record.tests = [RecordedTest(TestCase(suite: "s\tu", className: "", name: name, outcome: .passed), tree: tree)]
      let read = CommitRecord(record.text)
      #expect(read.text == record.text)
      #expect(read.tests.count == 1 && read.links.isEmpty && read.others.isEmpty, "\(record.text)")
    }
  }

  @Test("results are one set for each tree")
  func results() {
    let other = String(repeating: "b2", count: 20)
    let record = CommitRecord(
      "test \(other) passed \t\tb\ntest \(Self.tree) passed \t\ta\ntest \(other) failed \t\tc\n")
    #expect(record.results.map(\.tree?.hex) == [Self.tree, other])
    #expect(record.results.map(\.cases.count) == [1, 2])
  }
}
