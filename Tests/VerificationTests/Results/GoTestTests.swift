import Testing
import Verification

@Suite("go test -json")
struct GoTestTests {
  @Test("tests by their package, subtests by their parent; what was cached counts")
  func tests() throws {
    let tests = try Reports.tests(
      #"""
      {"Time":"2026-03-01T09:00:00Z","Action":"start","Package":"example.com/mail"}
      {"Action":"run","Package":"example.com/mail","Test":"TestMuted"}
      {"Action":"output","Package":"example.com/mail","Test":"TestMuted","Output":"=== RUN   TestMuted\n"}
      {"Action":"run","Package":"example.com/mail","Test":"TestMuted/by_comment"}
      {"Action":"output","Package":"example.com/mail","Test":"TestMuted/by_comment","Output":"    mute_test.go:12: a mail was sent\n"}
      {"Action":"fail","Package":"example.com/mail","Test":"TestMuted/by_comment","Elapsed":0.01}
      {"Action":"fail","Package":"example.com/mail","Test":"TestMuted","Elapsed":0.02}
      {"Action":"run","Package":"example.com/mail","Test":"TestTV"}
      {"Action":"skip","Package":"example.com/mail","Test":"TestTV","Elapsed":0}
      {"Action":"output","Package":"example.com/mail","Output":"FAIL\n"}
      {"Action":"fail","Package":"example.com/mail","Elapsed":0.5}
      {"Action":"start","Package":"example.com/other"}
      {"Action":"run","Package":"example.com/other","Test":"TestOther"}
      {"Action":"pass","Package":"example.com/other","Test":"TestOther","Elapsed":0}
      {"Action":"output","Package":"example.com/other","Output":"ok  \texample.com/other\t(cached)\n"}
      {"Action":"pass","Package":"example.com/other","Elapsed":0}
      {"Action":"skip","Package":"example.com/none","Elapsed":0}
      """#)
    #expect(
      tests.told == [
        "example.com/mail.TestMuted/by_comment failed", "example.com/mail.TestMuted failed",
        "example.com/mail.TestTV skipped", "example.com/other.TestOther passed",
      ])
    #expect(tests[0].message == "mute_test.go:12: a mail was sent\n" && tests[0].seconds == 0.01)
  }

  @Test("a package that does not build is a test by its name that did not pass, in words or as an event")
  func build() throws {
    let tests = try Reports.tests(
      #"""
      # example.com/mail
      ./mute.go:3:1: syntax error
      FAIL	example.com/plain [build failed]
      {"ImportPath":"example.com/mail [example.com/mail.test]","Action":"build-output","Output":"mute.go:3:1: syntax error\n"}
      {"ImportPath":"example.com/mail [example.com/mail.test]","Action":"build-fail"}
      {"Action":"start","Package":"example.com/mail"}
      {"Action":"output","Package":"example.com/mail","Output":"FAIL\texample.com/mail [build failed]\n"}
      {"Action":"fail","Package":"example.com/mail","Elapsed":0,"FailedBuild":"example.com/mail [example.com/mail.test]"}
      """#)
    #expect(tests.map(\.name) == ["example.com/plain", "example.com/mail"])
    #expect(tests.allSatisfy { $0.outcome == .error })
  }

  @Test("a test that a panic or the clock stopped has not passed, and neither has the package")
  func stopped() throws {
    let tests = try Reports.tests(
      #"""
      {"Action":"start","Package":"p"}
      {"Action":"run","Package":"p","Test":"TestA"}
      {"Action":"pass","Package":"p","Test":"TestA","Elapsed":0}
      {"Action":"run","Package":"p","Test":"TestB"}
      {"Action":"output","Package":"p","Test":"TestB","Output":"panic: test timed out after 1s\n"}
      {"Action":"fail","Package":"p","Elapsed":1}
      """#)
    #expect(tests.told == ["p.TestA passed", "p.TestB error"])
    #expect(tests[1].message == "panic: test timed out after 1s\n")
  }

  @Test("output that was cut off behind a line leaves the package without its end")
  func cutOff() throws {
    let tests = try Reports.tests(
      #"""
      {"Action":"start","Package":"p"}
      {"Action":"run","Package":"p","Test":"TestA"}
      {"Action":"pass","Package":"p","Test":"TestA","Elapsed":0}
      """#)
    #expect(tests.told == ["p.TestA passed", "p error"])
  }

  @Test("output that was cut off within a line is refused there")
  func cutOffWithin() {
    let text = #"{"Action":"start","Package":"p"}"# + "\n" + #"{"Action":"run","Pack"#
    #expect(Reports.error(text) == ResultsError(.truncated(open: nil), origin: "report", line: 2, column: 22))
    let other = #"{"Action":"start","Package":"p"}"# + "\n{nonsense\n"
    #expect(Reports.error(other) == ResultsError(.notJSON, origin: "report", line: 2, column: 2))
  }

  @Test("what test2json prints of a test program knows no package")
  func noPackage() throws {
    let test = #"{"Action":"run","Test":"TestA"}"# + "\n" + #"{"Action":"pass","Test":"TestA"}"# + "\n"
    #expect(try Reports.tests(test + #"{"Action":"pass"}"#).told == ["TestA passed"])
    #expect(try Reports.tests(test + #"{"Action":"fail"}"#).told == ["TestA passed", "the package error"])
  }

  @Test("each of several runs of a test counts")
  func count() throws {
    let run = #"{"Action":"run","Package":"p","Test":"TestA"}"# + "\n"
    let text =
      run + #"{"Action":"fail","Package":"p","Test":"TestA"}"# + "\n" + run
      + #"{"Action":"pass","Package":"p","Test":"TestA"}"# + "\n" + #"{"Action":"fail","Package":"p"}"#
    #expect(try Reports.tests(text).map(\.outcome) == [.failed, .passed])
  }

  @Test("what a shell of Windows stored as UTF-16 is read")
  func utf16() throws {
    let text = #"{"Action":"pass","Package":"p","Test":"TestÄ"}"# + "\r\n" + #"{"Action":"pass","Package":"p"}"#
    let units = text.utf16.map { unit in (low: UInt8(unit & 0xFF), high: UInt8(unit >> 8)) }
    let bytes: [UInt8] = [0xFF, 0xFE] + units.flatMap { [$0.low, $0.high] }
    #expect(try Report.read(bytes, origin: "r") == .tests([TestCase(suite: "p", name: "TestÄ", outcome: .passed)]))
  }
}
