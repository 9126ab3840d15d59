import Testing
import Verification

@Suite("JUnit dialects")
struct JUnitDialectTests {
  private func read(_ xml: String) throws -> [TestCase] {
    try JUnitReader.read(Array(xml.utf8), origin: "results.xml")
  }

  @Test("surefire: a rerun that passed is a pass, one that failed again is a failure")
  func surefire() throws {
    let cases = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0"
          xsi:noNamespaceSchemaLocation="https://maven.apache.org/surefire/surefire-test-report.xsd"
          name="com.example.MailTest" time="1.2" tests="4" errors="1" skipped="1" failures="1">
        <properties><property name="java.version" value="21"/></properties>
        <testcase name="muted" classname="com.example.MailTest" time="1,234.5"/>
        <testcase name="flaky" classname="com.example.MailTest" time="0.1">
          <flakyFailure message="timed out" type="java.lang.AssertionError"><stackTrace>at x</stackTrace></flakyFailure>
        </testcase>
        <testcase name="again" classname="com.example.MailTest" time="0.1">
          <failure message="expected: &lt;0&gt; but was: &lt;1&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[at
      com.example.MailTest]]></failure>
          <rerunFailure message="again"><stackTrace>at y</stackTrace></rerunFailure>
          <system-out><![CDATA[<failure>not one</failure>]]></system-out>
        </testcase>
        <testcase name="broken" classname="com.example.MailTest" time="0"><error type="java.lang.Error">boom</error></testcase>
        <testcase name="later" classname="com.example.MailTest" time="0"><skipped message="not on CI"/></testcase>
      </testsuite>
      """)
    let suite = "com.example.MailTest"
    let expected: [TestCase] = [
      TestCase(suite: suite, className: suite, name: "muted", outcome: .passed, seconds: 1_234.5),
      TestCase(suite: suite, className: suite, name: "flaky", outcome: .passed, seconds: 0.1),
      TestCase(
        suite: suite, className: suite, name: "again", outcome: .failed, seconds: 0.1,
        message: "expected: <0> but was: <1>"),
      TestCase(suite: suite, className: suite, name: "broken", outcome: .error, seconds: 0, message: "boom"),
      TestCase(suite: suite, className: suite, name: "later", outcome: .skipped, seconds: 0, message: "not on CI"),
    ]
    #expect(cases == expected)
  }

  @Test("pytest: suites in testsuites, classes as modules, parameters behind the name")
  func pytest() throws {
    let cases = try read(
      """
      <?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="0" failures="1" skipped="1" \
      tests="3" time="0.05" timestamp="2026-03-01T09:00:00" hostname="ci"><testcase classname="tests.test_mail.TestMute" \
      name="test_muted[email]" time="0.001" /><testcase classname="tests.test_mail" name="test_sent" time="0.002">\
      <failure message="AssertionError: assert 1 == 0&#10; +  where 1 = len([...])">def test_sent():
      &gt;       assert len(sent) == 0</failure></testcase><testcase classname="tests.test_mail" name="test_tv" \
      time="0.000"><skipped type="pytest.xfail" message="no TV" /></testcase></testsuite></testsuites>
      """)
    #expect(cases.map(\.outcome) == [.passed, .failed, .skipped])
    #expect(cases[0].fullName == "tests.test_mail.TestMute.test_muted[email]")
    #expect(cases[1].message == "AssertionError: assert 1 == 0\n +  where 1 = len([...])")
    #expect(cases[2].seconds == 0)
  }

  @Test("jest-junit: the whole sentence stands in class and name")
  func jest() throws {
    let cases = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="jest tests" tests="2" failures="1" errors="0" time="1.3">
        <testsuite name="notifications" errors="0" failures="1" skipped="0" timestamp="2026-03-01T09:00:00" tests="2">
          <testcase classname="notifications are muted" name="notifications are muted" time="0.01">
          </testcase>
          <testcase classname="notifications are sent" name="notifications are sent" time="0.01">
            <failure>Error: expect(received).toBe(expected) // Object.is equality</failure>
          </testcase>
        </testsuite>
      </testsuites>
      """)
    #expect(cases.map(\.name) == ["notifications are muted", "notifications are sent"])
    #expect(cases.map(\.outcome) == [.passed, .failed])
    #expect(cases[1].message == "Error: expect(received).toBe(expected) // Object.is equality")
  }

  @Test("Swift's --xunit-output: failures in attributes only")
  func swift() throws {
    let cases = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>

      <testsuites>
      <testsuite name="TestResults" errors="0" tests="2" failures="1" skipped="0" time="0.25">
      <testcase classname="MailTests.MuteTests" name="muted()" time="0.125">
      </testcase>
      <testcase classname="MailTests.MuteTests" name="sent(to:)" time="0.125">
      <failure message="failed"></failure>
      </testcase>
      </testsuite>
      </testsuites>
      """)
    #expect(cases.map(\.outcome) == [.passed, .failed])
    #expect(cases[1].message == "failed")
    #expect(cases[0].fullName == "MailTests.MuteTests.muted()")
  }

  @Test("GoogleTest: status and result tell what was not run")
  func googleTest() throws {
    let cases = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites tests="5" failures="1" disabled="1" errors="0" time="0.01" name="AllTests">
        <testsuite name="Mail" tests="5" failures="1" disabled="1" skipped="1" errors="0" time="0.01">
          <testcase name="Muted" file="mail_test.cc" line="3" status="run" result="completed" time="0" classname="Mail" />
          <testcase name="Sent" status="run" result="completed" time="0." classname="Mail">
            <failure message="mail_test.cc:9&#x0A;Expected equality" type=""><![CDATA[mail_test.cc:9]]></failure>
          </testcase>
          <testcase name="DISABLED_Tv" status="notrun" result="suppressed" time="0." classname="Mail" />
          <testcase name="Phone" status="run" result="skipped" time="0." classname="Mail">
            <skipped message="mail_test.cc:20&#x0A;no phone"><![CDATA[no phone]]></skipped>
          </testcase>
          <testcase name="Bare" status="run" result="skipped" time="0." classname="Mail" />
        </testsuite>
      </testsuites>
      """)
    #expect(cases.map(\.outcome) == [.passed, .failed, .skipped, .skipped, .skipped])
    #expect(cases[1].message == "mail_test.cc:9\nExpected equality")
  }

  @Test("nextest: crates as suites, modules in the name, retries told apart")
  func nextest() throws {
    let cases = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="nextest-run" tests="3" failures="1" errors="0" uuid="1" timestamp="2026-03-01T09:00:00Z" time="1">
          <testsuite name="mailer" tests="3" disabled="0" errors="0" failures="1">
              <testcase name="mute::tests::muted" classname="mailer" timestamp="2026-03-01T09:00:00Z" time="0.012"/>
              <testcase name="mute::tests::flaky" classname="mailer" time="0.009">
                  <flakyFailure timestamp="2026-03-01T09:00:00Z" time="0.01" message="panicked" type="test failure"/>
              </testcase>
              <testcase name="mute::tests::sent" classname="mailer" time="0.009">
                  <failure message="thread panicked at src/lib.rs:8" type="test failure">thread panicked</failure>
                  <rerunFailure time="0.01" type="test failure">thread panicked</rerunFailure>
              </testcase>
          </testsuite>
      </testsuites>
      """)
    #expect(cases.map(\.outcome) == [.passed, .passed, .failed])
    #expect(cases[0].fullName == "mailer.mute::tests::muted")
  }

  @Test("suites within suites: the innermost one names the test")
  func nestedSuites() throws {
    let cases = try read(
      """
      <testsuites><testsuite name="all"><testsuite name="mail"><testcase name="a"/></testsuite>
      <testcase name="b"/></testsuite><testsuite><testcase name="c"/></testsuite></testsuites>
      """)
    #expect(cases.map(\.fullName) == ["mail.a", "all.b", "c"])
  }

  @Test("a suite that broke before its tests is a test that did not pass")
  func suiteError() throws {
    let cases = try read("<testsuite name='mail'><error message='no database'/></testsuite>")
    #expect(cases == [TestCase(suite: "mail", name: "mail", outcome: .error, message: "no database")])
  }

  @Test("names with a namespace's prefix are read without it")
  func namespaces() throws {
    let cases = try read(
      "<j:testsuite xmlns:j='urn:x' j:name='s'><j:testcase j:name='t'><j:failure/></j:testcase></j:testsuite>")
    #expect(cases == [TestCase(suite: "s", name: "t", outcome: .failed)])
  }

  @Test(
    "the words of other tools' attributes are understood, and an unknown one is no pass",
    arguments: [
      ("status='passed'", .passed), ("status='FAILED'", .failed), ("status='fail'", .failed),
      ("status='run'", .passed), ("status='disabled'", .skipped), ("result='error'", .error),
      ("status='run' result='failed'", .failed), ("status='pending'", .skipped), ("status='wibble'", .skipped),
      ("status=''", .passed), ("", .passed),
    ] as [(String, TestCase.Outcome)])
  func attributes(attribute: String, expected: TestCase.Outcome) throws {
    #expect(try read("<testsuite><testcase name='t' \(attribute)/></testsuite>").map(\.outcome) == [expected])
  }

  @Test("a failure outweighs an error, an error a skip, whatever their order")
  func severalElements() throws {
    let orders = ["<skipped/><error/><failure/>", "<failure/><error/><skipped/>", "<error/><failure/>"]
    for children in orders {
      let cases = try read("<testsuite><testcase name='t'>\(children)</testcase></testsuite>")
      #expect(cases.map(\.outcome) == [.failed], "\(children)")
    }
    let cases = try read("<testsuite><testcase name='t'><error/><skipped/></testcase></testsuite>")
    #expect(cases.map(\.outcome) == [.error])
  }

  @Test("a failure deeper within a test case's output is none")
  func quotedFailure() throws {
    let cases = try read(
      "<testsuite><testcase name='t'><system-out><failure/></system-out></testcase></testsuite>")
    #expect(cases.map(\.outcome) == [.passed])
  }
}
