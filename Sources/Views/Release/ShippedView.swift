import Git
package import PlanModel
import Verification
package import Workflow

/// Who is told of a release.
package enum Audience: String, CaseIterable, Sendable {
  /// Those who speak with the people who asked: source by source, with replies.
  case support
  /// Those who decide what is next: intent by intent.
  case product
}

/// What a release answers, for those who asked.
package enum ShippedView {
  /// The statements of one source that a terminal shows.
  private static let shownStatements = 12

  package static func text(_ outcome: ShippedOutcome, for audience: Audience) -> TerminalText {
    var text = TerminalText()
    let release = outcome.release
    text.line("\("Shipped in \(release.range.name)", .strong): \(ReleaseWording.contents(release))")
    if release.isIncomplete { text.line("\("warning:", .caution) \(ReleaseWording.cutShort)") }
    if release.stories.isEmpty {
      text.line("\(ReleaseWording.noStory(release)), so nobody can be told what it answers.")
    }
    for story in release.stories { text.append(lines(story)) }
    switch audience {
    case .support: addSources(outcome, to: &text)
    case .product: addIntents(outcome, to: &text)
    }
    addUnlinked(release, to: &text)
    return text
  }

  private static func lines(_ story: ReleasedStory) -> TerminalText {
    var text = TerminalText()
    text.line()
    text.line("\(story.story.id, .id)  \(story.story.title, .strong)  \(VerifyView.verdict(story.report.verdict))")
    for criterion in story.report.criteria {
      let words = ReleaseWording.words(criterion.verdict)
      text.line("  \(ReleaseWording.mark(criterion.verdict)) \(criterion.title)  \("\(words)", .faint)")
    }
    if story.report.criteria.isEmpty {
      text.line("  ? it has no acceptance criteria, so nothing shows that it is done")
    }
    if !story.guidance.isEmpty { text.line("  \("pages that changed:", .faint) \(Phrase.list(story.guidance))") }
    return text
  }

  private static func addSources(_ outcome: ShippedOutcome, to text: inout TerminalText) {
    let saysNobody = outcome.release.stories.isEmpty && outcome.customer == nil
    if outcome.sources.isEmpty, !saysNobody {
      text.line()
      text.line("\(ReleaseWording.noSource(outcome))")
    }
    for source in outcome.sources {
      text.line()
      text.line("\(Phrase.said(source.source.title), .strong)  \(ReleaseWording.origin(source), .id)")
      text.line("  \(ReleaseWording.counts(source))")
      for statement in source.statements.prefix(shownStatements) {
        let place = ReleaseWording.whereabouts(statement, in: outcome)
        let words = ReleaseWording.speaker(of: statement, in: source) + statement.statement.text
        text.line("  \(answer(statement.answer))  \("L\(statement.line)", .id)  \(words)")
        if !place.isEmpty { text.line("      \(place, .faint)") }
      }
      let more = source.statements.count - shownStatements
      if more > 0 { text.line("  and \(more) more") }
      if source.others > 0 {
        let others = Phrase.count(source.others, "statement")
        text.line("  \("nobody carries \(others) beside: git handoff trace --lost \(source.source.id)", .faint)")
      }
      for line in source.workarounds.prefix(3) {
        text.line("  \("perhaps needed no longer:", .caution) \(source.source.statements[line - 1].text)")
      }
    }
    if let first = outcome.sources.first(where: { Reply.text(to: $0, in: outcome) != nil }) {
      text.line()
      let range = outcome.release.range.name
      text.line("A reply that is ready to be sent: git handoff shipped \(range) --reply \(first.source.id)")
    }
  }

  private static func addIntents(_ outcome: ShippedOutcome, to text: inout TerminalText) {
    for intent in outcome.intents {
      text.line()
      text.line("\(intent.id, .id)  \(intent.title, .strong)")
      text.line("  \(ReleaseWording.words(intent))")
      for story in intent.waiting.prefix(5) {
        text.line("  \("still to come:", .faint) \(outcome.titles[story] ?? "")")
      }
    }
    guard !outcome.sources.isEmpty else { return }
    text.line()
    for source in outcome.sources {
      text.line("\(Phrase.said(source.source.title))  \(ReleaseWording.counts(source), .faint)")
    }
  }

  private static func addUnlinked(_ release: Release, to text: inout TerminalText) {
    guard !release.unlinked.isEmpty else { return }
    text.line()
    let words =
      release.unlinked.count == 1
      ? "belongs to no story, and is not told of" : "belong to no story, and are not told of"
    text.line("\(Phrase.count(release.unlinked.count, "commit")) \(words):")
    for commit in release.unlinked.prefix(5) { text.line("  \(commit.id.short, .id)  \(commit.subject)") }
    if release.unlinked.count > 5 {
      text.line("  and \(release.unlinked.count - 5) more: \(ReleaseWording.listing(release))")
    }
  }

  private static func answer(_ answer: Answer) -> StyledLine {
    let words = ReleaseWording.words(answer)
    return switch answer {
    case .answered, .earlier: "\(words, .good)"
    case .partly, .unproven: "\(words, .caution)"
    case .unmet, .planned, .unplanned: "\(words, .bad)"
    }
  }

  package static func reply(to id: ID<Source>, in outcome: ShippedOutcome) -> String? {
    outcome.source(id).flatMap { Reply.text(to: $0, in: outcome) }
  }

  /// What could not be read, and so is not told of.
  package static func unreadable(_ outcome: ShippedOutcome) -> TerminalText { CheckView.lines(outcome.unreadable) }

  /// Why a reply that was wanted is not there.
  package static func noReply(to source: AnsweredSource) -> TerminalText {
    var text = TerminalText()
    text.line("There is nobody to reply to in \(source.source.id): \(ReleaseWording.noReply(to: source))")
    switch source.requester {
    case .several, .elsewhere:
      text.line("To reply to one of them: git handoff shipped --reply \(source.source.id) --to <name>")
      // In a chat nobody has one.
      guard source.source.people.contains(where: { $0.address != nil }) else {
        text.line("Or say in \(source.source.file) who asks: role: customer, under people")
        break
      }
      text.line(
        "Who is a colleague can be said in .handoff/handoff.yml, by address: roles: {support: [sam@example.com]}")
    case .person, .unnamed, .rows, .colleagues: break
    }
    return text
  }

  /// Whom a reply quotes, for whoever is about to send it.
  package static func quoted(in source: AnsweredSource) -> TerminalText {
    var text = TerminalText()
    switch source.requester {
    case .person(let names):
      text.line("Quoted as whoever asks: \(names.first ?? ""). Read it before you send it.")
    default: text.line("Nobody is named there: see that the words are those of whoever you reply to.")
    }
    return text
  }
}

extension ReleaseWording {
  /// `2 of 3 stories are in, 1 of them shown to be as asked`.
  static func words(_ intent: ServedIntent) -> String {
    let all = intent.released.count + intent.waiting.count
    let are = intent.released.count == 1 ? "is" : "are"
    let before = intent.before.isEmpty ? "" : ", beside \(intent.before.count) that came before"
    return "\(intent.released.count) of \(Phrase.count(all, "story", "stories")) \(are) in, "
      + "\(intent.shown.count) of them shown to be as asked\(before)"
  }
}
