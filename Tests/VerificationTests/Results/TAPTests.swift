import Testing
import Verification

@Suite("TAP")
struct TAPTests {
  @Test("tests, skipped tests and such as are still to do")
  func directives() throws {
    let tests = try Reports.tests(
      """
      TAP version 14
      1..7
      ok 1 - a muted account gets no mail
      not ok 2 - a digest is sent # the mailer was down
      ok 3 - on TV # SKIP no TV here
      not ok 4 - by fax # TODO somebody buys one
      ok 5 # skipped
      ok 6 a \\# is kept \\\\ # time=1500ms
      ok
      """)
    #expect(
      tests.told == [
        "a muted account gets no mail passed", "a digest is sent # the mailer was down failed", "on TV skipped",
        "by fax skipped", " skipped", "a # is kept \\ passed", " passed",
      ])
    #expect(tests[2].message == "no TV here" && tests[3].message == "somebody buys one")
    #expect(tests[5].seconds == 1.5)
  }

  @Test("node: subtests stand before their test, which is their suite, with diagnostics between")
  func node() throws {
    let tests = try Reports.tests(
      """
      TAP version 13
      # Subtest: notifications
          # Subtest: are muted
          ok 1 - are muted
            ---
            duration_ms: 1.25
            type: 'test'
            ...
          # Subtest: are sent
          not ok 2 - are sent
            ---
            duration_ms: 3
            error: 'no mail'
            message: "expected 1, not 0"
            stack: |-
              ok 9 - this is no test
            ...
          1..2
      not ok 1 - notifications
        ---
        duration_ms: 4
        ...
      1..1
      # tests 2
      """)
    #expect(
      tests.told == ["notifications.are muted passed", "notifications.are sent failed", "notifications failed"])
    #expect(tests[0].seconds == 0.00125 && tests[1].message == "expected 1, not 0")
  }

  @Test("node-tap: subtests within braces belong to the line that opens them")
  func braces() throws {
    let tests = try Reports.tests(
      """
      TAP version 14
      ok 1 - mail # time=5ms {
          ok 1 - is muted
          1..1
      }
      ok 2 - other {
          1..0 # SKIP not here
      }
      1..2
      """)
    #expect(tests.told == ["mail passed", "mail.is muted passed", "other passed"])
  }

  @Test("what a test that is still to do holds proves nothing, however deep")
  func insideTodo() throws {
    let tests = try Reports.tests(
      """
          ok 1 - first
              not ok 1 - inner
              1..1
          not ok 2 - middle
          1..2
      not ok 1 - outer # TODO
      1..1
      """)
    #expect(
      tests.told == ["outer.first passed", "middle.inner skipped", "outer.middle skipped", "outer skipped"])
  }

  @Test("what programs print between the tests is passed over")
  func noise() throws {
    let tests = try Reports.tests(
      """
      starting the server
      okay 1
      notok
      ok 1 - one
        indented by two, ok
                ok 3 - far in
      1..1
      ok\u{0}2
      pragma +strict
      """)
    #expect(tests.told == ["one passed"])
  }

  @Test(
    "a run that was not whole is refused, and says why",
    arguments: [
      ("1..3\nok 1\nok 2\n", ResultsError.Problem.planMismatch(planned: 3, found: 2), 1),
      ("ok 1\nok 2\n1..1\n", .planMismatch(planned: 1, found: 2), 3),
      ("1..1\n    1..2\n    ok 1\nok 1\n", .planMismatch(planned: 2, found: 1), 2),
      ("TAP version 13\nok 1\n", .noPlan, 2),
      ("1..2\nok 1\nBail out!  no database \n", .bailedOut("no database"), 3),
      ("1..2\nok 1\n    Bail out!\n", .bailedOut(""), 3),
      ("1..1\n1..1\nok 1\n", .badLine(expected: "one plan"), 2),
      ("1..1\n1..99999999999999999999\n", .badLine(expected: "1..<number>"), 2),
      ("1..1\nok 1\n  ---\n  message: x\n", .truncated(open: nil), 4),
    ])
  func broken(text: String, problem: ResultsError.Problem, line: Int) {
    #expect(Reports.error(text) == ResultsError(problem, origin: "report", line: line, column: 1))
  }

  @Test("several runs behind each other are each whole, or the file is refused")
  func several() throws {
    let run = "TAP version 13\nok 1 - a\n1..1\n"
    #expect(try Reports.tests(run + run).told == ["a passed", "a passed"])
    #expect(Reports.problem(run + "TAP version 13\n1..2\nok 1\n") == .planMismatch(planned: 2, found: 1))
  }

  @Test("a run that skips everything has no tests")
  func skippedWhole() throws {
    #expect(try Reports.tests("1..0 # SKIP no database\n").isEmpty)
  }

  @Test("subtests within subtests without end are refused")
  func deep() {
    let text = "1..1\n" + (0..<200).map { String(repeating: "    ", count: $0) + "ok 1\n" }.joined()
    #expect(Reports.problem(text) == .tooDeep(limit: 100))
  }
}
