import Git
import PlanModel
import Verification
package import Workflow

/// A branch for a story.
package enum StartView {
  package static func text(_ outcome: StartOutcome) -> TerminalText {
    var text = TerminalText()
    let story = outcome.story
    text.line("\(outcome.isNew ? "On a new branch" : "On branch") \(outcome.branch, .strong)")
    text.line("\(story.id, .id)  \(story.title, .strong)")
    for criterion in story.criteria { text.line("  \(criterion.id, .id)  \(criterion.title)") }
    if !outcome.isCommitted {
      text.line()
      text.line("\("warning:", .caution) \(story.file) is not committed; a push would not know the story")
    }
    if let words = OverlapWording.line(outcome.overlaps) {
      text.line()
      text.line("\("elsewhere:", .caution) \(words): git handoff overlaps \(outcome.story.id)")
    }
    text.line()
    text.line("Your commits here are linked to it. Where you stand: git handoff status")
    return text
  }

  package static func json(_ outcome: StartOutcome) -> JSONValue {
    .document(
      kind: "start",
      [
        "story": .string(outcome.story.id.description), "title": .string(outcome.story.title),
        "branch": .string(outcome.branch), "new": .bool(outcome.isNew), "committed": .bool(outcome.isCommitted),
        "overlaps": JSONValue(outcome.overlaps?.branches ?? [], OverlapView.json),
      ])
  }
}

/// Where one stands.
package enum StatusView {
  package static func text(_ outcome: StatusOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("\(outcome.branch.map { "On branch \($0)" } ?? "On no branch")")
    if let obstacle = outcome.obstacle {
      text.line()
      text.append(FailureWording(obstacle).text)
    }
    guard let verification = outcome.verification else {
      text.line("No commits yet.")
      return text
    }
    let isJudged = verification.stories.contains { $0.id == outcome.story?.id }
    if let story = outcome.story, !isJudged {
      text.line()
      text.line("\(story.id, .id)  \(story.title, .strong)  \(story.status.rawValue)")
      for criterion in story.criteria { text.line("    \(criterion.id, .id)  \(criterion.title)") }
      text.line("  no commit of this branch is linked to it yet")
    }
    for report in verification.stories {
      text.append(VerifyView.stories(report))
      if report.commits.isEmpty {
        text.line(
          "    \(report.reverted.isEmpty ? "of it only the plan was changed here so far" : "nothing else was done for it")"
        )
      }
    }
    text.append(questions(outcome.blockers))
    let unlinked = verification.commits.filter(\.isUnlinked)
    if !unlinked.isEmpty {
      text.line()
      text.line("\("Without a story", .strong)")
      for linked in unlinked {
        text.line("  \(linked.commit.id.short, .id)  \(linked.commit.subject)")
        if let near = outcome.suggestions.first(where: { $0.commit.id == linked.commit.id }) {
          text.append(SuggestionView.hint(near))
        }
      }
    }
    if let words = OverlapWording.line(outcome.overlaps) {
      text.line()
      text.line("\("Elsewhere:", .caution) \(words). See: git handoff overlaps")
    }
    text.line()
    text.line("\(summary(outcome, verification))")
    if !isOnlyResults(verification) { for step in OpenCriteria.steps(verification.stories) { text.line(step) } }
    return text
  }

  /// Questions that have to be answered first.
  private static func questions(_ blockers: [OpenQuestion]) -> TerminalText {
    var text = TerminalText()
    guard let first = blockers.first else { return text }
    text.line()
    text.line("\("Held up by", .strong) \(Phrase.count(blockers.count, "question"))")
    for one in blockers.prefix(5) {
      text.line("  \(one.reference.description, .id)  \(one.question.text.foldingWhiteSpace())")
    }
    if blockers.count > 5 { text.line("  and \(blockers.count - 5) more: git handoff questions --blocking") }
    text.line("  To answer: git handoff answer \(first.reference) \"…\"")
    return text
  }

  /// Whether results of tests are all that is missing.
  private static func isOnlyResults(_ verification: VerifyOutcome) -> Bool {
    let open = verification.stories.flatMap(\.criteria).filter { !$0.verdict.isSettled }.flatMap(\.evidence)
      .filter { $0.outcome != .holds || $0.provesNothing }
    return open.allSatisfy { evidence in
      if case .condition(.test, .noResults) = evidence.fact { return true }
      if case .condition(.coverage, .noCoverage) = evidence.fact { return true }
      return false
    }
  }

  package static func json(_ outcome: StatusOutcome) -> JSONValue {
    .document(
      kind: "status",
      [
        "branch": JSONValue(outcome.branch), "story": JSONValue(outcome.story?.id),
        "blockers": JSONValue(outcome.blockers) { .string($0.reference.description) },
        "stories": outcome.verification.map { JSONValue($0.stories, VerifyView.json) } ?? [],
        "unlinked": outcome.verification.map { verification in
          JSONValue(verification.commits.filter(\.isUnlinked)) { .string($0.commit.id.hex) }
        } ?? [],
        "suggestions": JSONValue(outcome.suggestions, SuggestionView.json),
        "overlaps": JSONValue(outcome.overlaps?.branches ?? [], OverlapView.json),
      ])
  }

  private static func summary(_ outcome: StatusOutcome, _ verification: VerifyOutcome) -> String {
    let open = verification.stories.flatMap(\.criteria).count { !$0.verdict.isSettled }
    if verification.commits.isEmpty {
      return outcome.story == nil
        ? "Nothing is under way here. Pick a story: git handoff list, then git handoff start <story>"
        : "Begin with the change; commit as always."
    }
    if verification.stories.isEmpty { return outcome.obstacle == nil ? "No story is worked on here." : "" }
    let bare = verification.stories.filter(\.criteria.isEmpty).map(\.id)
    if open == 0, let first = bare.first {
      return "Nothing shows that \(first) is done: it has no criteria. To write them: git handoff edit \(first)"
    }
    if open == 0 {
      let shipped = verification.stories.filter { $0.status != .shipped }.map(\.id)
      guard let first = shipped.first else { return "Every criterion is settled." }
      return "Every criterion is settled. When it is out: git handoff set \(first) status shipped"
    }
    let words = "\(Phrase.count(open, "criterion is", "criteria are")) still to be shown"
    return isOnlyResults(verification)
      ? words + ". With test results: git handoff verify --results <report>" : words + ":"
  }
}

/// A link that was made or taken back.
package enum LinkView {
  package static func text(_ outcome: LinkOutcome, isLinked: Bool) -> TerminalText {
    var text = TerminalText()
    let change =
      isLinked ? (outcome.isChanged ? "Linked" : "Linked already:") : (outcome.isChanged ? "Unlinked" : "No note links")
    text.line(
      "\(change) \(outcome.commit.id.short, .id) \(Phrase.quoted(outcome.commit.subject)) \(isLinked ? "to" : "from") \(outcome.story, .id) \(Phrase.quoted(outcome.title))"
    )
    if outcome.isChanged { text.line("Share it with: git push <remote> refs/notes/handoff") }
    if isLinked, !outcome.isChanged, outcome.isInMessage { text.line("Its message says so; no note is needed.") }
    if !isLinked, outcome.isInMessage {
      text.line("Its message names the story still; a message is changed with: git commit --amend, or git rebase -i")
    }
    return text
  }

  package static func json(_ outcome: LinkOutcome, isLinked: Bool) -> JSONValue {
    .document(
      kind: isLinked ? "link" : "unlink",
      [
        "commit": .string(outcome.commit.id.hex), "story": .string(outcome.story.description),
        "changed": .bool(outcome.isChanged),
      ])
  }
}
