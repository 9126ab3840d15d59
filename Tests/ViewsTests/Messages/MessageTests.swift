import Intake
import PlanModel
import TestKit
import Testing
import Views
import Workflow

/// Everything that the program can say, in one file that is read like prose.
@Suite("Messages") struct MessageTests {
  @Test("every sentence that the program can say is as it was read")
  func golden() throws {
    let facts = try Facts()
    let parts = findings(facts) + failures(facts) + verification(facts) + setUp(facts)
    let text = parts.map { title, lines in "# \(title)\n\n" + lines.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    try Golden.expect(text, "messages", file: GoldenFiles.beside)
  }

  @Test("no sentence shows a value as the compiler names it")
  func noDumps() throws {
    let facts = try Facts()
    let lines = (findings(facts) + failures(facts) + verification(facts) + setUp(facts)).flatMap(\.lines)
    for line in lines {
      #expect(!line.contains("Optional(") && !line.contains("PlanModel.") && !line.contains("\\u{"), "\(line)")
    }
  }

  @Test("errors and hints begin in lower case and end without a full stop, as git's do")
  func manner() throws {
    let facts = try Facts()
    for problem in FindingSamples.all(facts).flatMap(\.problems) {
      let words = FindingWording(Finding(problem, path: ""))
      for sentence in [words.message, words.fix ?? "none"] {
        let first = try #require(sentence.first)
        let isID = sentence.split(separator: " ").first?.contains(where: \.isNumber) ?? false
        #expect(!first.isUppercase || isID, "\(sentence)")
        #expect(sentence.last != ".", "\(sentence)")
      }
    }
  }

  // MARK: The file's parts

  typealias Part = (title: String, lines: [String])

  private func findings(_ facts: Facts) -> [Part] {
    FindingSamples.all(facts).map { title, problems in
      let lines = problems.flatMap { problem -> [String] in
        let words = FindingWording(Finding(problem, path: ""))
        let first = "\(problem.severity.rawValue): \(words.message) [\(problem.rule.rawValue)]"
        return [first] + (words.fix.map { ["  hint: \($0)"] } ?? [])
      }
      return ("findings: \(title)", lines)
    }
  }

  private func setUp(_ facts: Facts) -> [Part] {
    let lines = DoctorSamples.problems(facts).flatMap { problem -> [String] in
      let (words, fix) = DoctorWording.words(problem)
      return ["\(problem.isAdvice ? "advice" : "problem"): \(words) [\(DoctorWording.name(of: problem))]"]
        + (fix.map { ["  \($0)"] } ?? [])
    }
    return [("doctor", lines)]
  }

  private func failures(_ facts: Facts) -> [Part] {
    let reasons: [(String, [Failure.Reason])] = [
      ("failures", FailureSamples.reasons(facts)), ("failures: git", FailureSamples.git(facts).map(Failure.Reason.git)),
      ("failures: files", FailureSamples.files.map(Failure.Reason.file)),
      ("failures: code index", FailureSamples.index(facts).map(Failure.Reason.index)),
      ("failures: intake", FailureSamples.intake.map { .intake($0, input: "mail.eml") }),
      ("failures: intake of standard input", [.intake(.nothingSaid, input: "-")]),
    ]
    let parts = reasons.map { title, reasons -> Part in (title, reasons.flatMap { lines(Failure($0)) }) }
    let hinted = FailureSamples.hints(facts).flatMap { Array(lines(Failure(.noIdentity, hints: [$0])).dropFirst()) }
    return parts + [
      ("failures: hints", hinted), ("test results", FailureSamples.results.map { ResultsWording.words($0) }),
    ]
  }

  private func lines(_ failure: Failure) -> [String] {
    let words = FailureWording(failure)
    return ["error: \(words.message)"] + words.hints.map { "  hint: \($0)" }
  }

  private func verification(_ facts: Facts) -> [Part] {
    let problems = VerificationSamples.problems(facts).flatMap { problem in
      [PushWording.words(problem)] + (PushWording.hint(problem).map { ["  hint: \($0)"] } ?? [])
    }
    let hooks = VerificationSamples.hooks.map { state in
      "\(HookWording.name(of: state)): \(HookWording.words(state).spans.map(\.text).joined())"
    }
    return [
      ("conditions", VerificationSamples.checks.map(ConditionWording.words)),
      (
        "evidence",
        VerificationSamples.evidence(facts).map { "\($0.outcome.rawValue): \(EvidenceWording.words($0))" }
      ),
      ("links", VerificationSamples.links(facts).map { PushWording.words($0) }),
      ("lines that are no link", VerificationSamples.missed.map { PushWording.words($0) }),
      ("exempt commits", VerificationSamples.exemptions.map { PushWording.words($0) }), ("pushes", problems),
      ("hooks", hooks),
    ]
  }
}
