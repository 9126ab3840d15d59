import PlanModel
import Review
import Views
import Workflow

/// What a visitor asks of the page of changes, and what came of it.
struct ChangesAsked {
  var from: String
  /// Empty for the files as they stand.
  var to: String
  var outcome: DiffOutcome?
  /// Why nothing can be compared.
  var problem: String?
}

/// What the plan promises more and less at one revision than at another, and by whose words.
extension Site {
  /// As much of it as one part holds, in bytes of what was and is said.
  private static let perPart = 24_000
  /// What is longer is told by its beginning.
  private static let longestText = 3_000
  private static let mostWeaker = 20

  func changes(_ outcome: DiffOutcome, _ part: Int) -> Content? {
    let parts = changeParts(outcome)
    guard parts.indices.contains(part - 1),
      let slice = slice(parts, part, per: 1, { .changes(part: $0) })
    else { return nil }
    let shown = parts[part - 1].map { outcome.changes[$0] }
    var values: Values = [
      "before": outcome.before, "after": outcome.after, "lead": Self.summary(outcome),
      "groups": groups(shown, from: parts[part - 1].lowerBound),
      "unread": outcome.unreadable.map { finding -> Values in
        ["place": "\(finding.path):\(finding.line)", "message": FindingWording(finding).message]
      },
    ]
    if part == 1 { add(weaker(outcome, parts), "weaker", "hasWeaker", to: &values) }
    let more = outcome.changes.count { $0.effect == .weaker } - Self.mostWeaker
    if part == 1, more > 0 { values["moreWeaker"] = more }
    if !outcome.unreadable.isEmpty { values["hasUnread"] = true }
    if outcome.changes.isEmpty, outcome.unreadable.isEmpty { values["same"] = true }
    if let pager = slice.pager { values["pager"] = pager }
    return Content("Changes", "changes", values)
  }

  /// The page of a visitor who may name the revisions.
  func changesPage(_ asked: ChangesAsked, _ part: Int) -> String? {
    let page = SitePage.changes(part: part)
    var content: Content
    if let outcome = asked.outcome {
      guard let own = changes(outcome, part) else { return nil }
      content = own
    } else {
      content = Content("Changes", "changes", [:])
    }
    content.values["form"] = ["from": asked.from, "to": asked.to] as Values
    if let problem = asked.problem { content.values["problem"] = problem }
    if let outcome = asked.outcome {
      // The way to other parts keeps what was asked.
      let parts = changeParts(outcome)
      if let pager = slice(parts, part, per: 1, { .changes(part: $0) }, query: Self.query(asked))?.pager {
        content.values["pager"] = pager
      }
    }
    return draft(page, content).html
  }

  private static func query(_ asked: ChangesAsked) -> String {
    "?from=\(escaped(asked.from))&to=\(escaped(asked.to))"
  }

  /// What is not unreserved is percent-encoded (RFC 3986, 2.3).
  private static func escaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { escaped, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || "-._~".utf8.contains(byte)
      if isPlain {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        escaped += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// Which changes stand in each part; one part at least.
  func changeParts(_ outcome: DiffOutcome) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var size = 0
    for (number, change) in outcome.changes.enumerated() {
      let own = [change.before, change.after].map { min($0?.utf8.count ?? 0, Self.longestText) }.reduce(200, +)
      if size + own > Self.perPart, number > start {
        parts.append(start..<number)
        (start, size) = (number, 0)
      }
      size += own
    }
    return parts + [start..<outcome.changes.count]
  }

  /// `2 promised less, 3 promised more, 1 in other words`
  private static func summary(_ outcome: DiffOutcome) -> String {
    let counts = [(PlanChange.Effect.weaker, "promised less"), (.stronger, "promised more")].map {
      effect, words in (outcome.changes.count { $0.effect == effect }, words)
    }
    if outcome.changes.isEmpty { return "" }
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let promise = words.isEmpty ? "nothing is promised more or less" : Phrase.list(words)
    return "\(promise) (\(ChangeWording.counts(outcome.changes)))."
  }

  // MARK: What is less

  /// The way to everything that is promised less.
  private func weaker(_ outcome: DiffOutcome, _ parts: [Range<Int>]) -> [Values] {
    let numbers = outcome.changes.indices.filter { outcome.changes[$0].effect == .weaker }
    return numbers.prefix(Self.mostWeaker).map { number in
      let change = outcome.changes[number]
      let part = (parts.firstIndex { $0.contains(number) } ?? 0) + 1
      let field = ChangeWording.field(change)
      return [
        "href": (part == 1 ? "" : SitePage.changes(part: part).path) + "#c\(number + 1)",
        "title": change.title.isEmpty ? change.path : change.title,
        "words": [ChangeWording.kind(change), field].filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
  }

  // MARK: Item by item

  private func groups(_ changes: [PlanChange], from start: Int) -> [Values] {
    var number = start
    return DiffView.groups(changes).map { group in
      var values: Values = [
        "title": group[0].title.isEmpty ? group[0].path : group[0].title,
        "changes": group.map { change -> Values in
          number += 1
          return row(change, number)
        },
      ]
      if let item = group[0].item {
        values["id"] = item.description
        if let href = index.href(of: item, "") { values["href"] = href }
        values.add(said(words(behind: group), "", limit: 4))
      }
      return values
    }
  }

  private func row(_ change: PlanChange, _ number: Int) -> Values {
    let (mark, words, state) =
      switch change.effect {
      case .weaker: ("▼", "less", "unmet")
      case .stronger: ("▲", "more", "met")
      case .none: ("=", "neither more nor less", "unproven")
      }
    var values: Values = [
      "anchor": "c\(number)", "mark": mark, "effect": words, "state": state, "kind": ChangeWording.kind(change),
      "field": ChangeWording.field(change), "html": Self.html(change),
      "reasons": change.shifts.map { shift -> Values in
        ["direction": shift.direction.rawValue, "words": ChangeWording.reason(shift)]
      },
    ]
    if change.kind == .weakened || change.kind == .strengthened, change.shifts.isEmpty { values["quiet"] = true }
    return values
  }

  /// What went is struck through and what came underlined, and both are said to those who do not see it.
  private static func html(_ change: PlanChange) -> String {
    let before = change.before.map(clipped)
    let after = change.after.map(clipped)
    func gone(_ text: String) -> String { "<del><span class=\"sr\">gone: </span>\(HTMLPage.escaped(text))</del>" }
    func new(_ text: String) -> String { "<ins><span class=\"sr\">new: </span>\(HTMLPage.escaped(text))</ins>" }
    switch (before, after) {
    case (let before?, let after?) where DiffView.isProse(change):
      return WordMarks(from: before, to: after).runs.map { run in
        switch run.mark {
        case .same: HTMLPage.escaped(run.text)
        case .removed: gone(run.text)
        case .added: new(run.text)
        }
      }.joined(separator: " ")
    case (let before?, let after?): return gone(before) + " → " + new(after)
    case (let before?, nil): return gone(before)
    case (nil, let after?): return new(after)
    case (nil, nil): return ""
    }
  }

  private static func clipped(_ text: String) -> String {
    text.utf8.count > longestText ? String(text.prefix(longestText)) + "…" : text
  }

  /// The statements that the changed parts of an item cite, and those that it cites no longer.
  private func words(behind group: [PlanChange]) -> [Citation] {
    var citations = group.filter { $0.field == "citations" }.compactMap { change in
      (change.before ?? change.after).flatMap { Citation($0) }
    }
    guard let item = group[0].item else { return citations }
    if let story = ID<Story>(item).flatMap({ index.stories[$0] }) {
      let own = group.compactMap(\.criterion).flatMap { Self.mentions(in: $0, of: story) }
      citations += self.citations(own.isEmpty ? story.mentions : own)
    } else if let intent = ID<Intent>(item).flatMap({ index.intents[$0] }) {
      citations += self.citations(intent.mentions)
    } else if let decision = ID<Decision>(item).flatMap({ index.decisions[$0] }) {
      citations += self.citations(decision.mentions)
    }
    return citations
  }

  /// What stands between the heading of a criterion and the next one, of a criterion or a section.
  private static func mentions(in criterion: CriterionID, of story: Story) -> [Mention] {
    guard let start = story.criterion(criterion)?.line else { return [] }
    let end = (story.criteria.map(\.line) + story.sections.map(\.line)).filter { $0 > start }.min() ?? .max
    return story.mentions.filter { $0.line >= start && $0.line < end }
  }
}
