import Git
package import PlanModel
import Verification
import Workflow

/// What a release is and answers, in words for people who do not read code.
package enum ReleaseWording {
  /// `2 stories in 5 commits`.
  static func contents(_ release: Release) -> String {
    "\(Phrase.count(release.stories.count, "story", "stories")) in \(Phrase.count(release.commits, "commit"))"
  }

  package static func words(_ answer: Answer) -> String {
    switch answer {
    case .answered: "answered"
    case .partly: "partly answered"
    case .unproven: "in, not shown to be right yet"
    case .unmet: "in, and not as asked"
    case .earlier: "in before it"
    case .planned: "planned, not in it"
    case .unplanned: "nobody carries it"
    }
  }

  /// `2 answered, 1 partly answered`.
  static func counts(_ source: AnsweredSource) -> String {
    let parts = Answer.allCases.map { ($0, source.count($0)) }.filter { $0.1 > 0 }
    return parts.isEmpty ? "nothing is asked there" : parts.map { "\($0.1) \(words($0.0))" }.joined(separator: ", ")
  }

  package static func words(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "shown to be as asked"
    case .waived: "let go for now, with a reason"
    case .unmet: "not as asked"
    case .stale: "shown for other code or other words, and so not for this"
    case .unproven: "not shown yet"
    }
  }

  package static func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: "✓"
    case .waived: "○"
    case .unmet: "✗"
    case .stale, .unproven: "?"
    }
  }

  /// Where a statement stands in a release: its stories, those that came before, and those that it waits for.
  static func whereabouts(_ statement: AnsweredStatement, in outcome: ShippedOutcome) -> String {
    func names(_ stories: [ID<Story>]) -> String {
      Phrase.list(stories.map { Phrase.quoted(outcome.titles[$0] ?? $0.description) }, limit: 3)
    }
    var parts: [String] = []
    if !statement.stories.isEmpty { parts.append(names(statement.stories)) }
    parts += arrivals(statement.before, in: outcome).map { tag, stories in
      (tag.map { "in since \($0): " } ?? "in already: ") + names(stories)
    }
    if !statement.waiting.isEmpty { parts.append("still to come: \(names(statement.waiting))") }
    return parts.joined(separator: "; ")
  }

  /// The stories by the tag that they came with, those without one last.
  static func arrivals(_ stories: [ID<Story>], in outcome: ShippedOutcome) -> [(tag: String?, stories: [ID<Story>])] {
    let tags = Set(stories.compactMap { outcome.since[$0] }).sorted()
    return (tags.map(Optional.some) + [nil]).map { tag in (tag, stories.filter { outcome.since[$0] == tag }) }
      .filter { !$0.1.isEmpty }
  }

  /// Said where a clone does not have all of a range.
  package static let cutShort =
    "this clone is shallow, and the range is cut short: not all of it is told of. To get the rest: git fetch --unshallow"

  /// Without a full stop.
  static func noStory(_ release: Release) -> String {
    release.isIncomplete
      ? "Of the commits that are here, none that changes more than the plan is linked to a story"
      : "No commit there that changes more than the plan is linked to a story"
  }

  /// The command that lists all commits of a release that belong to no story.
  static func listing(_ release: Release) -> String {
    release.range.base == nil
      ? "git handoff report \(release.range.name) --json" : "git handoff verify \(release.range.name)"
  }

  static func summary(_ outcome: ShippedOutcome) -> String {
    let answered = outcome.sources.map { $0.count(.answered) + $0.count(.partly) }.reduce(0, +)
    let sources = Phrase.count(outcome.sources.count, "source")
    return
      "\(contents(outcome.release)); \(Phrase.count(answered, "statement")) of \(sources) answered, wholly or partly"
  }

  /// Why nobody is told.
  static func noSource(_ outcome: ShippedOutcome) -> String {
    if let customer = outcome.customer {
      return "No source has a person, address, segment or title like \(Phrase.quoted(customer))."
    }
    return outcome.release.stories.isEmpty
      ? "There is nobody to tell." : "Nobody's words lead to these stories: they cite no source."
  }

  /// `so-…, Kim Larsen, 2024-01-01`.
  static func origin(_ source: AnsweredSource) -> String {
    var parts = [source.source.id.description]
    switch source.requester {
    case .person(let names): parts += names.prefix(1)
    case .several(let names), .elsewhere(let names), .colleagues(let names):
      parts.append("said by \(Phrase.list(names, limit: 3))")
    case .unnamed, .rows: break
    }
    if let day = source.source.received?.prefix(10), !day.isEmpty { parts.append(String(day)) }
    return parts.joined(separator: ", ")
  }

  /// Who said a statement, where it is not who asks: `Sam Okafor: `.
  static func speaker(of statement: AnsweredStatement, in source: AnsweredSource) -> String {
    let name = statement.statement.speaker
    if case .rows = source.requester { return "" }
    return name.isEmpty || source.requester.said(statement.statement) ? "" : name + ": "
  }

  /// Why there is no reply to a source, as far as it is known that nobody can be quoted.
  static func noReply(to source: AnsweredSource) -> String {
    switch source.requester {
    case .person(let names):
      "\(names.first ?? "") asks there, and nothing of what they say reads clearly as a question, a wish or a problem."
    case .unnamed: "Nothing that is said there reads clearly as a question, a wish or a problem."
    case .rows: "It is a table of many voices."
    case .several(let names) where names.count == 1:
      "\(names[0]) speaks there, and nothing says whether what stands without a name is theirs."
    case .several(let names):
      "\(Phrase.list(names, limit: 5)) speak there, and nothing says which of them asks."
    case .elsewhere(let names):
      "It is an answer, or repeats words without saying whose they are, and \(Phrase.list(names, limit: 5)) may be "
        + "who answers."
    case .colleagues(let names):
      "Only colleagues speak there: \(Phrase.list(names, limit: 5))."
    }
  }
}
