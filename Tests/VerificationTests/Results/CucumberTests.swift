import Testing
import Verification

@Suite("Cucumber")
struct CucumberTests {
  private func feature(_ elements: String) -> String {
    #"[{"uri":"features/mute.feature","keyword":"Feature","name":"Muting","elements":[\#(elements)]}]"#
  }

  private func scenario(_ name: String, _ statuses: String..., more: String = "") -> String {
    let steps = statuses.map { #"{"keyword":"When ","name":"s","result":{"status":"\#($0)","duration":1}}"# }
    return #"{"type":"scenario","name":"\#(name)"\#(more),"steps":[\#(steps.joined(separator: ","))]}"#
  }

  @Test("JSON: the worst step decides; one that is undefined, pending or ambiguous keeps the scenario from passing")
  func statuses() throws {
    let elements = [
      scenario("all pass", "passed", "passed"), scenario("fails", "passed", "failed", "skipped"),
      scenario("undefined", "passed", "undefined"), scenario("pending", "pending", "skipped"),
      scenario("ambiguous", "ambiguous"), scenario("skipped", "passed", "skipped"), scenario("empty"),
    ]
    let tests = try Reports.tests(feature(elements.joined(separator: ",")))
    #expect(tests.map(\.outcome) == [.passed, .failed, .error, .error, .error, .skipped, .skipped])
    #expect(tests[2].fullName == "Muting.undefined" && tests[2].message == "a step is undefined")
  }

  @Test("JSON: every row of an outline is a test, and a background counts for the scenario behind it")
  func rows() throws {
    let background = #"{"type":"background","steps":[{"result":{"status":"failed","error_message":"no account"}}]}"#
    let elements = [
      background, scenario("row", "skipped"), scenario("row", "passed", more: #","keyword":"Scenario Outline""#),
    ]
    let tests = try Reports.tests(feature(elements.joined(separator: ",")))
    #expect(tests.told == ["Muting.row failed", "Muting.row passed"])
    #expect(tests[0].message == "no account")
  }

  @Test("JSON: a hook that fails fails the scenario, around it or around a step")
  func hooks() throws {
    let failed = #"[{"result":{"status":"failed","error_message":"no browser"}}]"#
    let elements = [
      scenario("before", "passed", more: #","before":\#(failed)"#),
      scenario("after", "passed", more: #","after":\#(failed)"#),
      #"{"name":"step","steps":[{"result":{"status":"passed"},"after":\#(failed)}]}"#,
    ]
    let tests = try Reports.tests(feature(elements.joined(separator: ",")))
    #expect(tests.map(\.outcome) == [.failed, .failed, .failed])
    #expect(tests[1].message == "no browser")
  }

  @Test("JSON of a run without features has no tests")
  func empty() throws {
    #expect(try Reports.tests(" [] \n").isEmpty)
  }

  // MARK: Messages

  private static let head = #"""
    {"meta":{"protocolVersion":"27.0.0"}}
    {"gherkinDocument":{"uri":"mute.feature","feature":{"name":"Muting"}}}
    {"pickle":{"id":"p1","uri":"mute.feature","name":"muted"}}
    {"testRunStarted":{"id":"r"}}
    {"testCase":{"id":"c1","pickleId":"p1","testSteps":[{"id":"s1"}]}}

    """#
  private static let end = #"{"testRunFinished":{"success":true}}"# + "\n"

  private func attempt(_ number: Int, _ status: String, finishes: Bool = true) -> String {
    let id = "a\(number)"
    let started = #"{"testCaseStarted":{"id":"\#(id)","testCaseId":"c1","attempt":\#(number)}}"#
    let step =
      #"{"testStepFinished":{"testCaseStartedId":"\#(id)","testStepResult":"#
      + #"{"status":"\#(status)","duration":{"seconds":1,"nanos":500000000}}}}"#
    let finished = #"{"testCaseFinished":{"testCaseStartedId":"\#(id)","willBeRetried":false}}"#
    return [started, step, finishes ? finished : ""].joined(separator: "\n") + "\n"
  }

  @Test("messages: the last attempt counts")
  func retries() throws {
    let tests = try Reports.tests(Self.head + attempt(0, "FAILED") + attempt(1, "PASSED") + Self.end)
    #expect(tests == [TestCase(suite: "Muting", name: "muted", outcome: .passed, seconds: 1.5)])
    #expect(try Reports.tests(Self.head + attempt(1, "PASSED") + attempt(0, "FAILED") + Self.end)[0].outcome == .passed)
    #expect(try Reports.tests(Self.head + attempt(0, "PASSED") + attempt(1, "FAILED") + Self.end)[0].outcome == .failed)
  }

  @Test(
    "messages: statuses are those of JSON in capitals",
    arguments: [
      ("PASSED", TestCase.Outcome.passed), ("FAILED", .failed), ("UNDEFINED", .error), ("PENDING", .error),
      ("AMBIGUOUS", .error), ("SKIPPED", .skipped), ("UNKNOWN", .skipped),
    ])
  func messageStatuses(status: String, outcome: TestCase.Outcome) throws {
    #expect(try Reports.tests(Self.head + attempt(0, status) + Self.end).map(\.outcome) == [outcome])
  }

  @Test("messages: a scenario that did not end has not passed")
  func unfinished() throws {
    #expect(
      try Reports.tests(Self.head + attempt(0, "PASSED", finishes: false) + Self.end).told == ["Muting.muted error"])
  }

  @Test("messages that end before the run does are refused")
  func truncated() {
    #expect(Reports.error(Self.head + attempt(0, "PASSED"))?.problem == .truncated(open: nil))
  }

  @Test("messages: what could not be parsed, and a hook of the run that failed, did not pass")
  func errors() throws {
    let parse = #"{"parseError":{"source":{"uri":"bad.feature"},"message":"(1:1): expected Feature"}}"# + "\n"
    let hook = #"{"testRunHookFinished":{"result":{"status":"FAILED","message":"no server"}}}"# + "\n"
    let tests = try Reports.tests(Self.head + parse + attempt(0, "PASSED") + hook + Self.end)
    #expect(tests.map(\.outcome) == [.passed, .error, .failed])
    #expect(tests.map(\.name) == ["muted", "bad.feature", "hook of the run"])
  }
}
