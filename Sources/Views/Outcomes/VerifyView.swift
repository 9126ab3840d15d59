import Git
package import PlanModel
import Verification
package import Workflow

/// What was asked beside what is known of it.
package enum VerifyView {
  /// - Parameter story: nil for all; else what is said of other stories is left out.
  package static func text(_ outcome: VerifyOutcome, of story: ID<Story>? = nil) -> TerminalText {
    var text = TerminalText()
    var shown = outcome
    if let story {
      shown.stories.removeAll { $0.id != story }
      shown.termChanges.removeAll { $0.item != story.any }
      shown.unadvised.removeAll { $0.story != story }
    }
    text.line("\(heading(shown))")
    for report in shown.stories { text.append(stories(report)) }
    text.append(remarks(shown))
    text.append(judgement(shown, of: story))
    if let commit = outcome.recordedOn {
      text.line("Recorded on \(commit.short, .id). Share it with: git push <remote> refs/notes/handoff")
    } else if outcome.recordedNothing {
      text.line("\("Nothing was recorded:", .caution) no story is judged here")
    }
    return text
  }

  /// Said before it is done.
  package static func step(_ step: VerifyStep) -> TerminalText {
    var text = TerminalText()
    switch step {
    case .running(let command): text.line("running: \(command)")
    case .asking(let id, let questions):
      text.line("asking the engine: \(Phrase.count(questions, "question")) of \(id, .id)")
    }
    return text
  }

  static func heading(_ outcome: VerifyOutcome) -> String {
    let linked = Phrase.count(outcome.commits.count, "commit")
    let stories = Phrase.count(outcome.stories.count, "story", "stories")
    return "Verified \(outcome.range.tip.short): \(linked) (\(outcome.range.name)), \(stories)"
  }

  static func stories(_ report: StoryReport) -> TerminalText {
    var text = TerminalText()
    text.line()
    text.line("\(report.id, .id)  \(report.title, .strong)  \(verdict(report.verdict))")
    for criterion in report.criteria {
      text.line("  \(mark(criterion.verdict)) \(criterion.id, .id)  \(criterion.title)  \(verdict(criterion.verdict))")
      for evidence in criterion.evidence {
        text.line("        \(StyledLine(EvidenceWording.words(evidence), style(evidence.outcome)))")
        for opinion in criterion.opinions(on: evidence) {
          text.line("        \(OpinionWording.words(opinion), .faint)")
        }
      }
    }
    for reverted in report.reverted {
      text.line("    \("reverted:", .caution) \(reverted.commit.short, .id) is taken back by \(reverted.by.short, .id)")
    }
    if report.criteria.isEmpty { text.line("    it has no acceptance criteria, so nothing shows that it is done") }
    return text
  }

  /// What the commits do to what they are judged by.
  private static func notes(_ outcome: VerifyOutcome) -> TerminalText {
    var text = TerminalText()
    for note in TermWording.notes(outcome) {
      text.line()
      text.line("\("note:", .caution) \(note)")
    }
    return text
  }

  /// What is not about one criterion.
  private static func remarks(_ outcome: VerifyOutcome) -> TerminalText {
    var text = notes(outcome)
    if !outcome.uncommitted.isEmpty {
      text.line()
      text.line(
        "\("note:", .caution) \(outcome.range.tip.short, .id) is judged, and the results are taken to be for it; \(Phrase.list(outcome.uncommitted, limit: 3)) \(outcome.uncommitted.count == 1 ? "is" : "are") changed and not committed"
      )
    }
    for unadvised in outcome.unadvised {
      text.line()
      text.line("\("note:", .caution) no opinion on \(unadvised.story, .id): \(OpinionWording.words(unadvised))")
    }
    if outcome.isIncomplete {
      text.line()
      text.line(
        "\("warning:", .caution) the history here is incomplete, so not all of it was judged; get the rest: git fetch --unshallow"
      )
    }
    if let signatures = signatures(outcome) {
      text.line()
      text.line("\(signatures)")
    }
    let unlinked = outcome.commits.filter(\.isUnlinked)
    if !unlinked.isEmpty {
      text.line()
      text.line("\("Without a story", .strong)")
      for linked in unlinked { text.line("  \(linked.commit.id.short, .id)  \(linked.commit.subject)") }
    }
    if !outcome.ungrounded.isEmpty {
      text.line()
      text.line("\("Changed, and no linked story is about it", .strong)")
      text.line("  \(Phrase.list(outcome.ungrounded, limit: 8))")
    }
    return text
  }

  /// How many commits are signed, and what git says of them where it was asked; nil where none is and nobody asked.
  private static func signatures(_ outcome: VerifyOutcome) -> String? {
    let commits = outcome.commits
    let signed = commits.filter(\.commit.isSigned)
    if signed.isEmpty {
      return outcome.hasAskedForSignatures ? "Signed: none of \(Phrase.count(commits.count, "commit"))" : nil
    }
    let words = "Signed: \(signed.count) of \(Phrase.count(commits.count, "commit"))"
    if signed.allSatisfy({ $0.signature == nil }) { return words + "; to have them checked: --signatures" }
    let states: [(Signature.State?, String)] = [
      (.good, "good"), (.bad, "bad"), (.doubtful, "by a key that is expired, revoked or not trusted"),
      (.unchecked, "by a key that is not here"), (nil, "not checked"),
    ]
    let counts = states.compactMap { state, words in
      let count = signed.count { $0.signature?.state == state }
      return count > 0 ? "\(count) \(words)" : nil
    }
    return words + " (" + counts.joined(separator: ", ") + ")"
  }

  private static func judgement(_ outcome: VerifyOutcome, of story: ID<Story>?) -> TerminalText {
    var text = TerminalText()
    text.line()
    var judgement = outcome.judgement
    let isAllowed = judgement.isAllowed
    if let story {
      judgement.blocked.removeAll { $0.isVerdict(besides: story) }
      judgement.warned.removeAll { $0.isVerdict(besides: story) }
    }
    for problem in judgement.blocked { text.line("\("blocks:", .bad) \(PushWording.words(problem))") }
    for problem in judgement.warned { text.line("\("warning:", .caution) \(PushWording.words(problem))") }
    let branch = judgement.ref.hasPrefix("refs/heads/") ? String(judgement.ref.dropFirst(11)) : judgement.ref
    if outcome.commits.isEmpty, outcome.stories.isEmpty {
      text.line(
        "Nothing to judge: every commit here is on \(branch) already. To judge one story: git handoff verify <story>")
    } else if isAllowed, outcome.isByOwnWords {
      text.line("The policy for \(branch) would be satisfied by the words of this branch.")
    } else if isAllowed {
      text.line("\("The policy for \(branch) is satisfied.", .good)")
    } else {
      let others = judgement.isAllowed ? " by other stories of these commits" : ""
      text.line("\("The policy for \(branch) is not satisfied\(others).", .bad)")
    }
    return text
  }

  static func verdict(_ verdict: Verdict) -> StyledLine {
    switch verdict {
    case .met: "\("met", .good)"
    case .waived: "\("waived", .good)"
    case .unmet: "\("unmet", .bad)"
    case .stale: "\("stale", .caution)"
    case .unproven: "\("unproven", .caution)"
    }
  }

  private static func mark(_ verdict: Verdict) -> StyledLine {
    switch verdict {
    case .met, .waived: "\("✓", .good)"
    case .unmet: "\("✗", .bad)"
    case .stale, .unproven: "\("?", .caution)"
    }
  }

  private static func style(_ outcome: Evidence.Outcome) -> TerminalText.Style {
    switch outcome {
    case .holds: .faint
    case .fails: .bad
    case .stale, .missing: .caution
    }
  }
}

extension PushProblem {
  /// Whether it is a verdict on another story.
  fileprivate func isVerdict(besides story: ID<Story>) -> Bool {
    if case .verdict(_, let other, _, _) = self { other != story } else { false }
  }
}
