import PlanFiles
package import PlanModel
package import Workflow

/// Findings as compilers show them: `path:line:column: severity: message [rule]`.
package enum CheckView {
  /// As much advice is shown by itself; more of it would hide what has to be mended, and is counted by its rules.
  private static let adviceLimit = 10

  package static func text(_ outcome: CheckOutcome, withAdvice: Bool = false) -> TerminalText {
    let advice = outcome.findings.filter { $0.severity == .advice }
    let isCounted = !withAdvice && advice.count > adviceLimit
    var text = lines(isCounted ? outcome.findings.filter { $0.severity != .advice } : outcome.findings)
    if isCounted {
      text.line("advice: \(counted(advice))")
      text.line("  \("hint:", .caution) to see where: git handoff check --advice")
    }
    if !outcome.findings.isEmpty { text.line() }
    text.line("\(summary(outcome))")
    return text
  }

  /// `missing-benefit 12 and vague-words 3`, the most frequent first.
  private static func counted(_ advice: [Finding]) -> String {
    let counts = Dictionary(grouping: advice, by: \.rule).mapValues(\.count)
    let sorted = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    return Phrase.list(sorted.map { "\($0.key.rawValue) \($0.value)" })
  }

  package static func lines(_ findings: [Finding]) -> TerminalText {
    var text = TerminalText()
    for finding in findings {
      let words = FindingWording(finding)
      text.line(
        "\("\(finding.path):\(finding.line):\(finding.column):", .strong, file: finding.path) \(style(finding.severity)) \(words.message) \("[\(finding.rule.rawValue)]", .faint)"
      )
      if let fix = words.fix { text.line("  \("hint:", .caution) \(fix)") }
    }
    return text
  }

  /// What the pre-commit hook says before it refuses.
  package static func refusal(of findings: [Finding]) -> TerminalText {
    var text = lines(findings)
    text.line("\("error:", .bad) the plan would not check any more, so nothing was committed")
    text.line("\("hint:", .caution) mend what is named above, add it, and commit again")
    return text
  }

  /// What the pre-commit hook says when it lets a commit pass that it would rather not.
  package static func caution(of findings: [Finding]) -> TerminalText {
    var text = lines(findings)
    text.line("\("warning:", .caution) what is named above is in this commit, and git keeps what is committed")
    text.line("\("hint:", .caution) to take it out before it is pushed: git reset --soft HEAD^")
    return text
  }

  /// File, line, column, severity, rule and message.
  package static func records(_ outcome: CheckOutcome) -> String {
    Records.text(
      outcome.findings.map {
        [
          $0.path, "\($0.line)", "\($0.column)", $0.severity.rawValue, $0.rule.rawValue, FindingWording($0).message,
        ]
      })
  }

  package static func json(_ outcome: CheckOutcome) -> JSONValue {
    .document(kind: "check", ["findings": JSONValue(outcome.findings, json)])
  }

  static func json(_ finding: Finding) -> JSONValue {
    let words = FindingWording(finding)
    return [
      "rule": .string(finding.rule.rawValue), "severity": .string(finding.severity.rawValue),
      "path": .string(finding.path), "line": .int(finding.line), "column": .int(finding.column),
      "message": .string(words.message), "fix": JSONValue(words.fix),
    ]
  }

  private static func style(_ severity: Severity) -> StyledLine {
    switch severity {
    case .error: "\("error:", .bad)"
    case .warning: "\("warning:", .caution)"
    case .advice: "advice:"
    }
  }

  /// A plan of which no file can be read is not an empty one.
  private static func nothing(_ outcome: CheckOutcome) -> String {
    let files = Set(outcome.findings.filter { $0.severity == .error && $0.path != Policy.file }.map(\.path))
    return files.isEmpty
      ? "an empty plan"
      : "a plan of which \(Phrase.count(files.count, "file")) cannot be read, and no other holds an item"
  }

  private static func summary(_ outcome: CheckOutcome) -> StyledLine {
    let kinds: [(ItemKind, String, String)] = [
      (.source, "source", "sources"), (.intent, "intent", "intents"), (.epic, "epic", "epics"),
      (.story, "story", "stories"), (.decision, "decision", "decisions"),
    ]
    let counts = kinds.compactMap { kind, one, many in
      (outcome.counts[kind] ?? 0) == 0 ? nil : Phrase.count(outcome.counts[kind] ?? 0, one, many)
    }
    let what = counts.isEmpty ? nothing(outcome) : Phrase.list(counts, limit: 9)
    let severities = Severity.allCases.compactMap { severity -> String? in
      let count = outcome.findings.count { $0.severity == severity }
      if count == 0 { return nil }
      return severity == .advice ? "\(count) advice" : Phrase.count(count, severity.rawValue)
    }
    if severities.isEmpty { return "Checked \(what): \("nothing to mend", .good)." }
    let found = StyledLine(Phrase.list(severities), outcome.isClean ? .plain : .bad)
    return "Checked \(what): \(found)."
  }
}
