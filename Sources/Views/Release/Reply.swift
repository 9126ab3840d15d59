import PlanModel
import Verification
package import Workflow

/// A reply to somebody who asked, in their own words: ready to be read once more and sent.
///
/// It quotes what they said, says what a release does about it, and promises nothing that the plan does not say.
package enum Reply {
  /// Nil where nobody knows who asks, and where they asked for nothing.
  package static func text(to source: AnsweredSource, in outcome: ShippedOutcome) -> String? {
    let passages = passages(of: source)
    guard !passages.isEmpty else { return nil }
    var parts = [greeting(source.requester), opening(source, passages[0].statements)]
    for passage in passages.prefix(mostPassages) {
      parts.append(passage.statements.map { "> \(Sanitiser.line($0.statement.text))" }.joined(separator: "\n"))
      parts.append(answer(to: passage, outcome))
    }
    if passages.count > mostPassages {
      parts.append("You wrote more than that; the rest is with us, too.")
    }
    parts.append("If this is not what you meant, please tell us.")
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let mostPassages = 12

  private struct Passage {
    var statements: [AnsweredStatement]
  }

  /// Statements behind each other that have the same answer.
  private static func passages(of source: AnsweredSource) -> [Passage] {
    var passages: [Passage] = []
    for statement in source.statements where source.requester.said(statement.statement) {
      if let last = passages.last?.statements.last, last.line + 1 == statement.line, last.answer == statement.answer,
        last.stories == statement.stories, last.before == statement.before, last.waiting == statement.waiting
      {
        passages[passages.count - 1].statements.append(statement)
      } else {
        passages.append(Passage(statements: [statement]))
      }
    }
    return passages
  }

  /// By name where it is one person's, and no stand-in for a name.
  private static func greeting(_ requester: Requester) -> String {
    guard case .person(let names) = requester, let name = names.first, !name.hasPrefix("["), !name.contains("@") else {
      return "Hello,"
    }
    return "Hello \(Sanitiser.line(name)),"
  }

  private static func opening(_ source: AnsweredSource, _ statements: [AnsweredStatement]) -> String {
    guard let day = statements.first.flatMap({ source.source.day(of: $0.statement) }) else { return "you wrote:" }
    return "on \(day) you wrote:"
  }

  private static func answer(to passage: Passage, _ outcome: ShippedOutcome) -> String {
    guard let first = passage.statements.first else { return "" }
    let name = Sanitiser.line(outcome.release.name)
    // A commit's id says nothing to whoever asked.
    let isNamed = !(name.utf8.count >= 7 && name.allSatisfy(\.isHexDigit))
    let there = isNamed ? "in \(name)" : "done"
    let released = outcome.release.stories.filter { first.stories.contains($0.story.id) }
    let waiting = first.waiting.map { quoted(outcome.titles[$0] ?? $0.description) }
    switch first.answer {
    case .answered: return "That is \(there) now: \(titles(released))." + checked(released)
    case .partly:
      let rest = waiting.isEmpty ? [] : ["Still to come: \(Phrase.list(waiting))."]
      if released.isEmpty { return ([before("Part of that", first, outcome)] + rest).joined(separator: " ") }
      let more = first.before.isEmpty ? [] : [before("Another part", first, outcome)]
      let lists = checked(released) + open(released)
      // What follows on a list is a paragraph of its own.
      let parts = ["Part of that is \(there) now: \(titles(released))." + lists, (more + rest).joined(separator: " ")]
      return parts.filter { !$0.isEmpty }.joined(separator: lists.isEmpty ? " " : "\n\n")
    case .unproven:
      return
        "We have worked on that\(isNamed ? " in \(name)" : ""): \(titles(released)). It is not confirmed yet to be what you asked for."
    case .unmet:
      return
        "We have worked on that\(isNamed ? " in \(name)" : ""): \(titles(released)). It does not do all that you asked for yet."
    case .earlier: return before("That", first, outcome)
    case .planned:
      return waiting.isEmpty
        ? "We have noted that; it is not \(there)\(isNamed ? "" : " yet")."
        : "That is planned, and not \(there)\(isNamed ? "" : " yet"): \(Phrase.list(waiting))."
    case .unplanned: return "Nothing is planned for that so far."
    }
  }

  private static func titles(_ stories: [ReleasedStory]) -> String {
    Phrase.list(stories.map { quoted($0.story.title) })
  }

  /// `That has been in since v1.2: 'Mute mails'.`
  private static func before(
    _ subject: String, _ statement: AnsweredStatement, _ outcome: ShippedOutcome
  ) -> String {
    ReleaseWording.arrivals(statement.before, in: outcome).map { tag, stories in
      let titles = Phrase.list(stories.map { quoted(outcome.titles[$0] ?? $0.description) })
      let since = tag.map { "has been in since \(Sanitiser.line($0))" } ?? "is in already"
      return "\(subject) \(since): \(titles)."
    }.joined(separator: " ")
  }

  private static func quoted(_ title: String) -> String { Phrase.quoted(Sanitiser.line(title)) }

  private static func checked(_ stories: [ReleasedStory]) -> String {
    let shown = stories.flatMap { story in story.report.criteria.filter { $0.verdict == .met }.map(\.title) }
    return shown.isEmpty ? "" : "\n\nWe have checked:\n" + list(shown)
  }

  private static func open(_ stories: [ReleasedStory]) -> String {
    let open = stories.flatMap { story in story.report.criteria.filter { !$0.verdict.isSettled }.map(\.title) }
    return open.isEmpty ? "" : "\n\nNot confirmed yet:\n" + list(open)
  }

  private static func list(_ lines: [String]) -> String {
    lines.map { "- \(Sanitiser.line(withoutCitations($0)))" }.joined(separator: "\n")
  }

  /// The words alone: where they come from in the plan is nothing to whoever said them.
  private static func withoutCitations(_ title: String) -> String {
    title.split(separator: " ").filter { word in
      let bare = word.drop { $0 == "(" }
      return Citation(bare.prefix { !"),;.".contains($0) }) == nil
    }.joined(separator: " ")
  }
}
