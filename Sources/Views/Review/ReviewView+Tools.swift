import PlanModel
import Verification
package import Workflow

/// The forms that forges and other tools read.
extension ReviewView {
  // MARK: SARIF

  /// SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).
  package static func sarif(_ outcome: ReviewOutcome, version: String) -> JSONValue {
    var rules: [String] = []
    for problem in outcome.problems where !rules.contains(problem.rule) { rules.append(problem.rule) }
    // GitHub takes 25,000 results of a run and shows 5,000; the gravest come first.
    let shown = outcome.problems.prefix(5_000)
    let results = shown.map { problem -> JSONValue in
      [
        "ruleId": .string(problem.rule), "ruleIndex": .int(rules.firstIndex(of: problem.rule) ?? 0),
        "level": .string(level(problem.weight)), "message": ["text": .string(plain(problem))],
        "locations": [
          [
            "physicalLocation": [
              "artifactLocation": ["uri": .string(uri(problem.path)), "uriBaseId": "%SRCROOT%"],
              "region": ["startLine": .int(max(1, problem.line))],
            ]
          ]
        ],
        "partialFingerprints": ["gitHandoffReview/v1": .string(problem.fingerprint)],
      ]
    }
    let driver: JSONValue = [
      "name": "git-handoff", "version": .string(version),
      "informationUri": "https://github.com/git-handoff/git-handoff",
      "rules": JSONValue(rules) { ["id": .string($0), "shortDescription": ["text": .string(ReviewWording.rule($0))]] },
    ]
    let run: JSONValue = [
      "tool": ["driver": driver], "results": .array(results), "columnKind": "utf16CodeUnits",
      "properties": [
        "findingsOfBefore": .int(outcome.debt), "problemsLeftOut": .int(outcome.problems.count - shown.count),
      ],
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
    ]
  }

  private static func level(_ weight: Severity) -> String {
    switch weight {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }

  /// A path as a relative URI (RFC 3986, 4.2): what is not unreserved or a slash is percent-encoded.
  static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  private static func plain(_ problem: ReviewProblem) -> String { Sanitiser.line(ReviewWording.line(problem)) }

  // MARK: GitLab

  /// GitLab's code quality report (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).
  package static func codeQuality(_ outcome: ReviewOutcome) -> JSONValue {
    JSONValue(outcome.problems) { problem in
      let severity =
        switch problem.weight {
        case .error: "blocker"
        case .warning: "minor"
        case .advice: "info"
        }
      return [
        "description": .string(plain(problem)), "check_name": .string(problem.rule),
        "fingerprint": .string(problem.fingerprint), "severity": .string(severity),
        "location": ["path": .string(problem.path), "lines": ["begin": .int(max(1, problem.line))]],
      ]
    }
  }

  // MARK: GitHub

  /// As many annotations are shown of one step.
  private static let annotationLimit = 10

  /// Workflow commands
  /// (<https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions>):
  /// at most ten, the last of which tells how many more there are.
  package static func annotations(_ outcome: ReviewOutcome) -> String {
    let problems = outcome.problems
    let shown = problems.count > annotationLimit ? annotationLimit - 1 : problems.count
    var lines = problems.prefix(shown).map { problem in
      let command = problem.weight == .error ? "error" : problem.weight == .warning ? "warning" : "notice"
      let place = "file=\(property(problem.path)),line=\(max(1, problem.line)),title=\(property(problem.rule))"
      return "::\(command) \(place)::\(message(plain(problem)))"
    }
    if problems.count > shown {
      let rest = problems.dropFirst(shown)
      let command = rest.contains { $0.weight == .error } ? "error" : "warning"
      let words = "\(Phrase.count(rest.count, "more problem")), not shown one by one. See them: git handoff review"
      lines.append("::\(command) title=git-handoff::\(message(words))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A line of it is a command: what could end it or begin another is encoded (actions/toolkit, command.ts).
  static func message(_ text: String) -> String {
    // Scalar by scalar: to a string, a line end of two characters is one.
    text.unicodeScalars.reduce(into: "") { safe, scalar in
      switch scalar {
      case "%": safe += "%25"
      case "\r": safe += "%0D"
      case "\n": safe += "%0A"
      default: safe.unicodeScalars.append(scalar)
      }
    }
  }

  static func property(_ text: String) -> String {
    message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  // MARK: JUnit

  /// JUnit's XML as Jenkins reads it (junit-10.xsd of jenkinsci/xunit-plugin): a test case a criterion, and one for each
  /// problem that is about none.
  package static func junit(_ outcome: ReviewOutcome) -> String {
    var cases: [(name: String, of: String, outcome: String)] = []
    let blocked = Set(
      outcome.verification.judgement.blocked.flatMap { problem -> [String] in
        guard case .verdict(_, let story, _, let criteria) = problem else { return [] }
        return criteria.map { "\(story)/\($0)" }
      })
    for report in outcome.verification.stories {
      for criterion in report.criteria {
        let key = "\(report.id)/\(criterion.id)"
        let why = criterion.evidence.map(EvidenceWording.words).joined(separator: "; ")
        cases.append(
          (
            "\(criterion.id): \(criterion.title)", "\(report.id) \(report.title)",
            state(criterion.verdict, isBlocked: blocked.contains(key), why)
          ))
      }
    }
    for problem in outcome.problems {
      if case .policy(.verdict(_, _, _, let criteria)) = problem.cause, !criteria.isEmpty { continue }
      let words = escaped(plain(problem))
      let outcome =
        problem.weight == .error
        ? "<failure message=\"\(words)\" type=\"\(problem.rule)\"></failure>" : "<system-out>\(words)</system-out>"
      cases.append((plain(problem), problem.rule, outcome))
    }
    return document(cases)
  }

  private static func state(_ verdict: Verdict, isBlocked: Bool, _ why: String) -> String {
    if verdict.isSettled { return "" }
    let words = escaped("\(verdict.rawValue): \(why)")
    return isBlocked || verdict == .unmet
      ? "<failure message=\"\(words)\" type=\"\(verdict.rawValue)\"></failure>"
      : "<skipped message=\"\(words)\"></skipped>"
  }

  private static func document(_ cases: [(name: String, of: String, outcome: String)]) -> String {
    let failures = cases.count { $0.outcome.hasPrefix("<failure") }
    let skipped = cases.count { $0.outcome.hasPrefix("<skipped") }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0\""
    let lines = cases.map {
      "    <testcase classname=\"\(escaped($0.of))\" name=\"\(escaped($0.name))\" time=\"0\">\($0.outcome)</testcase>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="git handoff review" \(counts)>
      \(lines.joined())  </testsuite>
      </testsuites>

      """
  }

  /// What XML 1.0 takes nowhere, such as control characters, is made visible first.
  private static func escaped(_ text: String) -> String { HTMLPage.escaped(text) }
}
