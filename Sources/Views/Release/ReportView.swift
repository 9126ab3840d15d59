import Git
import PlanModel
import Verification
package import Workflow

/// What a person decides by who cannot read code.
package enum ReportView {
  package static func markdown(_ outcome: ReportOutcome) -> String {
    var parts = ["# \(heading(outcome))", MarkdownEscape.line(summary(outcome))]
    if outcome.release.isIncomplete { parts.append("**Warning:** \(ReleaseWording.cutShort).") }
    parts += outcome.stories.map(section)
    let release = outcome.release
    if let lines = ReleaseMarkdown.unlinked(release) {
      parts.append("## Not explained by any story\n\nThese commits are in it, too:\n\n" + lines)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  package static func heading(_ outcome: ReportOutcome) -> String {
    let isStory = ItemID(outcome.release.range.name) != nil
    if isStory, let story = outcome.stories.first { return MarkdownEscape.line(story.released.story.title) }
    return "Release report of \(MarkdownEscape.line(outcome.release.name)), \(outcome.release.moment.date)"
  }

  /// `2 stories: 1 shown to be as asked, 1 not shown yet.`
  static func summary(_ outcome: ReportOutcome) -> String {
    guard !outcome.stories.isEmpty else {
      return outcome.release.isIncomplete
        ? "Of the commits that are here, none that changes more than the plan is linked to a story."
        : "No commit there that changes more than the plan is linked to a story, so there is nothing to accept."
    }
    let verdicts = outcome.stories.map(\.released.report.verdict)
    let counts = [Verdict.met, .waived, .unproven, .stale, .unmet].map { verdict in
      (verdict, verdicts.count { $0 == verdict })
    }.filter { $0.1 > 0 }
    let parts = counts.map { "\($0.1) \(ReleaseWording.words($0.0))" }
    return "\(Phrase.count(outcome.stories.count, "story", "stories")): \(parts.joined(separator: "; "))."
  }

  private static func section(_ reported: ReportedStory) -> String {
    let released = reported.released
    let story = released.story
    var parts = ["## \(MarkdownEscape.line(story.title)): \(ReleaseWording.words(released.report.verdict))"]
    if let intent = reported.intent { parts.append("For the sake of: \(MarkdownEscape.line(intent)).") }
    if !story.narrative.isEmpty { parts.append(MarkdownEscape.line(story.narrative.foldingWhiteSpace())) }
    parts += ["### What was asked", said(reported)]
    parts += ["### What was promised, and what shows it", ReleaseMarkdown.criteria(released.report)]
    let limits = story.sections.filter { ["Constraints", "Out of scope"].contains($0.title) && !$0.text.isEmpty }
    for section in limits {
      parts += ["### \(section.title)", MarkdownEscape.line(section.text.foldingWhiteSpace())]
    }
    if !reported.questions.isEmpty {
      let lines = reported.questions.map { "- \(MarkdownEscape.line($0.text.foldingWhiteSpace()))" }
      parts += ["### Nobody has answered yet", lines.joined(separator: "\n")]
    }
    parts += ["### What was done", done(released)]
    parts += ["### To decide", decision(released)]
    return parts.joined(separator: "\n\n")
  }

  private static func said(_ reported: ReportedStory) -> String {
    guard !reported.said.isEmpty else { return "The story cites nobody: it was not asked for in words that are kept." }
    let lines = reported.said.map { one in
      let who = [one.statement.speaker, one.day ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      return "> “\(MarkdownEscape.line(one.statement.text))”\n> — \(MarkdownEscape.line(who)) `\(one.citation)`"
    }
    let more = reported.moreSaid > 0 ? ["… and \(Phrase.count(reported.moreSaid, "more statement"))"] : []
    return (lines + more).joined(separator: "\n\n")
  }

  private static func done(_ released: ReleasedStory) -> String {
    guard let first = released.commits.first, let last = released.commits.last else {
      return "Nothing yet: no commit that changes more than the plan is linked to it."
    }
    let people = Set(released.commits.map(\.author.name)).sorted()
    let (start, end) = (day(first.author), day(last.author))
    let days = start == end ? "on \(start)" : "from \(start) to \(end)"
    var words =
      "\(Phrase.count(released.commits.count, "commit")) by \(MarkdownEscape.line(Phrase.list(people))), \(days)."
    if !released.guidance.isEmpty {
      words += " Pages that changed: \(MarkdownEscape.line(Phrase.list(released.guidance)))."
    }
    return words
  }

  private static func day(_ identity: Identity) -> String {
    Timestamp(seconds: identity.seconds, offset: identity.offset).date
  }

  /// The commands with which each criterion that is not settled can be.
  private static func decision(_ released: ReleasedStory) -> String {
    let id = released.story.id
    guard !released.report.criteria.isEmpty else {
      return "There is nothing yet to accept: say first what has to be true, `git handoff edit \(id)`"
    }
    let open = released.report.criteria.filter { !$0.verdict.isSettled }
    guard !open.isEmpty else {
      return "Nothing is open. If it is not what was asked: `git handoff reject \(id)/AC1 --role <role> --reason \"…\"`"
    }
    let lines = open.map { criterion in
      let title = MarkdownEscape.line(criterion.title)
      guard criterion.isForPeople else {
        let asks = released.story.criteria.first { $0.id == criterion.id }?.conditions ?? []
        if asks.contains(where: { $0.keyword == .test || $0.keyword == .coverage }) {
          return "- \(title): `git handoff verify --results <report> --record`"
        }
        return "- \(title): open until what is said above is there; to let it go for now: "
          + "`git handoff waive \(id)/\(criterion.id) --role <role> --reason \"…\" --expires <day>`"
      }
      let asked = released.story.criteria.first { $0.id == criterion.id }?.askedRoles ?? []
      let role = criterion.roleToAccept ?? asked.first ?? "<role>"
      return "- \(title): `git handoff accept \(id)/\(criterion.id) --role \(role)` or "
        + "`git handoff reject \(id)/\(criterion.id) --role \(role) --reason \"…\"`"
    }
    return lines.joined(separator: "\n")
  }

  /// What could not be read, for where the page has no place for it.
  package static func unreadable(_ outcome: ReportOutcome) -> TerminalText { CheckView.lines(outcome.unreadable) }

  // MARK: JSON

  package static func json(_ outcome: ReportOutcome) -> JSONValue {
    let release = outcome.release
    return .document(
      kind: "report",
      [
        "range": .string(release.range.name), "release": .string(release.name),
        "commit": .string(release.range.tip.hex),
        "at": .string(release.moment.iso8601), "incomplete": .bool(release.isIncomplete),
        "stories": JSONValue(outcome.stories, json),
        "unlinked": JSONValue(release.unlinked) { .string($0.id.hex) },
        "findings": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }

  private static func json(_ reported: ReportedStory) -> JSONValue {
    let said = JSONValue(reported.said) { one -> JSONValue in
      [
        "ref": .string(one.citation.description), "text": .string(one.statement.text),
        "speaker": .string(one.statement.speaker), "day": JSONValue(one.day),
      ]
    }
    let questions = JSONValue(reported.questions) { .string($0.text) }
    return .object(
      ReleaseJSON.members(reported.released) + [
        .init(key: "intent", value: JSONValue(reported.intent)), .init(key: "said", value: said),
        .init(key: "questions", value: questions),
      ])
  }
}
