import PlanFiles
import PlanModel
import Testing

@Suite("What keeps a file from being read")
struct FileFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var problem: Problem
    var line: Int
    var column = 1

    var testDescription: String { text.debugDescription }
  }

  static let cases = [
    Case(text: "", problem: .file(.noFrontMatter), line: 1),
    Case(text: "# Title\n", problem: .file(.noFrontMatter), line: 1),
    Case(text: "\n---\nid: st-9c4t8wq2\n---\n", problem: .file(.noFrontMatter), line: 1),
    Case(text: "----\nid: st-9c4t8wq2\n----\n", problem: .file(.noFrontMatter), line: 1),
    Case(text: "---", problem: .file(.unclosedFrontMatter), line: 1),
    Case(text: "---\nid: st-9c4t8wq2\n# Title\n", problem: .file(.unclosedFrontMatter), line: 1),
    Case(text: "---\nid: st-9c4t8wq2\n ---\n", problem: .file(.unclosedFrontMatter), line: 1),
    Case(text: "---\ntitle: T\0\n---\n", problem: .file(.nulByte), line: 1),
    Case(
      text: "---\nid: st-9c4t8wq2\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n---\n",
      problem: .file(.conflictMarker), line: 3),
    Case(
      text: "---\r\nid: st-9c4t8wq2\r\n---\r\n\r\n<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> x\r\n",
      problem: .file(.conflictMarker), line: 5),
    Case(
      text: "---\nid: st-9c4t8wq2\n---\n<<<<<<< a\n||||||| b\n=======\n>>>>>>> c",
      problem: .file(.conflictMarker), line: 4),
    Case(text: "---\nid: a\nid: b\n---\n", problem: .field(.duplicateKey("id")), line: 2),
    Case(
      text: "---\nid: st-9c4t8wq2\n? [a]\n: b\n---\n", problem: .file(.invalidYAML("a key must be a word")), line: 3,
      column: 3),
  ]

  @Test("is one finding at its place, and no item", arguments: cases)
  func finding(of example: Case) {
    let reading = Story.read(Array(example.text.utf8), path: Sample.storyPath)
    #expect(reading.item == nil)
    let expected = Finding(example.problem, path: Sample.storyPath, line: example.line, column: example.column)
    #expect(reading.findings == [expected])
  }

  @Test(
    "broken YAML is reported where it breaks",
    arguments: [
      ("id: st-9c4t8wq2\ntitle: \"a\" b\n", 3, 12), ("id: st-9c4t8wq2\ntitle: a: b\n", 3, 9),
      ("id: st-9c4t8wq2\n\ttitle: a\n", 3, 1), ("id: st-9c4t8wq2\ntitle: @x\n", 3, 8),
      ("id: st-9c4t8wq2\ntitle: *x\n", 3, 8),
    ])
  func brokenYAML(fields: String, line: Int, column: Int) {
    let reading = Story.read(Array("---\n\(fields)---\n".utf8), path: Sample.storyPath)
    #expect(reading.item == nil)
    #expect(reading.findings.map(\.rule) == [.invalidYAML])
    #expect(reading.findings.map { [$0.line, $0.column] } == [[line, column]])
  }

  @Test(
    "the first byte that is no UTF-8 is told",
    arguments: [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    let reading = Story.read(Array("---\nid: é\n".utf8) + bytes + Array("\n---\n".utf8), path: Sample.storyPath)
    #expect(reading.item == nil)
    #expect(reading.findings.map(\.problem) == [.file(.notUTF8(offset: 11))])
  }

  @Test(
    "what only looks like a conflict is none",
    arguments: [
      "<<<<<<<\n", "<<<<<<< a\n", ">>>>>>> a\n<<<<<<< b\n", " <<<<<<< a\n >>>>>>> b\n", "=======\n",
      "<<<<<<<< a\n>>>>>>>> b\n",
    ])
  func noConflict(body: String) {
    #expect(Sample.read(body: body).findings == [])
  }

  @Test("a version newer than this program is a finding at its line in every kind of file")
  func newerVersion() {
    let expected = [Problem.file(.newerVersion(2))]
    let story = Sample.read(fields: "version: 2\nstatus: nonsense\n")
    #expect(story.item == nil)
    #expect(story.findings == [Finding(.file(.newerVersion(2)), path: Sample.storyPath, line: 4, column: 10)])
    #expect(Policy.read(Array("main: x\nversion: 2\n".utf8)).findings.map(\.problem) == expected)
    #expect(Policy.read(Array("main: x\nversion: 2\n".utf8)).findings.map(\.line) == [2])
    let signOff = SignOff.read(Array("version: 2\n".utf8), path: ".handoff/sign-offs/st-9c4t8wq2/AC1-x.yml")
    #expect(signOff.item == nil)
    #expect(signOff.findings.map(\.problem) == expected)
    let source = Source.read(
      Array("version: 2\n".utf8), statements: [], path: ".handoff/sources/so-7h3q2dkm/source.yml")
    #expect(source.item == nil)
    #expect(source.findings.map(\.problem) == expected)
    #expect(Sample.read(fields: "version: 1\n").findings == [])
  }

  @Test("a byte order mark, CRLF, blanks behind the fence and no last line end are all read")
  func tolerated() {
    #expect(Sample.read(body: "Text.\n", end: "\r\n").findings == [])
    let text = "\u{feff}---  \nid: st-9c4t8wq2\ntitle: T\n---\t"
    let reading = Story.read(Array(text.utf8), path: Sample.storyPath)
    #expect(reading.findings == [])
    #expect(reading.item?.title == "T")
  }
}
