import Testing
import Verification

@Suite("Which report a file is")
struct RecognitionTests {
  @Test(
    "the content says it, whatever stands before",
    arguments: [
      ("<testsuites/>", ResultsFormat.junit),
      ("\u{FEFF}\n<?xml version='1.0'?><!-- c --><testsuite/>", .junit),
      ("<TestRun/>", .trx), ("<test-run/>", .nunit), ("<test-results/>", .nunit), ("<assemblies/>", .xunit),
      ("<assembly/>", .xunit),
      ("TAP version 13\n", .tap), ("1..4\n", .tap), ("some words\nnot ok 1 - a\n1..1", .tap),
      ("# mail\n{\"Action\":\"start\",\"Package\":\"p\"}\n", .goTest),
      ("{\"meta\":{}}\n{\"source\":{}}\n", .cucumberMessages),
      ("[]", .cucumberJSON), ("[{\"name\":\"f\",\"elements\":[]}]", .cucumberJSON),
      ("{\"testResults\":[]}", .jest), ("{\n  \"stats\": {},\n  \"passes\": []\n}", .mocha),
      ("{\"config\":{},\"suites\":[]}", .playwright),
      ("TN:\nSF:a\nend_of_record", .lcov), ("SF:a\nend_of_record", .lcov),
      ("<coverage line-rate='1'/>", .cobertura), ("<coverage><packages/></coverage>", .cobertura),
      ("<report name='x'><sessioninfo/></report>", .jacoco), ("mode: atomic\n", .goCover),
    ])
  func formats(text: String, format: ResultsFormat) throws {
    #expect(try ResultsFormat.recognised(in: Array(text.utf8), origin: "r") == format)
  }

  @Test("every format is among them")
  func all() {
    #expect(ResultsFormat.allCases.count == 15)
  }

  @Test(
    "a file that is none is refused, with what it is where that can be told",
    arguments: [
      ("", ResultsError.Problem.empty), (" \n\t", .empty), ("\u{FEFF}", .empty), ("hello", .unknownFormat),
      ("ok  \texample.com/mail\t0.003s\n", .unknownFormat), ("{}", .unknownFormat), ("[1]", .unknownFormat),
      ("{\"a\":1}\n", .unknownFormat),
      ("{\"a\":1}\n{\"a\":2}\n", .unknownFormat),
      ("{\"testResults\":", .truncated(open: nil)), ("{nonsense}", .notJSON),
      ("<html/>", .unknownRoot("html")), ("<coverage clover='4'><project/></coverage>", .unknownRoot("coverage")),
      ("<report><page/></report>", .unknownRoot("report")), ("<", .truncated(open: nil)),
      (String(repeating: "[", count: 10_000), .tooDeep(limit: 512)), ("\u{0}\u{1}\u{2}", .unknownFormat),
    ])
  func none(text: String, problem: ResultsError.Problem) {
    #expect(Reports.problem(text) == problem)
  }

  @Test("a document of nothing but values is refused before they are kept")
  func values() {
    let bytes = [UInt8(ascii: "[")] + [UInt8](repeating: UInt8(ascii: ","), count: ReportLimits.values)
    #expect(Reports.error(bytes)?.problem == .tooManyValues(limit: ReportLimits.values))
  }

  @Test("bytes that are no UTF-8 are read as U+FFFD")
  func stray() throws {
    let tap = Array("1..1\nok 1 - a".utf8) + [0xFF, 0x0A]
    #expect(try Report.read(tap, origin: "r") == .tests([TestCase(name: "a\u{FFFD}", outcome: .passed)]))
    let go = Array(#"{"Action":"pass","Package":"p","Test":"T"#.utf8) + [0xC3] + Array("\"}\n".utf8)
    guard case .tests(let tests) = try Report.read(go, origin: "r") else { throw Reports.OtherKind() }
    #expect(tests.first?.name == "T\u{FFFD}")
  }

  @Test("no report that is cut off anywhere is read as the whole one, and none is a crash", arguments: Self.wholes)
  func prefixes(text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try Report.read(bytes, origin: "r")
    for length in 0..<bytes.count {
      // Only white space may be missing at the end.
      if let part = try? Report.read(Array(bytes.prefix(length)), origin: "r"), part == whole {
        #expect(bytes.dropFirst(length).allSatisfy { $0 == UInt8(ascii: "\n") }, "\(length)")
      }
    }
  }

  static let wholes = [
    "1..2\nok 1 - a\nnot ok 2 - b\n",
    #"{"Action":"run","Package":"p","Test":"T"}"# + "\n" + #"{"Action":"fail","Package":"p","Test":"T"}"# + "\n"
      + #"{"Action":"fail","Package":"p"}"# + "\n",
    #"[{"name":"f","elements":[{"name":"s","steps":[{"result":{"status":"passed"}}]}]}]"#,
    #"{"testResults":[{"name":"a.js","assertionResults":[{"title":"t","status":"passed"}]}]}"#,
    "<TestRun><Results><UnitTestResult testName='a' outcome='Passed'/></Results></TestRun>",
    "<test-run><test-case name='a' result='Passed'/></test-run>",
    "<assemblies><assembly><test name='a' result='Pass'/></assembly></assemblies>",
    "TN:\nSF:a.c\nDA:1,1\nDA:2,0\nend_of_record\n",
    "<coverage><packages><class filename='a'><line number='1' hits='1'/></class></packages></coverage>",
  ]
}
