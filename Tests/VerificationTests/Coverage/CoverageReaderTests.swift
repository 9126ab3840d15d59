import Testing
import Verification

@Suite("Coverage reports")
struct CoverageReaderTests {
  private func lines(_ text: String) throws -> [String: [Int: Bool]] {
    let files = try Reports.coverage(text).files
    return Dictionary(files.map { ($0.paths.last ?? "", $0.lines.byLine) }) { $0.merging($1) { $0 || $1 } }
  }

  @Test("lcov: lines by file, whatever else is told of them")
  func lcov() throws {
    let text = """
      TN:unit
      SF:/ci/src/mute.c
      FN:1,mute
      FNDA:3,mute
      DA:1,3
      DA:2,0,abcdef==
      DA:3,99999999999999999999999
      DA:4,-1
      BRDA:1,0,0,1
      LH:2
      end_of_record
      SF:src\\send.c
      end_of_record
      """
    #expect(try lines(text) == ["/ci/src/mute.c": [1: true, 2: false, 3: true, 4: false], "src/send.c": [:]])
  }

  @Test("lcov: a line that any record says was run was run")
  func severalRecords() throws {
    let text = "SF:a\nDA:1,0\nDA:1,2\nDA:2,0\nend_of_record\n"
    #expect(try lines(text) == ["a": [1: true, 2: false]])
  }

  @Test(
    "what cannot be a tracefile is refused at its line",
    arguments: [
      ("SF:a\nDA:x,1\nend_of_record", 2), ("SF:a\nDA:1\nend_of_record", 2), ("TN:\nDA:1,1\n", 2),
      ("SF:a\nDA:1,many\nend_of_record", 2), ("SF:a\nDA:-1,1\nend_of_record", 2),
    ])
  func badLcov(text: String, line: Int) {
    let expected = ResultsError.Problem.badLine(expected: "DA:<line>,<hits> below SF:<file>")
    #expect(Reports.error(text) == ResultsError(expected, origin: "report", line: line))
    #expect(Reports.problem("SF:a\nDA:1,1\n") == .truncated(open: nil))
  }

  @Test("Cobertura: lines of classes, those of methods included, below each of the sources")
  func cobertura() throws {
    let text = """
      <?xml version="1.0" ?><!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
      <coverage line-rate="0.5"><sources><source>/ci/src</source><source>.</source><source>C:\\ci\\lib\\</source></sources>
      <packages><package name="mail"><classes><class name="Mute" filename="mail/mute.py"><methods><method name="m"><lines>
      <line number="7" hits="1"/></lines></method></methods><lines><line number="8" hits="0" branch="true"
      condition-coverage="50% (1/2)"><conditions/></line></lines></class><class name="Mute$1" filename="mail/mute.py">
      <lines><line number="8" hits="2"/></lines></class></classes></package></packages></coverage>
      """
    let files = try Reports.coverage(text).files
    #expect(files.map(\.lines.byLine) == [[7: true, 8: false], [8: true]])
    #expect(files[0].paths == ["/ci/src/mail/mute.py", "C:/ci/lib//mail/mute.py", "mail/mute.py"])
    let expected = ResultsError.Problem.badLine(expected: "<line number=\"…\" hits=\"…\"/>")
    #expect(Reports.problem(text.replacing("hits=\"1\"", with: "")) == expected)
  }

  @Test("JaCoCo: lines by package and source file, below groups or not")
  func jacoco() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="mail">
      <group name="g"><package name="com/example"><class name="com/example/Mute"><counter type="LINE"/></class>
      <sourcefile name="Mute.java"><line nr="3" mi="0" ci="4" mb="0" cb="0"/><line nr="4" mi="2" ci="0" mb="0" cb="0"/>
      <counter type="LINE" missed="1" covered="1"/></sourcefile></package></group></report>
      """
    #expect(try lines(text) == ["com/example/Mute.java": [3: true, 4: false]])
  }

  @Test("Go: each line of a block is measured, and was run when any block on it was")
  func goProfile() throws {
    let text = "mode: set\nexample.com/mail/mute.go:3.2,5.16 2 1\nexample.com/mail/mute.go:5.16,6.3 1 0\n"
    #expect(try lines(text) == ["example.com/mail/mute.go": [3: true, 4: true, 5: true, 6: false]])
    for bad in ["a.go:3.2 2 1", "a.go:5.1,3.1 1 1", "a.go:1.1,900000.1 1 1", "words"] {
      #expect(Reports.error("mode: set\n\(bad)\n")?.line == 2, "\(bad)")
    }
  }
}
