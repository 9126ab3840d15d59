import Testing
import Verification

@Suite("Reports of .NET")
struct DotNetTests {
  @Test("TRX: classes come from the definitions behind the results, and rows of data are the tests")
  func trx() throws {
    let tests = try Reports.tests(
      """
      \u{FEFF}<?xml version="1.0" encoding="utf-8"?>
      <TestRun id="1" name="ci" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
        <Results>
          <UnitTestResult testId="a" testName="Mail.MuteTests.Muted" outcome="Passed" duration="00:01:00.5000000"/>
          <UnitTestResult testId="b" testName="Sent" outcome="Failed"><Output><StdOut>x</StdOut><ErrorInfo>
            <Message>Expected 1, not 0</Message><StackTrace>at Mail</StackTrace></ErrorInfo></Output></UnitTestResult>
          <UnitTestResult testId="c" testName="OnTV" outcome="NotExecuted"/>
          <UnitTestResult testId="d" testName="Rows" outcome="Passed"><InnerResults>
            <UnitTestResult testId="d" testName="Rows (Data Row 0)" outcome="Passed"/>
            <UnitTestResult testId="d" testName="Rows (Data Row 1)" outcome="Timeout"/></InnerResults></UnitTestResult>
          <UnitTestResult testId="e" testName="NoWord"/>
        </Results>
        <TestDefinitions>
          <UnitTest name="x" id="a"><TestMethod className="Mail.MuteTests, Mail" name="Muted"/></UnitTest>
          <UnitTest name="y" id="b"><TestMethod className="Mail.SendTests" name="Sent"/></UnitTest>
        </TestDefinitions>
      </TestRun>
      """)
    #expect(
      tests.told == [
        "Mail.MuteTests.Muted passed", "Mail.SendTests.Sent failed", "OnTV skipped", "Rows (Data Row 0) passed",
        "Rows (Data Row 1) error", "NoWord error",
      ])
    #expect(tests[0].name == "Muted" && tests[0].seconds == 60.5)
    #expect(tests[1].message == "Expected 1, not 0")
  }

  @Test("TRX: a run whose process died did not pass, though all its tests did")
  func trxRun() throws {
    let run = """
      <TestRun><Results><UnitTestResult testName="a" outcome="Passed"/></Results><ResultSummary outcome="Failed">
      <RunInfos><RunInfo outcome="Warning"><Text>slow</Text></RunInfo><RunInfo outcome="Error"><Text>crashed</Text>
      </RunInfo></RunInfos></ResultSummary></TestRun>
      """
    #expect(try Reports.tests(run).told == ["a passed", "the run error"])
  }

  @Test("NUnit: a suite that fails in its own tear-down is a test, one that fails by its tests is none")
  func nunit() throws {
    let tests = try Reports.tests(
      """
      <test-run id="2" result="Failed"><test-suite type="Assembly" name="Mail.dll" result="Failed" site="Child">
      <failure><message>One or more child tests had errors</message></failure>
      <test-suite type="TestFixture" name="MuteTests" result="Failed" site="TearDown"><failure><message>no disk</message>
      </failure><test-case name="Muted(1)" classname="Mail.MuteTests" result="Passed" duration="0.25"/>
      <test-case name="Sent" classname="Mail.MuteTests" result="Failed"><failure><message>no mail</message></failure>
      </test-case><test-case name="Breaks" classname="Mail.MuteTests" result="Failed" label="Error"/>
      <test-case name="OnTV" classname="Mail.MuteTests" result="Skipped"><reason><message>no TV</message></reason>
      </test-case><test-case name="Maybe" classname="Mail.MuteTests" result="Inconclusive"/></test-suite>
      </test-suite></test-run>
      """)
    #expect(
      tests.told == [
        "Mail.MuteTests.Muted(1) passed", "Mail.MuteTests.Sent failed", "Mail.MuteTests.Breaks error",
        "Mail.MuteTests.OnTV skipped", "Mail.MuteTests.Maybe skipped", "MuteTests error",
      ])
    #expect(tests[5].message == "no disk" && tests[1].message == "no mail" && tests[0].seconds == 0.25)
  }

  @Test("NUnit 2: the same in other words")
  func nunit2() throws {
    let tests = try Reports.tests(
      """
      <test-results name="Mail.dll"><test-suite name="MuteTests" success="False" result="Failure"><results>
      <test-case name="Mail.MuteTests.Muted" executed="True" result="Success" success="True" time="0.5"/>
      <test-case name="Mail.MuteTests.Sent" executed="True" result="Failure" success="False"><failure>
      <message>no mail</message></failure></test-case>
      <test-case name="Mail.MuteTests.Old" executed="True" success="True"/>
      <test-case name="Mail.MuteTests.OnTV" executed="False" result="Ignored"/></results></test-suite></test-results>
      """)
    #expect(tests.map(\.outcome) == [.passed, .failed, .passed, .skipped])
    #expect(tests[0].isNamed(byAnyOf: ["*.MuteTests.Muted"]) && tests[0].seconds == 0.5)
  }

  @Test("xUnit.net: names are told without their class, and errors of the clean-up count")
  func xunit() throws {
    let tests = try Reports.tests(
      """
      <assemblies><assembly name="C:\\ci\\Mail.dll"><errors><error type="assembly-cleanup"><failure><message>no disk
      </message></failure></error></errors><collection name="c">
      <test name="Mail.MuteTests.Muted(by: &quot;comment&quot;)" type="Mail.MuteTests" method="Muted" time="0.5" result="Pass"/>
      <test name="Sends a mail" type="Mail.MuteTests" method="Sent" result="Fail"><failure><message>no mail</message>
      </failure></test><test name="Mail.MuteTests.OnTV" type="Mail.MuteTests" result="Skip"><reason>no TV</reason></test>
      </collection></assembly></assemblies>
      """)
    #expect(
      tests.told == [
        "Mail.dll error", "Mail.MuteTests.Muted(by: \"comment\") passed", "Mail.MuteTests.Sends a mail failed",
        "Mail.MuteTests.OnTV skipped",
      ])
    #expect(tests[3].message == "no TV")
  }
}
