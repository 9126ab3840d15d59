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

  /// Where a statement stands in a release: its stories, and those that it waits for.
  static func whereabouts(_ statement: AnsweredStatement, _ titles: [ID<Story>: String]) -> String {
    func names(_ stories: [ID<Story>]) -> String {
      Phrase.list(stories.map { Phrase.quoted(titles[$0] ?? $0.description) }, limit: 3)
    }
    var parts: [String] = []
    if !statement.stories.isEmpty { parts.append(names(statement.stories)) }
    if !statement.waiting.isEmpty { parts.append("still to come: \(names(statement.waiting))") }
    return parts.joined(separator: "; ")
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
    if let askers = source.askers, !askers.isEmpty { parts.append(Phrase.list(askers, limit: 3)) }
    if let day = source.source.received?.prefix(10), !day.isEmpty { parts.append(String(day)) }
    return parts.joined(separator: ", ")
  }
}
