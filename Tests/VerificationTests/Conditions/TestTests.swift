import Git
import PlanModel
import Testing
import Verification

@Suite("test")
struct TestTests {
  private let check = Condition.Check.test("*muted*")

  private func evidence(_ results: [TestResults]) throws -> Evidence {
    try Judging.evidence(check, on: MemorySubject(), Judging.records(results: results))
  }

  private func results(_ tests: (String, TestCase.Outcome)...) -> TestResults {
    TestResults(tests.map { TestCase(suite: "Mail", name: $0.0, outcome: $0.1) }, origin: "results.xml")
  }

  @Test("it holds when every matching test passed, skipped ones aside")
  func passed() throws {
    let given = results(("is muted", .passed), ("muted again", .passed), ("muted on TV", .skipped), ("other", .failed))
    let expected = ConditionFact.tests(passed: 2, failed: 0, skipped: 1, named: [])
    #expect(try evidence([given]) == .condition(.holds, check, expected))
  }

  @Test("one failure or error fails it, and is named with its suite")
  func failed() throws {
    let given = results(("is muted", .passed), ("muted twice", .failed), ("muted thrice", .error))
    let expected = ConditionFact.tests(
      passed: 1, failed: 2, skipped: 0, named: ["Mail.muted twice", "Mail.muted thrice"])
    #expect(try evidence([given]) == .condition(.fails, check, expected))
  }

  @Test("a failure in any of several files fails it")
  func severalFiles() throws {
    #expect(try evidence([results(("muted", .passed)), results(("muted", .failed))]).outcome == .fails)
  }

  @Test("of many failures five are named and all are counted")
  func manyFailures() throws {
    let given = TestResults((1...9).map { TestCase(name: "muted \($0)", outcome: .failed) }, origin: "r")
    let expected = ConditionFact.tests(passed: 0, failed: 9, skipped: 0, named: (1...5).map { "muted \($0)" })
    #expect(try evidence([given]) == .condition(.fails, check, expected))
  }

  @Test("tests that were only skipped prove nothing")
  func skipped() throws {
    let expected = ConditionFact.tests(passed: 0, failed: 0, skipped: 1, named: [])
    #expect(try evidence([results(("muted", .skipped))]) == .condition(.missing, check, expected))
  }

  @Test("no matching test, no tests and no results are three different facts")
  func nothing() throws {
    #expect(try evidence([results(("a", .passed), ("b", .passed))]) == .condition(.missing, check, .noTest(looked: 2)))
    #expect(try evidence([results()]) == .condition(.missing, check, .noTest(looked: 0)))
    #expect(try evidence([]) == .condition(.missing, check, .noResults))
  }

  @Test("where no test has the name, the one that was probably meant is named")
  func nearest() throws {
    let given = TestResults(
      [
        TestCase(className: "tests.test_mail.TestMute", name: "test_all", outcome: .passed),
        TestCase(className: "tests.test_mail", name: "test_other", outcome: .passed),
      ], origin: "r")
    func named(_ pattern: String) throws -> String? {
      let records = Judging.records(results: [given])
      let evidence = try Judging.evidence(.test(pattern), on: MemorySubject(), records)
      guard case .condition(_, .noTest(2, let nearest)) = evidence.fact else { return evidence.outcome.rawValue }
      return nearest
    }
    #expect(try named("test_post.py::TestMute::test_all") == "tests.test_mail.TestMute.test_all")
    #expect(try named("test_othr") == "tests.test_mail.test_other")
    #expect(try named("something else entirely") == nil)
    #expect(try named("tests/test_mail.py::TestMute::test_all") == "holds")
    #expect(try named("tests/test_mail.py::*") == "holds")
    #expect(try named("tests.test_mail.TestMute#test_all") == "holds")
    #expect(try named("tests/test_post.py::TestMute::*") == nil)
    #expect(try named("tests/test_mail.py") == "tests/test_mail.py::*")
    #expect(try named("tests/test_mail.py::TestMute") == "tests/test_mail.py::TestMute::*")
    #expect(try named("tests.test_mail.TestMute") == "tests.test_mail.TestMute.*")
    #expect(try named("Test Other") == "tests.test_mail.test_other")
  }

  @Test(
    "a test is found by the names that its runner has for it",
    arguments: [
      ("Mails > mutes all", "Mails", "mutes all"), ("Mails › mutes all", "", "Mails mutes all"),
      ("mail::notify::tests::mutes", "mail", "notify::tests::mutes"), ("MailTests/mutes", "MailTests", "mutes"),
      ("caddyconfig/TestOther", "github.com/caddyserver/caddy/v2/caddyconfig", "TestOther"),
      ("TestParse/empty_file", "example.com/x", "TestParse/empty_file"),
      ("com.example.MailTest#mutes", "com.example.MailTest", "mutes"),
    ])
  func spoken(pattern: String, owner: String, name: String) throws {
    func outcome(_ owner: String, _ name: String) throws -> Evidence.Outcome {
      let given = TestResults([TestCase(className: owner, name: name, outcome: .passed)], origin: "r")
      return try Judging.evidence(.test(pattern), on: MemorySubject(), Judging.records(results: [given])).outcome
    }
    #expect(try outcome(owner, name) == .holds)
    #expect(try outcome(owner, name + "s") == .missing)
    #expect(try outcome(owner + "s", name) == .missing || owner.isEmpty || name == pattern)
  }

  @Test("results of another commit are stale, unless its content is the same")
  func otherContent() throws {
    var given = results(("muted", .passed))
    given.commit = .made(77)
    let expected = ConditionFact.resultsOfOtherContent(commit: ObjectID.made(77).hex)
    #expect(try evidence([given]) == .condition(.stale, check, expected))
    given.tree = MemorySubject().tree
    #expect(try evidence([given]).outcome == .holds)
    given.tree = .made(78)
    #expect(try evidence([given]).outcome == .stale)
    #expect(try evidence([given, results(("muted", .failed))]).outcome == .fails)
    given.commit = MemorySubject().commit
    #expect(try evidence([given]).outcome == .holds)
  }

  @Test("what was recorded for other content is told with the commit that it was recorded on, never with a tree")
  func recordedOn() throws {
    var given = results(("muted", .passed))
    given.tree = .made(78)
    var records = Judging.records(results: [given])
    func evidence() throws -> Evidence { try Judging.evidence(check, on: MemorySubject(), records) }
    #expect(try evidence() == .condition(.stale, check, .resultsOfOtherContent(commit: "")))
    records.commits[.made(78)] = .made(5)
    #expect(try evidence() == .condition(.stale, check, .resultsOfOtherContent(commit: ObjectID.made(5).hex)))
  }

  @Test("results of another commit without such a test are not even stale")
  func otherContentWithoutTest() throws {
    var given = results(("other", .passed))
    given.commit = .made(77)
    #expect(try evidence([given]) == .condition(.missing, check, .noTest(looked: 0)))
  }

  @Test(
    "a pattern means a test by its name, alone or behind its class or suite, with or without parameters",
    arguments: [
      ("muted", true), ("MailTests.muted", true), ("MailTests muted", true), ("Suite muted", true),
      ("Suite.muted", true), ("*.muted", true), ("muted[email]", true), ("muted\\[email\\]", true),
      ("MailTests.muted\\[*\\]", true), ("mute", false), ("Muted", false), ("MailTests", false), ("email", false),
      ("Other.muted", false), ("m?ted", true), ("*", true),
    ])
  func names(pattern: String, expected: Bool) throws {
    let test = TestCase(suite: "Suite", className: "MailTests", name: "muted[email]", outcome: .passed)
    let records = Judging.records(results: [TestResults([test], origin: "r")])
    let evidence = try Judging.evidence(.test(pattern), on: MemorySubject(), records)
    #expect((evidence.outcome == .holds) == expected)
  }

  @Test(
    "what a runner puts behind a name may be left out",
    arguments: [
      "muted()", "muted(int)", "muted(int)[2]", "muted [2]", "muted{int}[1]", "muted(a(b)c)", "muted[a-[b]]",
    ])
  func parameters(name: String) throws {
    let records = Judging.records(results: [TestResults([TestCase(name: name, outcome: .passed)], origin: "r")])
    #expect(try Judging.evidence(.test("muted"), on: MemorySubject(), records).outcome == .holds)
  }

  @Test("a name of nothing but brackets, or with a bracket left open, is what it is", arguments: ["(a)", "a)", "]"])
  func oddNames(name: String) throws {
    let records = Judging.records(results: [TestResults([TestCase(name: name, outcome: .passed)], origin: "r")])
    #expect(try Judging.evidence(.test(name), on: MemorySubject(), records).outcome == .holds)
    #expect(try Judging.evidence(.test(""), on: MemorySubject(), records).outcome == .missing)
  }
}
