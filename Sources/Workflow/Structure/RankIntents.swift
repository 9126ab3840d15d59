import Git
import PlanFiles
package import PlanModel

/// What is asked of a roadmap.
package struct RoadmapOptions: Sendable {
  /// A date or a revision: what is new since is told.
  package var since: String?
  /// As many ranks as are shown.
  package var limit: Int?
  /// Whether intents that are achieved or dropped are ranked too.
  package var includesOver = false

  package init() {}
}

/// The intents of a plan in the order of what speaks for them.
package struct RoadmapOutcome: Sendable {
  package var settings: RoadmapSettings
  package var moment: Timestamp
  package var ranking: Ranking
  /// As many ranks as are to be shown.
  package var limit: Int?
  /// How many intents are left out because they are over.
  package var over: Int
  package var news: RoadmapNews?
  /// What could not be read, and so does not count.
  package var unreadable: [Finding]

  package init(
    settings: RoadmapSettings, moment: Timestamp, ranking: Ranking, limit: Int? = nil, over: Int = 0,
    news: RoadmapNews? = nil, unreadable: [Finding] = []
  ) {
    self.settings = settings
    self.moment = moment
    self.ranking = ranking
    self.limit = limit
    self.over = over
    self.news = news
    self.unreadable = unreadable
  }

  package var shown: [RankedIntent] { Array(ranking.ranked.prefix(limit ?? ranking.ranked.count)) }
}

extension Workspace {
  /// Ranks intents by the people who ask for them.
  package func roadmap(_ options: RoadmapOptions) throws(Failure) -> RoadmapOutcome {
    let moment = surroundings.clock()
    let start = try options.since.map { words throws(Failure) in try self.moment(of: words) }
    let known = KnownLabels(.cited, cache)
    let evidence = PlanEvidence(try plan(), known)
    evidence.told.keep(in: cache)
    let voices = evidence.voices
    let intents = evidence.plan.intents.filter { options.includesOver || !$0.status.isOver }
    let ranking = evidence.ranking(of: intents, voices, evidence.plan.policy.roadmap, at: moment)
    var outcome = RoadmapOutcome(
      settings: evidence.plan.policy.roadmap, moment: moment, ranking: ranking, limit: options.limit,
      over: evidence.plan.intents.count - intents.count, unreadable: evidence.unread)
    guard let start else { return outcome }
    var old: PlanEvidence?
    if let commit = start.commit {
      old = PlanEvidence(try plan(of: commit), known)
    }
    let before = old.map { old in
      let intents = old.plan.intents.filter { options.includesOver || !$0.status.isOver }
      return old.ranking(of: intents, voices, outcome.settings, at: start.moment)
    }
    outcome.news = RoadmapNews(start, now: ranking, before: before, plan: evidence.plan)
    return outcome
  }
}

/// A plan with the sources that its intents rest on.
struct PlanEvidence {
  let plan: Plan
  let unread: [Finding]
  private let cited: [ID<Intent>: CitedLines]
  private let sources: [ID<Source>: Source]
  private let labels: [ID<Source>: [Int: Label]]
  /// What its statements do, to be kept for the next time.
  let told: KnownLabels.Told

  init(_ reader: PlanReader, _ known: KnownLabels) {
    var snapshot = reader.snapshot(withSources: false)
    let cited = snapshot.plan.citedByIntent
    // Of other sources nothing is needed, and they may be long.
    let wanted = Set(cited.values.flatMap { $0.sources.map(\.source) })
    snapshot.plan.sources = reader.sources(among: wanted, &snapshot.findings)
    self.init(snapshot, cited, known)
  }

  /// - Parameter snapshot: a plan with all its sources.
  init(_ snapshot: PlanSnapshot, _ known: KnownLabels) {
    var snapshot = snapshot
    let cited = snapshot.plan.citedByIntent
    let wanted = Set(cited.values.flatMap { $0.sources.map(\.source) })
    snapshot.plan.sources.removeAll { !wanted.contains($0.id) }
    self.init(snapshot, cited, known)
  }

  private init(_ snapshot: PlanSnapshot, _ cited: [ID<Intent>: CitedLines], _ known: KnownLabels) {
    plan = snapshot.plan
    // A misspelt formula would silently be another.
    unread =
      snapshot.findings.filter { $0.path == Policy.file && $0.severity == .error && !$0.keepsFromReading }
      + snapshot.unread
    self.cited = cited
    sources = Dictionary(plan.sources.map { ($0.id, $0) }) { first, _ in first }
    (labels, told) = Self.labels(of: plan.sources, cited, known)
  }

  var voices: Voices { Voices(plan.sources, colleagues: plan.colleagues(in: plan.sources)) }

  func ranking(
    of intents: [Intent], _ voices: Voices, _ settings: RoadmapSettings, at moment: Timestamp
  ) -> Ranking {
    let stories = plan.storiesByIntent
    let waiting = plan.waitingStories(by: stories)
    let candidates = intents.map { intent in
      let demand = Demand(
        cited[intent.id] ?? CitedLines([]), sources: sources, voices: voices, settings: settings,
        label: { labels[$0]?[$1] })
      return Candidate(
        intent: intent, demand: demand, effort: Effort(of: intent, stories: stories[intent.id] ?? []),
        waiting: waiting[intent.id] ?? 0)
    }
    return Ranking(candidates, by: settings, at: Instant(seconds: Int(moment.seconds)))
  }

  /// What the statements that are cited do; those of a conversation are told with all that stands around them.
  private static func labels(
    of sources: [Source], _ cited: [ID<Intent>: CitedLines], _ known: KnownLabels
  ) -> ([ID<Source>: [Int: Label]], KnownLabels.Told) {
    var stretches: [ID<Source>: [ClosedRange<Int>]] = [:]
    for (source, own) in cited.values.flatMap(\.sources) { stretches[source, default: []] += own }
    let work = sources.map { source in
      (source: source, lines: Set((stretches[source.id] ?? []).flatMap(source.statements.numbers)).sorted())
    }
    let told = known.labels(of: work)
    let found = zip(work, told.labels).map { work, labels in
      (
        work.source.id,
        Dictionary(zip(work.lines, labels).compactMap { line, label in label.map { (line, $0) } }) { $1 }
      )
    }
    return (Dictionary(found) { first, _ in first }, told)
  }
}

extension IntentStatus {
  /// Whether nothing is left to be done.
  var isOver: Bool { self == .achieved || self == .dropped }
}
