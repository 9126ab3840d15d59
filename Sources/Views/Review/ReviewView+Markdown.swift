import Git
import PlanModel
import Review
import Verification
package import Workflow

extension ReviewView {
  /// The first line of every comment, by which an earlier one is found and replaced.
  package static let marker = "<!-- git-handoff review -->"

  /// What GitHub takes for one comment, in characters; GitLab takes more.
  package static let commentLimit = 65_536

  /// How much is told of each thing.
  private enum Detail: CaseIterable {
    /// Everything, with the words that came and went.
    case full
    /// One line a thing.
    case lines
    /// Of each kind the first few, and how many.
    case counts

    var most: Int { self == .counts ? 5 : .max }
  }

  /// What the reader of a text can show.
  private struct Dialect {
    /// Around words that went, and words that came.
    var removed: (String, String)
    var added: (String, String)
    var hasTables: Bool

    static let forge = Dialect(removed: ("<del>", "</del>"), added: ("<ins>", "</ins>"), hasTables: true)
    /// HTML is made of it in safe mode, which leaves tags out: these private marks, which no text from elsewhere keeps
    /// (`Sanitiser`), become tags afterwards.
    static let page = Dialect(removed: ("\u{E000}", "\u{E001}"), added: ("\u{E002}", "\u{E003}"), hasTables: false)
  }

  /// A comment for a pull request: as much as fits, and what does not is counted.
  package static func markdown(_ outcome: ReviewOutcome, limit: Int = commentLimit) -> String {
    var page = ""
    for detail in Detail.allCases {
      page = markdown(outcome, detail, .forge)
      if page.unicodeScalars.count <= limit { return page }
    }
    let short = [marker, "", heading(outcome), "", counts(outcome), "", shortened(outcome)].joined(separator: "\n")
    return short.unicodeScalars.count <= limit ? short + "\n" : marker + "\n" + counts(outcome) + "\n"
  }

  private static func markdown(_ outcome: ReviewOutcome, _ detail: Detail, _ dialect: Dialect) -> String {
    var parts = [marker + "\n" + heading(outcome)]
    if outcome.verification.isIncomplete { parts.append("**Warning:** \(ReviewWording.cutShort).") }
    for (weight, title) in [
      (Severity.error, "In the way"), (.warning, "To look at"), (.advice, "Also"),
    ] {
      let lines = outcome.problems.filter { $0.weight == weight }.map { line($0, detail) }
      parts += section(title, ReviewWording.folded(lines), detail)
    }
    parts += outcome.verification.stories.prefix(detail.most).map { story($0, detail, dialect) }
    let left = outcome.verification.stories.count - min(detail.most, outcome.verification.stories.count)
    if left > 0 { parts.append("… and \(Phrase.count(left, "more story", "more stories")).") }
    parts += plan(outcome.plan.changes, detail, dialect)
    var remarks: [String] = []
    if let words = ReviewWording.coverage(outcome.coverage) { remarks.append(words + ".") }
    if outcome.debt > 0 { remarks.append("Not counted: \(Phrase.count(outcome.debt, "finding")) of before.") }
    if detail != .full { remarks.append(shortened(outcome)) }
    return (parts + (remarks.isEmpty ? [] : [remarks.joined(separator: " ")])).joined(separator: "\n\n") + "\n"
  }

  private static func heading(_ outcome: ReviewOutcome) -> String {
    let mark =
      switch ReviewWording.weather(outcome) {
      case .clear: "✅"
      case .mixed: "⚠️"
      case .bad: "❌"
      }
    return "## \(mark) \(ReviewWording.verdict(outcome))\n\n"
      + "\(Phrase.count(outcome.verification.commits.count, "commit")), `\(outcome.range.base?.short ?? "start")` to "
      + "`\(outcome.range.tip.short)`"
  }

  private static func counts(_ outcome: ReviewOutcome) -> String {
    "The plan: \(outcome.plan.changes.isEmpty ? "no change" : ChangeWording.counts(outcome.plan.changes)). "
      + "Stories: \(outcome.verification.stories.count)."
  }

  private static func shortened(_ outcome: ReviewOutcome) -> String {
    let range = outcome.range.base.map { "\($0.short)..\(outcome.range.tip.short)" } ?? outcome.range.tip.short
    return "Shortened to fit a comment; all of it: `git handoff review \(range)`."
  }

  private static func section(_ title: String, _ lines: [String], _ detail: Detail) -> [String] {
    if lines.isEmpty { return [] }
    var shown = Array(lines.prefix(detail.most))
    if lines.count > shown.count { shown.append("- … and \(lines.count - shown.count) more") }
    return ["### \(title)\n\n" + shown.joined(separator: "\n")]
  }

  private static func line(_ problem: ReviewProblem, _ detail: Detail) -> String {
    // The wording of a change stands in the section on the plan.
    if case .change(let change) = problem.cause {
      let subject = change.item.map { "`\($0)` \(MarkdownEscape.line(change.title))" } ?? "`handoff.yml`"
      let field = ChangeWording.field(change)
      return "- \(subject): **\(ChangeWording.kind(change))**" + (field.isEmpty ? "" : " \(MarkdownEscape.line(field))")
    }
    return "- \(MarkdownEscape.line(ReviewWording.line(problem)))"
  }

  private static func story(_ report: StoryReport, _ detail: Detail, _ dialect: Dialect) -> String {
    let heading = "### \(MarkdownEscape.line(report.title)) — \(report.verdict.rawValue)\n\n`\(report.id)`"
    guard detail == .full else {
      return "- `\(report.id)` \(MarkdownEscape.line(report.title)): \(report.verdict.rawValue)"
    }
    guard dialect.hasTables else { return heading + "\n\n" + list(report) }
    var lines = ["| criterion | verdict | evidence |", "|---|---|---|"]
    for criterion in report.criteria {
      let evidence = EvidenceWording.lines(criterion).map(MarkdownEscape.line).joined(separator: "<br>")
      lines.append(
        "| **\(criterion.id)** \(MarkdownEscape.line(criterion.title)) | \(criterion.verdict.rawValue) | \(evidence) |")
    }
    if report.criteria.isEmpty { lines.append("| none | unproven | the story has no acceptance criteria |") }
    return heading + "\n\n" + lines.joined(separator: "\n")
  }

  /// The criteria where there are no tables.
  private static func list(_ report: StoryReport) -> String {
    if report.criteria.isEmpty { return "The story has no acceptance criteria." }
    return report.criteria.map { criterion in
      let evidence = EvidenceWording.lines(criterion).map { "\n  - \(MarkdownEscape.line($0))" }.joined()
      let title = MarkdownEscape.line(criterion.title)
      return "- **\(criterion.id)** \(title): **\(criterion.verdict.rawValue)**" + evidence
    }.joined(separator: "\n")
  }

  private static func plan(_ changes: [PlanChange], _ detail: Detail, _ dialect: Dialect) -> [String] {
    if changes.isEmpty { return [] }
    var lines: [String] = []
    let groups = DiffView.groups(changes)
    for group in groups.prefix(detail.most) {
      let head = group[0].item.map { "`\($0)` \(MarkdownEscape.line(group[0].title))" } ?? "`handoff.yml`"
      if detail == .full {
        lines.append("- \(head)")
        lines += group.map { "  - " + change($0, dialect) }
      } else {
        lines.append("- \(head): \(ChangeWording.counts(group))")
      }
    }
    if groups.count > detail.most { lines.append("- … and \(Phrase.count(groups.count - detail.most, "more item"))") }
    return ["### The plan: \(ChangeWording.counts(changes))\n\n" + lines.joined(separator: "\n")]
  }

  private static func change(_ change: PlanChange, _ dialect: Dialect) -> String {
    let field = ChangeWording.field(change)
    let head = "**\(ChangeWording.kind(change))**" + (field.isEmpty ? "" : " \(MarkdownEscape.line(field))")
    let reasons =
      change.shifts.map {
        "\n    - \($0.direction.rawValue): \(MarkdownEscape.line(ChangeWording.reason($0)))"
      } + (ChangeWording.effect(change).map { ["\n    - \($0)"] } ?? [])
    let words: String
    switch (change.before, change.after) {
    case (let before?, let after?):
      words = WordMarks(from: before, to: after).runs.map { run in
        let text = MarkdownEscape.line(run.text)
        switch run.mark {
        case .same: return text
        case .removed: return dialect.removed.0 + text + dialect.removed.1
        case .added: return dialect.added.0 + text + dialect.added.1
        }
      }.joined(separator: " ")
    case (let text?, nil), (nil, let text?): words = MarkdownEscape.line(text)
    case (nil, nil): words = ""
    }
    return head + (words.isEmpty || field.isEmpty ? "" : ": \(words)") + reasons.joined()
  }

  /// The same as a page of its own.
  package static func html(_ outcome: ReviewOutcome) -> String {
    let page = markdown(outcome, .full, .page).replacing(marker + "\n", with: "")
    var html = HTMLPage.html(title: "Review of \(outcome.range.name)", markdown: page)
    let (forge, own) = (Dialect.forge, Dialect.page)
    for (mark, tag) in [
      (own.removed.0, forge.removed.0), (own.removed.1, forge.removed.1), (own.added.0, forge.added.0),
      (own.added.1, forge.added.1),
    ] {
      html = html.replacing(mark, with: tag)
    }
    return html
  }
}
