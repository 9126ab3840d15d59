package import Git
package import PlanModel

/// From when on things are new.
package struct RoadmapStart: Sendable {
  /// As it was asked for.
  package var words: String
  package var moment: Timestamp
  /// The last commit before; nil where the history does not reach back so far.
  package var commit: ObjectID?

  package init(words: String, moment: Timestamp, commit: ObjectID?) {
    self.words = words
    self.moment = moment
    self.commit = commit
  }
}

/// What has changed for one intent.
package struct IntentNews: Hashable, Sendable {
  package var id: ID<Intent>
  package var title: String
  /// It was not in the plan, or not among those that are ranked.
  package var isNew: Bool
  /// How many people are heard who were not.
  package var voices: Int
  /// The statements that it rests on now and did not.
  package var statements: [Citation]
  /// Its rank then and now; nil where it had or has none.
  package var before: Int?
  package var after: Int?

  package init(
    id: ID<Intent>, title: String, isNew: Bool, voices: Int, statements: [Citation], before: Int?, after: Int?
  ) {
    self.id = id
    self.title = title
    self.isNew = isNew
    self.voices = voices
    self.statements = statements
    self.before = before
    self.after = after
  }

  /// How many statements are new.
  package var count: Int { statements.map(\.lines.count).reduce(0, +) }
}

/// What has changed on the roadmap since a day or a revision.
package struct RoadmapNews: Sendable {
  package var start: RoadmapStart
  /// In the order of the ranks now, then those that nobody asks for.
  package var changes: [IntentNews]
  /// Those that were ranked and are not any more: achieved, dropped or gone, by their rank then.
  package var gone: [IntentNews]

  package init(start: RoadmapStart, changes: [IntentNews], gone: [IntentNews]) {
    self.start = start
    self.changes = changes
    self.gone = gone
  }

  /// - Parameter before: the ranking of the plan as it was; nil where there was none.
  init(_ start: RoadmapStart, now: Ranking, before: Ranking?, plan: Plan) {
    self.start = start
    var known: [ID<Intent>: (demand: Demand, rank: Int?)] = [:]
    for ranked in before?.ranked ?? [] {
      known[ranked.candidate.intent.id] = (ranked.candidate.demand, ranked.rank)
    }
    for candidate in before?.unasked ?? [] { known[candidate.intent.id] = (candidate.demand, nil) }
    let all =
      now.ranked.map { (candidate: $0.candidate, rank: Optional($0.rank)) }
      + now.unasked.map { (candidate: $0, rank: nil) }
    let present = Set(all.map(\.candidate.intent.id))
    changes = all.map { candidate, rank in
      let old = known[candidate.intent.id]
      let heard = Set(old?.demand.speakers.map(\.voice.key) ?? [])
      return IntentNews(
        id: candidate.intent.id, title: candidate.intent.title, isNew: old == nil,
        voices: candidate.demand.speakers.count { !heard.contains($0.voice.key) },
        statements: Self.added(candidate.demand.citations, to: old?.demand.citations ?? []),
        before: old?.rank, after: rank)
    }
    changes.removeAll { !$0.isNew && $0.statements.isEmpty && $0.before == $0.after }
    gone = (before?.ranked ?? []).filter { !present.contains($0.candidate.intent.id) }.map { ranked in
      let intent = ranked.candidate.intent
      return IntentNews(
        id: intent.id, title: intent.title, isNew: false, voices: 0, statements: [], before: ranked.rank, after: nil)
    }
  }

  /// The statements of `citations` that are not among the others.
  private static func added(_ citations: [Citation], to others: [Citation]) -> [Citation] {
    let old = Dictionary(grouping: others, by: \.source)
    return citations.flatMap { citation -> [Citation] in
      var rest = [citation.lines]
      for known in old[citation.source] ?? [] { rest = rest.flatMap { $0.without(known.lines) } }
      return rest.map { Citation(source: citation.source, lines: $0) }
    }
  }
}

extension ClosedRange<Int> {
  /// What is left of it when another is taken away.
  fileprivate func without(_ other: Self) -> [Self] {
    guard overlaps(other) else { return [self] }
    var rest: [Self] = []
    if lowerBound < other.lowerBound { rest.append(lowerBound...other.lowerBound - 1) }
    if upperBound > other.upperBound { rest.append(other.upperBound + 1...upperBound) }
    return rest
  }
}

extension Plan {
  /// How many open stories of other intents, or of none, wait for open stories of each.
  func waitingStories(by intents: [ID<Intent>: [Story]]) -> [ID<Intent>: Int] {
    var owners: [ID<Story>: ID<Intent>] = [:]
    for (intent, stories) in intents {
      for story in stories where story.isOpen { owners[story.id] = intent }
    }
    let ofEpic = intentsOfEpics
    var waiting: [ID<Intent>: Int] = [:]
    for story in stories where story.isOpen {
      let own = story.intent(ofEpic)
      for intent in Set(story.dependsOn.compactMap { owners[$0] }) where intent != own {
        waiting[intent, default: 0] += 1
      }
    }
    return waiting
  }
}
