import Git
import PlanFiles
import PlanModel

extension Workspace {
  /// The thread through what `text` means: an item, or statements as `so-7h3q2dkm#L12`.
  package func thread(of text: String) throws(Failure) -> ThreadOutcome {
    let snapshot = try plan().snapshot(withSources: false)
    if text.contains("#") {
      let (source, lines) = try statements(text)
      return try thread(through: source, lines.bounds, snapshot)
    }
    return try thread(through: id(text), snapshot)
  }

  private func thread(
    through source: Source, _ lines: ClosedRange<Int>, _ snapshot: PlanSnapshot
  ) throws(Failure) -> ThreadOutcome {
    let plan = snapshot.plan
    let ledger = Ledger(of: [source], in: plan.citingItems)
    var outcome = ThreadOutcome(subject: .statements(Citation(source: source.id, lines: lines)))
    outcome.unreadable = try unreadStatements(of: source.id) + snapshot.unread
    outcome.add(ledger.sources[0], lines: Set(lines))
    let carriers = Set(outcome.said.flatMap(\.statements).flatMap(\.stretch.carriers).map(\.item))
    let epics = plan.epics.filter { carriers.contains($0.id.any) }
    // Down from an intent go its stories, and from a story up its intent.
    let stories = plan.stories.filter { story in
      carriers.contains(story.id.any) || story.intent.map { carriers.contains($0.any) } ?? false
        || epics.contains { $0.stories.contains(story.id) }
    }
    let decisions = plan.decisions.filter { carriers.contains($0.id.any) }
    let intents = carriers.union(stories.filter { carriers.contains($0.id.any) }.compactMap { $0.intent?.any })
    try outcome.add(
      intents: plan.intents.filter { intents.contains($0.id.any) }, epics: epics, stories: stories,
      decisions: decisions, in: plan, ledger.items, self)
    return outcome
  }

  private func thread(through id: ItemID, _ snapshot: PlanSnapshot) throws(Failure) -> ThreadOutcome {
    let plan = snapshot.plan
    // An item that cannot be read is no thread, and is said as such.
    _ = try show(id.description)
    var outcome = ThreadOutcome(subject: .item(id))
    outcome.unreadable = snapshot.unread
    let knot = plan.knot(around: id)
    let citing = plan.citingItems
    // What is done for an intent or epic begins with what its stories cite; a story or decision stands for itself.
    let hasStories = id.kind == .intent || id.kind == .epic
    let own = citing.filter { $0.id == id || (hasStories && $0.id.kind == .story && knot.contains($0.id)) }
    var lines: [ID<Source>: Set<ClosedRange<Int>>] = [:]
    for place in own.flatMap(\.places) where place.citation.lines.count <= Self.longestCitation {
      lines[place.citation.source, default: []].insert(place.citation.lines)
    }
    for (sourceID, stretches) in lines.sorted(by: { $0.key < $1.key }) {
      // A source that is missing or cannot be read is told of; check finds the citation.
      guard let source = try? source(sourceID) else {
        outcome.unreadable += (try? unreadStatements(of: sourceID)) ?? []
        continue
      }
      outcome.add(Ledger(of: [source], in: citing).sources[0], lines: Set(stretches.flatMap(source.statements.numbers)))
    }
    try outcome.add(
      intents: plan.intents.filter { knot.contains($0.id.any) }, epics: plan.epics.filter { knot.contains($0.id.any) },
      stories: plan.stories.filter { knot.contains($0.id.any) },
      decisions: plan.decisions.filter { knot.contains($0.id.any) }, in: plan,
      Dictionary(citing.map { ($0.id, $0) }) { first, _ in first }, self)
    return outcome
  }

  /// A citation of more statements than a person would follow one by one is left to the ledger of its source.
  private static let longestCitation = 10_000
}

extension Plan {
  /// The items that a thread through `id` goes through: up to the why, and down to what is done.
  fileprivate func knot(around id: ItemID) -> Set<ItemID> {
    var knot: Set<ItemID> = [id]
    switch id.kind {
    case .story:
      guard let story = stories.first(where: { $0.id.any == id }) else { break }
      knot.formUnion([story.intent?.any, story.epic?.any].compactMap(\.self))
      knot.formUnion(epics.filter { $0.stories.contains(story.id) }.map(\.id.any))
      knot.formUnion(decisions(of: story.mentions, naming: id))
    case .intent:
      knot.formUnion(stories.filter { $0.intent?.any == id }.map(\.id.any))
      knot.formUnion(epics.filter { $0.intent?.any == id }.map(\.id.any))
      knot.formUnion(decisions(of: intents.first { $0.id.any == id }?.mentions ?? [], naming: id))
    case .epic:
      guard let epic = epics.first(where: { $0.id.any == id }) else { break }
      knot.formUnion(epic.stories.map(\.any) + stories.filter { $0.epic == epic.id }.map(\.id.any))
      if let intent = epic.intent { knot.insert(intent.any) }
    case .decision:
      let isNamed = { (mentions: [Mention]) in mentions.contains { $0.item == id } }
      knot.formUnion(stories.filter { isNamed($0.mentions) }.map(\.id.any))
      knot.formUnion(intents.filter { isNamed($0.mentions) }.map(\.id.any))
      let decision = decisions.first { $0.id.any == id }
      knot.formUnion((decision?.mentions ?? []).map(\.item).filter { $0.kind != .source })
      knot.formUnion(decisions.filter { isNamed($0.mentions) }.map(\.id.any))
    case .source: break
    }
    return knot
  }

  /// The decisions that are named, and those that name the item.
  private func decisions(of mentions: [Mention], naming id: ItemID) -> Set<ItemID> {
    let named = mentions.map(\.item).filter { $0.kind == .decision }
    return Set(named + decisions.filter { $0.mentions.contains { $0.item == id } }.map(\.id.any))
  }
}

extension ThreadOutcome {
  fileprivate mutating func add(_ account: SourceLedger, lines: Set<Int>) {
    let statements = lines.sorted().compactMap { line -> ThreadStatement? in
      guard let stretch = account.stretch(of: line) else { return nil }
      return ThreadStatement(line: line, statement: account.source.statements[line - 1], stretch: stretch)
    }
    guard !statements.isEmpty else { return }
    for statement in statements { counts.add(statement.stretch.fate) }
    said.append(ThreadSource(source: account.source, statements: statements))
  }

  fileprivate mutating func add(
    intents: [Intent], epics: [Epic], stories: [Story], decisions: [Decision], in plan: Plan,
    _ items: [ItemID: CitingItem], _ workspace: Workspace
  ) throws(Failure) {
    self.intents = intents.compactMap { items[$0.id.any] }
    self.epics = epics.compactMap { items[$0.id.any] }
    self.decisions = decisions
    carriers = Set(said.flatMap(\.statements).flatMap(\.stretch.carriers).map(\.item)).sorted().compactMap { items[$0] }
    isIncomplete = workspace.repository.isShallow
    var work = try workspace.work(on: Set(stories.map(\.id)))
    let linked = Set(work.values.flatMap(\.commits).map(\.id))
    let planOnly = try workspace.planOnly(among: Array(linked))
    for (story, done) in work { work[story]?.planOnly = planOnly.intersection(done.commits.map(\.id)) }
    let signOffs = Dictionary(grouping: plan.signOffs, by: \.story)
    let ordered = StoryStatus.listOrder.flatMap { status in
      stories.filter { $0.status == status }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
    for story in ordered {
      var thread = StoryThread(
        story: story, work: work[story.id] ?? StoryWork(),
        signOffs: (signOffs[story.id] ?? []).sorted { $0.at < $1.at })
      if let verdict = thread.work.verdict { thread.changes = try workspace.changes(of: story, since: verdict) }
      self.stories.append(thread)
    }
  }
}
