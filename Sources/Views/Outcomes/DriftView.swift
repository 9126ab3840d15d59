import Git
package import Grounding
import PlanModel
package import Workflow

/// What work was based on and is true no longer.
package enum DriftView {
  package static func text(_ outcome: DriftOutcome) -> TerminalText {
    var text = TerminalText()
    appendStories(outcome, to: &text)
    appendAnchors(outcome, to: &text)
    appendSignOffs(outcome, to: &text)
    appendFeedback(outcome.feedback, to: &text)
    appendUnseen(outcome, to: &text)
    if outcome.accepted > 0 {
      let (were, are) = outcome.accepted == 1 ? ("was", "is") : ("were", "are")
      text.line("Wrote down that \(Phrase.count(outcome.accepted, "anchor")) \(were) read again and \(are) still true.")
    } else if !outcome.isDrifted {
      text.line(allIsWell(outcome))
    }
    let ungrounded = outcome.ungrounded
    if !ungrounded.isEmpty {
      let shown = ungrounded.prefix(5).map(\.description).joined(separator: ", ")
      let more = ungrounded.count > 5 ? " and \(ungrounded.count - 5) more" : ""
      if text.lines.last?.isEmpty == false { text.line() }
      text.line("\("No code is named in \(shown)\(more).", .faint) Find it: git handoff ground \(ungrounded[0])")
    }
    return text
  }

  private static func allIsWell(_ outcome: DriftOutcome) -> StyledLine {
    outcome.anchors.isEmpty
      ? "No story names code that could have moved."
      : "Nothing has drifted: \(Phrase.count(outcome.anchors.count, "anchor")), looked for in \(outcome.commit.short, .id)."
  }

  // MARK: stories

  private static func appendStories(_ outcome: DriftOutcome, to text: inout TerminalText) {
    guard !outcome.stories.isEmpty else { return }
    text.line("\("Changed on the main branch since this branch left it:", .strong)")
    for story in outcome.stories {
      text.line("  \(story.story, .id)  \(story.title)")
      for change in story.changes { text.line("    \(words(change))") }
    }
    text.line("  Take it in: git merge or git rebase, then read them again.")
    text.line()
  }

  private static func words(_ change: StoryChange) -> String {
    switch change {
    case .removed: "the story is there no longer"
    case .title(_, let after): "title: now “\(after)”"
    case .narrative: "the narrative is reworded"
    case .status(let before, let after): "status: \(before.rawValue) → \(after.rawValue)"
    case .criterionAdded(let id, let title): "\(id) added: \(title)"
    case .criterionRemoved(let id, let title): "\(id) removed: \(title)"
    case .criterionReworded(let id, _, let after): "\(id) reworded: \(after)"
    case .section(let title): "\(title): changed"
    }
  }

  // MARK: anchors

  private static func appendAnchors(_ outcome: DriftOutcome, to text: inout TerminalText) {
    let drifted = outcome.anchors.filter { $0.reading.state != .same }
    if outcome.accepted > 0 {
      append(drifted.filter { $0.reading.state != .gone }, under: "Taken as it is now:", to: &text)
      appendDrifted(drifted.filter { $0.reading.state == .gone }, isAccepted: true, to: &text)
      return
    }
    appendDrifted(drifted.filter { !$0.isOwnWork }, isAccepted: false, to: &text)
    let own = drifted.filter(\.isOwnWork)
    append(own, under: "Changed by the story's own commits since it was planned:", to: &text) { text in
      text.line("  To be told what others change from here on: git handoff drift --accept \(named(own))")
    }
  }

  private static func appendDrifted(_ anchors: [StoryAnchor], isAccepted: Bool, to text: inout TerminalText) {
    append(anchors, under: "Code that is not as it was when the story named it:", to: &text) { text in
      let found = anchors.filter { $0.reading.state != .gone }
      if !isAccepted, !found.isEmpty {
        text.line("  Still true after reading it again? git handoff drift --accept \(named(found))")
      }
      if let gone = anchors.first(where: { $0.reading.state == .gone }) {
        text.line("  Say where it is now, or take it out: git handoff edit \(gone.story)")
      }
    }
  }

  /// The anchors by story, and behind them what may be done.
  private static func append(
    _ anchors: [StoryAnchor], under heading: String, to text: inout TerminalText,
    _ next: (inout TerminalText) -> Void = { _ in }
  ) {
    guard !anchors.isEmpty else { return }
    text.line("\(heading, .strong)")
    var story: ID<Story>?
    for anchor in anchors {
      if anchor.story != story { text.line("  \(anchor.story, .id)  \(anchor.title)") }
      story = anchor.story
      append(anchor.reading, to: &text)
      append(anchor.changes, to: &text)
    }
    next(&text)
    text.line()
  }

  /// The newest commits since; the story's own are told where there are no others.
  private static func append(_ changes: [AnchorChange], to text: inout TerminalText) {
    let others = changes.filter { !$0.isOwn }
    let told = others.isEmpty ? changes : others
    for change in told.prefix(3) { text.line("             \(change.commit.short, .id) \(change.subject)") }
    if told.count > 3 { text.line("             \("and \(told.count - 3) more commits", .faint)") }
  }

  private static let mostNamed = 5

  /// Without a fingerprint nobody can tell whether a place has changed.
  private static func appendUnseen(_ outcome: DriftOutcome, to text: inout TerminalText) {
    let unseen = outcome.anchors.filter {
      $0.reading.state == .same && $0.reading.anchor.seen == nil && $0.reading.fingerprint != nil
    }
    guard !unseen.isEmpty, outcome.accepted == 0 else { return }
    let verb = unseen.count == 1 ? "has" : "have"
    text.line("\(Phrase.count(unseen.count, "anchor")) \(verb) no fingerprint yet, by which a change would be seen.")
    text.line("  Once the code is read: git handoff drift --accept \(named(unseen))")
  }

  /// The stories of anchors, as a command takes them.
  private static func named(_ anchors: [StoryAnchor]) -> String {
    let stories = Set(anchors.map(\.story)).sorted()
    let named = stories.prefix(mostNamed).map(\.description).joined(separator: " ")
    return stories.count > mostNamed ? "\(named) (and \(stories.count - mostNamed) more)" : named
  }

  private static func append(_ reading: AnchorReading, to text: inout TerminalText) {
    let anchor = reading.anchor
    let name = anchor.path + (anchor.symbol.map { " (\($0))" } ?? "")
    switch reading.state {
    case .same: return
    case .changed: text.line("    \("changed", .caution)  \(name)\(place(reading.place, besides: anchor))")
    case .moved:
      let also = reading.isAlsoChanged ? ", and has changed" : ""
      text.line("    \("moved", .caution)    \(name) → \(full(reading.place))\(also)")
    case .renamed: text.line("    \("renamed", .caution)  \(name) → \(full(reading.place))")
    case .gone:
      text.line("    \("gone", .bad)     \(name)")
      for candidate in reading.candidates { text.line("             \("perhaps", .faint) \(full(candidate))") }
    }
  }

  private static func place(_ place: CodePlace?, besides anchor: Anchor) -> String {
    place?.lines.map { ", line \($0.lowerBound)" } ?? ""
  }

  private static func full(_ place: CodePlace?) -> String {
    guard let place else { return "" }
    let line = place.lines.map { ":\($0.lowerBound)" } ?? ""
    return place.path + line + (place.symbol.map { " (\($0))" } ?? "")
  }

  // MARK: sign-offs

  private static func appendSignOffs(_ outcome: DriftOutcome, to text: inout TerminalText) {
    guard !outcome.signOffs.isEmpty else { return }
    text.line("\("Signed off in another wording than it has now:", .strong)")
    for act in outcome.signOffs {
      text.line(
        "  \(act.story, .id)/\(act.criterion)  \(act.act.rawValue) by \(act.by) on \(String(act.at.prefix(10)))")
    }
    text.line("  Ask again: git handoff accept <story>/<criterion> --role <role>")
    text.line()
  }

  // MARK: feedback

  private static func appendFeedback(_ feedback: [Feedback], to text: inout TerminalText) {
    guard !feedback.isEmpty else { return }
    text.line("\("Said since, and carried by nobody yet:", .strong)")
    for one in feedback {
      let verb = one.statements.count == 1 ? "looks" : "look"
      let count = Phrase.count(one.statements.count, "statement")
      let title = Phrase.quoted(one.title)
      text.line("  \(count) \(verb) like \(one.intent, .id) \(title) (\(PlanView.figure(one.score)))")
      text.line("    \(Phrase.list(one.statements.map(\.description)), .faint)")
    }
    text.line("  Read them, and cite what counts: git handoff show \(feedback[0].statements[0].source)")
    text.line()
  }

  // MARK: JSON

  package static func json(_ outcome: DriftOutcome) -> JSONValue {
    .document(
      kind: "drift",
      [
        "commit": .string(outcome.commit.hex),
        "stories": JSONValue(outcome.stories) { story in
          [
            "id": .string(story.story.description), "title": .string(story.title),
            "changes": JSONValue(story.changes) { .string(words($0)) },
          ]
        },
        "anchors": JSONValue(outcome.anchors) { json($0) },
        "evidence": JSONValue(outcome.signOffs) { act in
          [
            "story": .string(act.story.description), "criterion": .string(act.criterion.description),
            "act": .string(act.act.rawValue), "role": .string(act.role), "by": .string(act.by), "at": .string(act.at),
            "state": "other-wording",
          ]
        },
        "feedback": JSONValue(outcome.feedback) { one in
          [
            "intent": .string(one.intent.description), "title": .string(one.title),
            "stories": JSONValue(one.stories) { .string($0.description) }, "score": .rounded(one.score),
            "statements": JSONValue(one.statements) { .string($0.description) },
          ]
        },
        "ungrounded": JSONValue(outcome.ungrounded) { .string($0.description) }, "accepted": .int(outcome.accepted),
      ])
  }

  private static func json(_ anchor: StoryAnchor) -> JSONValue {
    let reading = anchor.reading
    return [
      "story": .string(anchor.story.description), "path": .string(reading.anchor.path),
      "symbol": JSONValue(reading.anchor.symbol), "state": .string(reading.state.rawValue),
      "now": reading.place.map { json($0) } ?? .null, "seen": JSONValue(reading.fingerprint),
      "also_changed": .bool(reading.isAlsoChanged), "candidates": JSONValue(reading.candidates) { json($0) },
      "own_work": .bool(anchor.isOwnWork),
      "commits": JSONValue(anchor.changes) { change in
        ["id": .string(change.commit.hex), "subject": .string(change.subject), "own": .bool(change.isOwn)]
      },
    ]
  }

  package static func json(_ place: CodePlace) -> JSONValue {
    [
      "path": .string(place.path), "symbol": JSONValue(place.symbol), "kind": JSONValue(place.kind),
      "line": place.lines.map { .int($0.lowerBound) } ?? .null, "end": place.lines.map { .int($0.upperBound) } ?? .null,
    ]
  }
}
