import Concurrency
import PlanModel
import Verification
import Workflow

/// What pages look up in a plan, made once.
struct SiteIndex: Sendable {
  let stories: [ID<Story>: Story]
  let intents: [ID<Intent>: Intent]
  let epics: [ID<Epic>: Epic]
  let decisions: [ID<Decision>: Decision]
  let accounts: [ID<Source>: SourceLedger]
  /// The sources as their list has them: the latest first.
  let orderedSources: [ID<Source>]
  let storiesByIntent: [ID<Intent>: [Story]]
  let epicsByIntent: [ID<Intent>: [Epic]]
  let storiesByEpic: [ID<Epic>: [ID<Story>]]
  let intentsOfEpics: [ID<Epic>: ID<Intent>]
  let blockers: [ID<Story>: [OpenQuestion]]
  /// The open stories that wait for one.
  let waiting: [ID<Story>: [ID<Story>]]
  /// The decisions that an item names, and those that name it.
  let decisionsOf: [ItemID: [ID<Decision>]]
  /// What names a decision.
  let naming: [ID<Decision>: [ItemID]]
  let reports: [ID<Story>: StoryReport]
  /// The sources whose statements a story carries.
  let sourcesOf: [ID<Story>: [ID<Source>]]
  let ranks: [ID<Intent>: Int]
  /// Stories that stand the same way, in the order of their pages.
  private let lists: [StoryList: [Story]]
  /// The intents and epics one of whose stories is judged.
  private let begun: Set<ItemID>
  /// What became of the statements of each source.
  private var counts: [ID<Source>: StateCounts] = [:]
  /// What became of all statements.
  private(set) var allCounts = StateCounts()
  /// Where each statement that nobody carries stands, in the order of the sources.
  let lost: [Citation]

  /// The parts are made beside each other: each goes through all stories, which are slow to copy.
  init(_ outcome: SiteOutcome) {
    let plan = outcome.plan
    let standing = Meanwhile { Standing(outcome) }
    let linking = Meanwhile { Linking(outcome) }
    stories = Dictionary(plan.stories.map { ($0.id, $0) }) { first, _ in first }
    intents = Dictionary(plan.intents.map { ($0.id, $0) }) { first, _ in first }
    epics = Dictionary(plan.epics.map { ($0.id, $0) }) { first, _ in first }
    decisions = Dictionary(plan.decisions.map { ($0.id, $0) }) { first, _ in first }
    accounts = Dictionary(outcome.ledger.sources.map { ($0.source.id, $0) }) { first, _ in first }
    orderedSources = outcome.ledger.sources.map(\.source).sorted {
      ($1.received ?? "", $0.title, $0.id) < ($0.received ?? "", $1.title, $1.id)
    }.map(\.id)
    epicsByIntent = plan.epics.reduce(into: [:]) { groups, epic in
      if let intent = epic.intent { groups[intent, default: []].append(epic) }
    }
    storiesByEpic = Self.storiesByEpic(plan)
    reports = outcome.reports
    ranks = Dictionary(outcome.roadmap.ranking.ranked.map { ($0.candidate.intent.id, $0.rank) }) { first, _ in first }
    let (stands, links) = (standing.value(), linking.value())
    (storiesByIntent, intentsOfEpics) = (stands.byIntent, stands.intentsOfEpics)
    (blockers, lists) = (stands.blockers, stands.lists)
    (waiting, decisionsOf, naming) = (links.waiting, links.decisionsOf, links.naming)
    (sourcesOf, lost) = (links.sourcesOf, links.lost)
    let reports = outcome.reports
    let begunIntents = stands.byIntent.filter { $1.contains { reports[$0.id] != nil } }.keys.map(\.any)
    begun = Set(begunIntents + storiesByEpic.filter { $1.contains { reports[$0] != nil } }.keys.map(\.any))
    let ledgers = outcome.ledger.sources
    let counted = concurrently(ledgers, chunk: 32) { [index = self] in index.counted($0) }
    counts = Dictionary(zip(ledgers.map(\.source.id), counted)) { first, _ in first }
    for counts in counted { allCounts += counts }
  }

  /// Stories by how they stand.
  private struct Standing: Sendable {
    let intentsOfEpics: [ID<Epic>: ID<Intent>]
    let byIntent: [ID<Intent>: [Story]]
    let blockers: [ID<Story>: [OpenQuestion]]
    let lists: [StoryList: [Story]]

    init(_ outcome: SiteOutcome) {
      let ordered = SiteIndex.ordered(outcome.plan.stories)
      let intentsOfEpics = outcome.plan.intentsOfEpics
      self.intentsOfEpics = intentsOfEpics
      byIntent = ordered.filter { $0.status != .dropped }.reduce(into: [:]) { groups, story in
        if let intent = story.intent(intentsOfEpics) { groups[intent, default: []].append(story) }
      }
      blockers = outcome.blockers
      lists = SiteIndex.lists(ordered, outcome.reports, blockers)
    }
  }

  /// What leads from items to others.
  private struct Linking: Sendable {
    let waiting: [ID<Story>: [ID<Story>]]
    let decisionsOf: [ItemID: [ID<Decision>]]
    let naming: [ID<Decision>: [ItemID]]
    let sourcesOf: [ID<Story>: [ID<Source>]]
    let lost: [Citation]

    init(_ outcome: SiteOutcome) {
      waiting = SiteIndex.waiting(outcome.plan)
      (decisionsOf, naming) = SiteIndex.decisions(outcome.plan)
      sourcesOf = SiteIndex.sources(outcome.plan)
      lost = SiteIndex.lost(outcome.ledger)
    }
  }

  /// What is worked on comes first, what is over last; within that by title. Their numbers are sorted: a story takes long
  /// to move.
  static func ordered(_ stories: [Story]) -> [Story] {
    let keys = stories.map { (rank($0.status), $0.title, $0.id) }
    return stories.indices.sorted { keys[$0] < keys[$1] }.map { stories[$0] }
  }

  func stories(in list: StoryList) -> [Story] { lists[list] ?? [] }

  private static func lists(
    _ ordered: [Story], _ reports: [ID<Story>: StoryReport], _ blockers: [ID<Story>: [OpenQuestion]]
  ) -> [StoryList: [Story]] {
    var lists: [StoryList: [Story]] = [:]
    for story in ordered {
      lists[.status(story.status), default: []].append(story)
      if let verdict = reports[story.id]?.verdict {
        lists[.verdict(verdict), default: []].append(story)
        if story.status == .shipped { lists[.shipped(verdict), default: []].append(story) }
      }
      if blockers[story.id] != nil { lists[.blocked, default: []].append(story) }
    }
    return lists
  }

  private static func lost(_ ledger: Ledger) -> [Citation] {
    ledger.sources.flatMap { account in
      account.stretches.filter { $0.fate == .lost }.flatMap { stretch in
        stretch.lines.map { Citation(source: account.source.id, lines: $0...$0) }
      }
    }
  }

  private static func rank(_ status: StoryStatus) -> Int {
    [.active, .ready, .draft, .shipped, .dropped].firstIndex(of: status) ?? 0
  }

  /// As the epic lists them, and behind these the stories that name it themselves.
  private static func storiesByEpic(_ plan: Plan) -> [ID<Epic>: [ID<Story>]] {
    var stories = Dictionary(plan.epics.map { ($0.id, $0.stories) }) { first, _ in first }
    let listed = stories.mapValues { Set($0) }
    for story in plan.stories {
      if let epic = story.epic, listed[epic]?.contains(story.id) != true { stories[epic, default: []].append(story.id) }
    }
    return stories
  }

  private static func waiting(_ plan: Plan) -> [ID<Story>: [ID<Story>]] {
    var waiting: [ID<Story>: [ID<Story>]] = [:]
    for story in plan.stories where story.status != .shipped && story.status != .dropped {
      for other in story.dependsOn { waiting[other, default: []].append(story.id) }
    }
    return waiting
  }

  private static func decisions(_ plan: Plan) -> ([ItemID: [ID<Decision>]], [ID<Decision>: [ItemID]]) {
    var ofItem: [ItemID: [ID<Decision>]] = [:]
    var naming: [ID<Decision>: [ItemID]] = [:]
    func note(_ item: ItemID, _ decision: ID<Decision>) {
      if ofItem[item]?.contains(decision) != true { ofItem[item, default: []].append(decision) }
      if naming[decision]?.contains(item) != true { naming[decision, default: []].append(item) }
    }
    let items: [(id: ItemID, mentions: [Mention])] =
      plan.intents.map { ($0.id.any, $0.mentions) } + plan.stories.map { ($0.id.any, $0.mentions) }
    for item in items {
      for mention in item.mentions { if let id = ID<Decision>(mention.item) { note(item.id, id) } }
    }
    for decision in plan.decisions {
      for mention in decision.mentions where mention.item.kind == .story || mention.item.kind == .intent {
        note(mention.item, decision.id)
      }
    }
    return (ofItem, naming)
  }

  private static func sources(_ plan: Plan) -> [ID<Story>: [ID<Source>]] {
    plan.stories.reduce(into: [:]) { sources, story in
      var seen: Set<ID<Source>> = []
      for mention in story.mentions {
        if let id = ID<Source>(mention.item), seen.insert(id).inserted { sources[story.id, default: []].append(id) }
      }
    }
  }

  // MARK: Verdicts

  /// Nil for a story that is not judged.
  func verdict(of story: ID<Story>) -> Verdict? { reports[story]?.verdict }

  /// What became of statements that went the same way. The worst of what the stories promise that cite them counts. What
  /// only an intent or an epic cites is planned until one of its stories is judged, and unproven from then on: none of
  /// their criteria is about these words. What only a decision cites stays planned.
  func state(of stretch: Stretch) -> StatementState {
    switch stretch.fate {
    case .lost: return .lost
    case .setAside: return .aside
    case .chatter: return .chatter
    case .carried: break
    }
    let carriers = stretch.carriers.filter { !$0.isDropped }
    let states = carriers.filter { $0.item.kind == .story }.map(state)
    if states.isEmpty { return carriers.contains { begun.contains($0.item) } ? .unproven : .planned }
    let order: [StatementState] = [.unmet, .stale, .unproven, .planned, .waived, .met]
    return order.first(where: states.contains) ?? .planned
  }

  func state(of carrier: Carrier) -> StatementState {
    guard let id = ID<Story>(carrier.item), let report = reports[id] else { return .planned }
    if case .criterion(let criterion) = carrier.part {
      // A criterion that HEAD does not know yet is judged by nothing.
      return report.criteria.first { $0.id == criterion }.map { StatementState($0.verdict) } ?? .planned
    }
    return StatementState(report.verdict)
  }

  func counts(of account: SourceLedger) -> StateCounts { counts[account.source.id] ?? StateCounts() }

  private func counted(_ account: SourceLedger) -> StateCounts {
    account.stretches.reduce(into: StateCounts()) { $0.add(state(of: $1), $1.lines.count) }
  }

  /// The criteria of some stories by what is known of them; those of drafts are planned.
  func criteria(of stories: some Sequence<Story>) -> StateCounts {
    var counts = StateCounts()
    for story in stories where story.status != .dropped {
      let report = reports[story.id]
      for criterion in story.criteria {
        let verdict = report?.criteria.first { $0.id == criterion.id }?.verdict
        counts.add(verdict.map(StatementState.init) ?? .planned)
      }
    }
    return counts
  }

  /// Those of some stories that shipped by whether they are as asked; what HEAD does not have yet is planned.
  func shipped(of stories: some Sequence<Story>) -> StateCounts {
    var counts = StateCounts()
    for story in stories where story.status == .shipped {
      counts.add(verdict(of: story.id).map(StatementState.init) ?? .planned)
    }
    return counts
  }
}
