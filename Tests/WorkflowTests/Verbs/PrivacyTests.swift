import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Personal data and secrets in a plan") struct PrivacyTests {
  /// Put together here, so that no scanner takes this file for a leak.
  private static let token = "gh" + "p_k3V9x2M7q4W8e1R5t6Y0u3I7o2P4a6S8d1F3"
  private static let account = "DE75512108001245126199"
  private static let intent = ".handoff/intents/in-k3f9ab2y-mails.md"

  private func intent(_ body: String, owner: String = "") -> String {
    "---\nid: in-k3f9ab2y\ntitle: Mails\n\(owner)---\n\n\(body)\n"
  }

  private func findings(_ bench: Bench) throws -> [Finding] {
    try bench.workspace().check().findings.filter { [.secret, .personalData].contains($0.rule) }
  }

  @Test("a secret is found at its place in any plan file, and only its beginning is told")
  func secrets() throws {
    let bench = try Bench()
    try bench.repository.write(Self.intent, intent("First.\n\nUse \(Self.token) here."))
    try bench.repository.write(
      ".handoff/handoff.yml", "version: 1\nroles: {support: [ada@example.com]}\n# \(Self.token)\n")
    let secret = Problem.privacy(.secret(beginning: "ghp_", inSource: false))
    #expect(
      try findings(bench) == [
        Finding(secret, path: ".handoff/handoff.yml", line: 3, column: 3),
        Finding(secret, path: Self.intent, line: 8, column: 5),
      ])
    #expect(try findings(bench).allSatisfy { $0.severity == .warning })
  }

  @Test("an account is found without being asked for, an example of documents is not")
  func accounts() throws {
    let bench = try Bench()
    try bench.repository.write(
      Self.intent, intent("Pay \(Self.account), not DE89 3704 0044 0532 0130 00 or 4242424242424242"))
    let problem = Problem.privacy(.personalData(kind: "iban", beginning: "DE75", inSource: false))
    #expect(try findings(bench) == [Finding(problem, path: Self.intent, line: 6, column: 5)])
  }

  @Test("addresses are found in bodies and statements once the policy asks, never where people are named on purpose")
  func asked() throws {
    let body = "Write to ada@example.com, customer CN-123456."
    let quiet = try Bench()
    try quiet.repository.write(Self.intent, intent(body))
    #expect(try findings(quiet) == [])

    let bench = try Bench()
    var options = IntakeOptions(.path("mail.txt"))
    options.title = "A call"
    try bench.repository.write("mail.txt", "Please call me at ada@example.com.\n")
    let report = try bench.workspace().intake(options)
    let source = try #require(report.outcomes.first).source
    let settings = "redact: [email, {name: customer-number, pattern: 'CN-[0-9]{6}'}]\n"
    try bench.repository.write(
      ".handoff/handoff.yml", "version: 1\nroles: {support: [ada@example.com]}\n" + settings)
    try bench.repository.write(Self.intent, intent(body, owner: "owner: ada@example.com\n"))
    let found = try findings(bench)
    #expect(found.map(\.path) == [Self.intent, Self.intent, "\(source.folder)/statements.tsv"])
    #expect(found.map(\.line) == [7, 7, 1] && found.map(\.column) == [10, 36, 23])
    let kinds = found.map { finding -> String in
      guard case .privacy(.personalData(let kind, _, let inSource)) = finding.problem else { return "" }
      return inSource ? "\(kind) in source" : kind
    }
    #expect(kinds == ["email", "customer-number", "email in source"])
  }

  @Test("a pattern that cannot be used is found in handoff.yml")
  func badPattern() throws {
    let bench = try Bench(settings: "redact:\n  - name: number\n    pattern: 'CN-('\n")
    let problem = FieldProblem.badPattern(
      field: "pattern", pattern: "CN-(", reason: "missing closing parenthesis", offset: 4)
    #expect(
      try bench.workspace().check().findings == [
        Finding(.field(problem), path: ".handoff/handoff.yml", line: 5, column: 14)
      ])
  }

  @Test("the pre-commit hook tells of a secret that is staged, and of none that was there")
  func staged() throws {
    let bench = try Bench()
    try bench.repository.write(Self.intent, intent("Use \(Self.token) here."))
    try bench.repository.git("add", "-A")
    let staged = try bench.workspace().checkStagedPlan()
    #expect(staged.map(\.rule) == [.secret] && staged.map(\.path) == [Self.intent])
    try bench.repository.git("commit", "--quiet", "--no-verify", "-m", "x")
    try bench.repository.write(Self.intent, intent("Still \(Self.token) here."))
    try bench.repository.git("add", "-A")
    #expect(try bench.workspace().checkStagedPlan() == [])
  }

  @Test("nothing is taken in while a kind is misspelt")
  func misspelt() throws {
    let bench = try Bench(settings: "redact: [emial]\n")
    try bench.repository.write("a.txt", "Hello.\n")
    let known = SensitiveKind.allCases.map(\.rawValue)
    let problem = FieldProblem.notOneOf(field: "redact", value: "emial", known: known)
    #expect(
      try bench.failure { _ = try $0.intake(IntakeOptions(.path("a.txt"))) }
        == .brokenFile(Finding(.field(problem), path: ".handoff/handoff.yml", line: 3, column: 10)))
  }
}
