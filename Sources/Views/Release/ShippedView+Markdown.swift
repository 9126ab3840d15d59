import Git
import PlanModel
import Verification
package import Workflow

extension ShippedView {
  /// A page for people who do not read terminals.
  package static func markdown(_ outcome: ShippedOutcome, for audience: Audience) -> String {
    let release = outcome.release
    var parts = ["# \(heading(release))", MarkdownEscape.line(ReleaseWording.summary(outcome)) + "."]
    if release.isIncomplete { parts.append("**Warning:** \(ReleaseWording.cutShort).") }
    parts.append("## What is in it")
    parts += release.stories.isEmpty ? [ReleaseWording.noStory(release) + "."] : release.stories.map(section)
    if audience == .product { parts += intents(outcome) }
    if outcome.sources.isEmpty {
      parts.append(MarkdownEscape.line(ReleaseWording.noSource(outcome)))
    } else {
      parts.append("## \(audience == .support ? "Who can be answered" : "Who asked")")
      parts += outcome.sources.map { section($0, outcome, withReply: audience == .support) }
    }
    if audience == .support { parts += guidance(outcome) }
    if let lines = ReleaseMarkdown.unlinked(release) {
      parts.append("## Commits that belong to no story\n\n" + lines)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  package static func heading(_ release: Release) -> String {
    "Shipped in \(MarkdownEscape.line(release.name)), \(release.moment.date)"
  }

  private static func section(_ story: ReleasedStory) -> String {
    "### \(MarkdownEscape.line(story.story.title)): \(ReleaseWording.words(story.report.verdict))\n\n"
      + ReleaseMarkdown.criteria(story.report)
  }

  private static func intents(_ outcome: ShippedOutcome) -> [String] {
    guard !outcome.intents.isEmpty else { return [] }
    let lines = outcome.intents.map { intent in
      let waiting = intent.waiting.map {
        "\n  - still to come: \(MarkdownEscape.line(outcome.titles[$0] ?? $0.description))"
      }
      return "- **\(MarkdownEscape.line(intent.title))**: \(ReleaseWording.words(intent))" + waiting.joined()
    }
    return ["## How far each intent is", lines.joined(separator: "\n")]
  }

  private static func section(_ source: AnsweredSource, _ outcome: ShippedOutcome, withReply: Bool) -> String {
    let title = MarkdownEscape.line(Phrase.said(source.source.title))
    var parts = ["### \(source.source.url.map { "\(title) (\(MarkdownEscape.line($0)))" } ?? title)"]
    parts.append(MarkdownEscape.line("\(ReleaseWording.origin(source)): \(ReleaseWording.counts(source))"))
    let lines = source.statements.map { statement in
      let place = ReleaseWording.whereabouts(statement, in: outcome)
      let speaker = MarkdownEscape.line(ReleaseWording.speaker(of: statement, in: source))
      let words = MarkdownEscape.line(statement.statement.text)
      let whereabouts = place.isEmpty ? "" : " (\(MarkdownEscape.line(place)))"
      let answer = ReleaseWording.words(statement.answer)
      return "- **\(answer)**\(whereabouts): \(speaker)“\(words)” `L\(statement.line)`"
    }
    if source.others > 0 { parts.append("Nobody carries \(Phrase.count(source.others, "statement")) beside these.") }
    if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
    guard withReply else { return parts.joined(separator: "\n\n") }
    if let reply = Reply.text(to: source, in: outcome) {
      // In a block of code nothing of it is taken for markup, and it can be copied as it is.
      let indented = reply.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "    \($0)"
      }
      parts.append("Reply:\n\n" + indented.joined(separator: "\n"))
    } else {
      parts.append("No reply: " + MarkdownEscape.line(ReleaseWording.noReply(to: source)))
    }
    return parts.joined(separator: "\n\n")
  }

  private static func guidance(_ outcome: ShippedOutcome) -> [String] {
    let pages = outcome.release.stories.filter { !$0.guidance.isEmpty }.map { story in
      "- \(MarkdownEscape.line(story.story.title)): \(Phrase.list(story.guidance.map(MarkdownEscape.line)))"
    }
    let workarounds = outcome.sources.flatMap { source in
      source.workarounds.map { line in
        let place = Citation(source: source.source.id, lines: line...line)
        return
          "- perhaps needed no longer: “\(MarkdownEscape.line(source.source.statements[line - 1].text))” `\(place)`"
      }
    }
    let lines = pages + workarounds
    return lines.isEmpty ? [] : ["## What changes for your guidance", lines.joined(separator: "\n")]
  }
}

/// Parts that pages on a release share.
enum ReleaseMarkdown {
  /// A page lists at most as many commits.
  private static let mostCommits = 20

  /// The commits that no story explains, a line each; nil where there are none.
  static func unlinked(_ release: Release) -> String? {
    if release.unlinked.isEmpty { return nil }
    var lines = release.unlinked.prefix(mostCommits).map { "- `\($0.id.short)` \(MarkdownEscape.line($0.subject))" }
    let more = release.unlinked.count - lines.count
    if more > 0 { lines.append("- … and \(more) more: `\(ReleaseWording.listing(release))`") }
    return lines.joined(separator: "\n")
  }

  /// Each criterion with what is known of it, and below it what shows that.
  static func criteria(_ report: StoryReport) -> String {
    guard !report.criteria.isEmpty else { return "It has no acceptance criteria, so nothing shows that it is done." }
    return report.criteria.map { criterion in
      let mark = ReleaseWording.mark(criterion.verdict)
      let title = MarkdownEscape.line(criterion.title)
      let evidence = criterion.evidence.map { "\n  - \(MarkdownEscape.line(EvidenceWording.words($0)))" }
      return "- \(mark) **\(title)**: \(ReleaseWording.words(criterion.verdict))" + evidence.joined()
    }.joined(separator: "\n")
  }
}
