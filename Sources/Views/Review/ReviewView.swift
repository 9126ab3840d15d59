import Git
import PlanModel
import Review
import Verification
package import Workflow

/// A range as one reads a pull request.
package enum ReviewView {
  package static func text(_ outcome: ReviewOutcome, inColor: Bool) -> TerminalText {
    var text = TerminalText()
    let commits = Phrase.count(outcome.verification.commits.count, "commit")
    text.line("\("Review of \(outcome.range.name)", .strong) (\(outcome.range.tip.short)): \(commits)")
    text.line()
    if outcome.verification.isIncomplete {
      text.line("\("warning:", .caution) \(ReviewWording.cutShort)")
      text.line()
    }
    for (weight, head) in weights {
      // The wording of a change stands below, in what is said of the plan.
      let lines = outcome.problems.filter { $0.weight == weight }.map(ReviewWording.short)
      for words in ReviewWording.folded(lines) { text.line("\(head) \(words)") }
    }
    if !outcome.problems.isEmpty { text.line() }
    for report in outcome.verification.stories { text.append(stories(report)) }
    if !outcome.verification.stories.isEmpty { text.line() }
    if !outcome.plan.changes.isEmpty {
      text.line("\("The plan", .strong)")
      text.append(DiffView.text(outcome.plan, inColor: inColor), indent: 2)
      text.line()
    }
    if let words = ReviewWording.coverage(outcome.coverage) { text.line("\(words)") }
    if outcome.debt > 0 {
      text.line("Not counted: \(Phrase.count(outcome.debt, "finding")) of before. See: git handoff check")
    }
    text.line("\(ReviewWording.verdict(outcome), style(ReviewWording.weather(outcome))).")
    return text
  }

  private static let weights: [(Severity, StyledLine)] = [
    (.error, "\("blocks:", .bad)"), (.warning, "\("look:", .caution)"), (.advice, "\("note:", .faint)"),
  ]

  private static func style(_ weather: ReviewWording.Weather) -> TerminalText.Style {
    switch weather {
    case .clear: .good
    case .mixed: .caution
    case .bad: .bad
    }
  }

  private static func stories(_ report: StoryReport) -> TerminalText {
    var text = TerminalText()
    text.line("\(report.id, .id)  \(report.title, .strong)  \(VerifyView.verdict(report.verdict))")
    for criterion in report.criteria {
      text.line("  \(criterion.id, .id)  \(criterion.title)  \(VerifyView.verdict(criterion.verdict))")
    }
    return text
  }

  package static func json(_ outcome: ReviewOutcome) -> JSONValue {
    .document(
      kind: "review",
      [
        "range": [
          "name": .string(outcome.range.name), "base": JSONValue(outcome.range.base),
          "tip": .string(outcome.range.tip.hex),
        ],
        "ok": .bool(outcome.isAllowed), "incomplete": .bool(outcome.verification.isIncomplete),
        "problems": JSONValue(outcome.problems, json),
        "changes": JSONValue(outcome.plan.changes, DiffView.json),
        "stories": JSONValue(outcome.verification.stories, VerifyView.json),
        "unlinked": JSONValue(outcome.verification.commits.filter(\.isUnlinked)) { linked in
          ["id": .string(linked.commit.id.hex), "subject": .string(linked.commit.subject)]
        },
        "touched": JSONValue(outcome.touched) { touched in
          [
            "story": .string("\(touched.story)"), "path": .string(touched.anchor.path),
            "symbol": JSONValue(touched.anchor.symbol), "text": .string(ReviewWording.words(touched)),
          ]
        },
        "taken_back": JSONValue(outcome.takenBack) { work in
          [
            "story": .string("\(work.story)"), "commit": .string(work.commit.hex), "by": .string(work.by.hex),
            "text": .string(ReviewWording.words(work)),
          ]
        },
        "statements": [
          "before": json(outcome.coverage.before), "after": json(outcome.coverage.after),
          "lost": JSONValue(outcome.coverage.lost) { .string($0.description) },
        ],
        "requires": JSONValue(outcome.approvals, ApprovalView.json),
        "overlaps": JSONValue(outcome.overlaps.branches, OverlapView.json),
        "debt": .int(outcome.debt),
      ])
  }

  private static func json(_ counts: FateCounts) -> JSONValue {
    ["statements": .int(counts.statements), "carried": .int(counts.carried), "lost": .int(counts.lost)]
  }

  static func json(_ problem: ReviewProblem) -> JSONValue {
    [
      "rule": .string(problem.rule), "weight": .string(problem.weight.rawValue),
      "text": .string(ReviewWording.line(problem)), "path": .string(problem.path), "line": .int(problem.line),
      "fingerprint": .string(problem.fingerprint),
    ]
  }
}
