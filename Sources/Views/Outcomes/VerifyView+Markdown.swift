package import Workflow
import Git
import PlanModel
import Verification

extension VerifyView {
  /// A report for a pull request or a page: a table a story, evidence beside each criterion.
  package static func markdown(_ outcome: VerifyOutcome) -> String {
    var parts = ["# Verification of `\(outcome.range.tip.short)`"]
    parts += outcome.stories.map(section)
    parts += TermWording.notes(outcome).map { "> Note: \(MarkdownEscape.line($0))." }
    for unadvised in outcome.unadvised {
      parts.append("> No opinion on `\(unadvised.story)`: \(MarkdownEscape.line(OpinionWording.words(unadvised))).")
    }
    let unlinked = outcome.commits.filter(\.isUnlinked)
    if !unlinked.isEmpty {
      let lines = unlinked.map { "- `\($0.commit.id.short)` \(MarkdownEscape.line($0.commit.subject))" }
      parts.append("## Without a story\n\n" + lines.joined(separator: "\n"))
    }
    parts.append(policy(outcome))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func section(_ report: StoryReport) -> String {
    var lines = ["## \(MarkdownEscape.line(report.title)) — \(report.verdict.rawValue)", "", "`\(report.id)`", ""]
    lines += ["| criterion | verdict | evidence |", "|---|---|---|"]
    for criterion in report.criteria {
      let evidence = EvidenceWording.lines(criterion).map(MarkdownEscape.line).joined(separator: "<br>")
      let title = "**\(criterion.id)** \(MarkdownEscape.line(criterion.title))"
      lines.append("| \(title) | \(criterion.verdict.rawValue) | \(evidence) |")
    }
    if report.criteria.isEmpty { lines.append("| none | unproven | the story has no acceptance criteria |") }
    return lines.joined(separator: "\n")
  }

  private static func policy(_ outcome: VerifyOutcome) -> String {
    let judgement = outcome.judgement
    let lines =
      judgement.blocked.map { "- blocks: \(MarkdownEscape.line(PushWording.words($0)))" }
      + judgement.warned.map { "- warning: \(MarkdownEscape.line(PushWording.words($0)))" }
    let verdict = "The policy for `\(judgement.ref)` is \(judgement.isAllowed ? "" : "not ")satisfied."
    return (["## Policy", "", verdict] + (lines.isEmpty ? [] : [""] + lines)).joined(separator: "\n")
  }
}

/// Words from elsewhere within Markdown: no markup, mention or link of theirs takes effect.
package enum MarkdownEscape {
  /// `text` on one line, with everything that CommonMark, its HTML or a forge could act on made plain.
  package static func line(_ text: String) -> String {
    var safe = ""
    for scalar in Sanitiser.line(text).unicodeScalars {
      switch scalar {
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      // A zero-width space behind it: forges notify whoever is named.
      case "@": safe += "@\u{200b}"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "!", "~": safe += "\\\(scalar)"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
