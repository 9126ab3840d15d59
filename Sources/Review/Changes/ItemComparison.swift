import PlanModel

/// What is another in one item of each kind.
enum ItemComparison {
  static func story(_ old: Story, _ new: Story) -> [PlanChange] {
    var changes = ItemChanges(item: new.id.any, title: new.title, path: new.file)
    changes.value("title", old.title, new.title, line: new.titleLine)
    changes.status(old.status.rawValue, new.status.rawValue, promised: old.status.isPromised, new.status.isPromised)
    changes.value("intent", old.intent, new.intent)
    changes.value("epic", old.epic, new.epic)
    changes.value("owner", old.owner, new.owner)
    changes.value("effort", old.effort, new.effort)
    changes.set("depends-on", old.dependsOn.map(\.description), new.dependsOn.map(\.description))
    changes.words("narrative", old.narrative, new.narrative, line: new.titleLine)
    changes.criteria(old.criteria, new.criteria)
    changes.sections(old.sections, new.sections)
    changes.questions(old.questions, new.questions)
    changes.citations(old.mentions, new.mentions, quoted: old.quotations, new.quotations)
    anchors(old.anchors, new.anchors, &changes)
    return changes.changes
  }

  private static func anchors(_ old: [Anchor], _ new: [Anchor], _ changes: inout ItemChanges) {
    for anchor in new {
      guard let before = old.first(where: { $0.place == anchor.place }) else {
        changes.add("code", .added, after: anchor.place, line: anchor.line)
        continue
      }
      if before.seen != anchor.seen {
        changes.add(
          "code", .changed, before: "\(anchor.place) as \(before.seen ?? "not seen")",
          after: "\(anchor.place) as \(anchor.seen ?? "not seen")", line: anchor.line)
      }
    }
    for anchor in old where !new.contains(where: { $0.place == anchor.place }) {
      changes.add("code", .removed, before: anchor.place, line: anchor.line)
    }
  }

  static func intent(_ old: Intent, _ new: Intent) -> [PlanChange] {
    var changes = ItemChanges(item: new.id.any, title: new.title, path: new.file)
    changes.value("title", old.title, new.title)
    changes.status(old.status.rawValue, new.status.rawValue, promised: old.status.isPromised, new.status.isPromised)
    changes.value("priority", old.priority, new.priority)
    changes.value("effort", old.effort, new.effort)
    changes.sections(old.sections, new.sections)
    changes.questions(old.questions, new.questions)
    changes.citations(old.mentions, new.mentions, quoted: old.quotations, new.quotations)
    return changes.changes
  }

  static func epic(_ old: Epic, _ new: Epic) -> [PlanChange] {
    var changes = ItemChanges(item: new.id.any, title: new.title, path: new.file)
    changes.value("title", old.title, new.title)
    changes.value("intent", old.intent, new.intent)
    let (before, after) = (old.stories.map(\.description), new.stories.map(\.description))
    if Set(before) == Set(after), before != after {
      changes.add("stories", .changed, before: before.joined(separator: ", "), after: after.joined(separator: ", "))
    }
    changes.set("stories", before, after, added: .stronger, removed: .weaker)
    changes.citations(old.mentions, new.mentions, quoted: old.quotations, new.quotations)
    return changes.changes
  }

  static func decision(_ old: Decision, _ new: Decision) -> [PlanChange] {
    var changes = ItemChanges(item: new.id.any, title: new.title, path: new.file)
    changes.value("title", old.title, new.title)
    changes.value("date", old.date, new.date)
    if new.status == .superseded, old.status != .superseded {
      changes.add("status", .superseded, before: old.status.rawValue, after: new.supersededBy?.description)
    } else {
      changes.status(
        old.status.rawValue, new.status.rawValue, promised: old.status == .accepted, new.status == .accepted)
      changes.value("superseded-by", old.supersededBy, new.supersededBy)
    }
    changes.value("supersedes", old.supersedes, new.supersedes)
    changes.sections(old.sections, new.sections)
    changes.citations(old.mentions, new.mentions, quoted: old.quotations, new.quotations)
    return changes.changes
  }

  static func source(_ old: Source, _ new: Source) -> [PlanChange] {
    var changes = ItemChanges(item: new.id.any, title: new.title, path: new.file)
    changes.value("title", old.title, new.title)
    changes.value("received", old.received, new.received)
    changes.value("reach", old.reach, new.reach)
    changes.value("url", old.url, new.url)
    changes.set("segments", old.segments, new.segments)
    if old.statements.count != new.statements.count {
      let isShorter = new.statements.count < old.statements.count
      changes.add(
        "statements", .changed, isShorter ? .weaker : .none, before: "\(old.statements.count)",
        after: "\(new.statements.count)")
    }
    changes.set("people", old.people.map(\.words), new.people.map(\.words))
    words(of: old, new, &changes)
    let before = Set(old.setAside), after = Set(new.setAside)
    for entry in new.setAside where !before.contains(entry) {
      changes.add("set-aside", .setAside, .weaker, after: entry.words)
    }
    for entry in old.setAside where !after.contains(entry) {
      changes.add("set-aside", .removed, .stronger, before: entry.words)
    }
    // What a revision brings may be chatter; what was there, and had to be carried, is not later.
    let known = { (lines: LineRange) in lines.bounds.lowerBound <= old.statements.count }
    for entry in new.chatter where !old.chatter.contains(entry) {
      changes.add("chatter", .added, known(entry.lines) ? .weaker : .none, after: entry.words)
    }
    for entry in old.chatter where !new.chatter.contains(entry) {
      changes.add("chatter", .removed, before: entry.words)
    }
    // Nobody outside is told what is internal, and what is not may be quoted to a customer.
    for lines in new.internalLines where !old.internalLines.contains(lines) {
      changes.add("internal", .added, known(lines) ? .weaker : .none, after: "\(lines)")
    }
    for lines in old.internalLines where !new.internalLines.contains(lines) {
      changes.add("internal", .removed, .weaker, before: "\(lines)")
    }
    return changes.changes
  }

  /// More than these lines of one source are only counted.
  private static let mostLines = 20

  /// What somebody is said to have said: nobody says anything else later, so that whoever reads the change has to look.
  private static func words(of old: Source, _ new: Source, _ changes: inout ItemChanges) {
    guard old.statements.rows != new.statements.rows else { return }
    let pairs = zip(old.statements, new.statements).enumerated().filter {
      $0.element.0.text != $0.element.1.text || $0.element.0.speaker != $0.element.1.speaker
    }
    for (index, (before, after)) in pairs.prefix(mostLines) {
      if before.text != after.text {
        changes.add("L\(index + 1)", .changed, .weaker, before: before.text, after: after.text)
      }
      if before.speaker != after.speaker {
        changes.add("L\(index + 1) speaker", .changed, .weaker, before: before.speaker, after: after.speaker)
      }
    }
    if pairs.count > mostLines {
      changes.add("statements", .changed, .weaker, after: "\(pairs.count - mostLines) more lines are others")
    }
  }
}

extension Anchor {
  /// The path, with the symbol in it: `src/mail.ts#Mailer`.
  fileprivate var place: String { symbol.map { "\(path)#\($0)" } ?? path }
}

extension LedgerEntry {
  fileprivate var words: String { "\(lines): \(why)" }
}

extension Person {
  /// The name, with the side that somebody is on: `Mia Berg (agent)`.
  fileprivate var words: String { role.map { "\(name) (\($0.rawValue))" } ?? name }
}
