import Drafting
import PlanFiles
package import PlanModel
import Verification

/// Whom a release is told to.
package struct ShippedOptions: Sendable {
  package var release = ReleaseOptions()
  /// Sources by their ids or beginnings of them; those are told of whether the release answers them or not.
  package var sources: [String] = []
  /// A person, address, segment or title, or part of one.
  package var customer: String?
  /// Who is replied to, by name or address or part of one; nil for whoever asks in the source.
  package var addressee: String?

  package init() {}
}

/// What a release answers of what was said.
package struct ShippedOutcome: Sendable {
  package var release: Release
  /// The customer that was asked for.
  package var customer: String?
  package var sources: [AnsweredSource]
  /// The intents that the release works on.
  package var intents: [ServedIntent]
  /// What the stories of the plan are called.
  package var titles: [ID<Story>: String]
  /// The first tag that has all that was done for a story, of stories that came before the release.
  package var since: [ID<Story>: String] = [:]
  /// What could not be read, and so is not told.
  package var unreadable: [Finding]

  /// The source that a reply is wanted for.
  package func source(_ id: ID<Source>) -> AnsweredSource? { sources.first { $0.source.id == id } }
}

/// Somebody's words, with what a release does about each.
package struct AnsweredSource: Sendable {
  package var source: Source
  package var statements: [AnsweredStatement]
  /// Whose words may be quoted back to them.
  package var requester: Requester
  /// How many statements nobody carries, beside those that ask for something.
  package var others: Int
  /// What people did until now, among the statements that are answered or partly answered.
  package var workarounds: [Int]

  package func count(_ answer: Answer) -> Int { statements.count { $0.answer == answer } }
}

/// How far an intent is.
package struct ServedIntent: Hashable, Sendable {
  package var id: ID<Intent>
  package var title: String
  /// Its stories that are in the release, and of these the ones that were shown to be as asked.
  package var released: [ID<Story>]
  package var shown: [ID<Story>]
  /// Its stories that came before the release.
  package var before: [ID<Story>] = []
  /// Its stories that are in no release yet.
  package var waiting: [ID<Story>]
}

extension Workspace {
  /// What a release answers, for those who asked.
  package func shipped(_ options: ShippedOptions) throws(Failure) -> ShippedOutcome {
    let release = try release(options.release)
    let snapshot = try plan().snapshot(withSources: false)
    let plan = snapshot.plan
    let arrivals = try arrivals(of: plan, before: release)
    let verdicts = ReleasedVerdicts(
      criteria: Dictionary(
        release.stories.map { ($0.story.id, Dictionary($0.report.criteria.map { ($0.id, $0.verdict) }) { $1 }) }
      ) { $1 },
      earlier: arrivals.shown, unjudged: arrivals.unjudged)
    let wanted = try options.sources.map { text throws(Failure) in try id(text, of: Source.self) }
    var outcome = ShippedOutcome(
      release: release, customer: options.customer, sources: [], intents: plan.intents(servedBy: release, verdicts),
      titles: Dictionary(plan.stories.map { ($0.id, $0.title) }) { first, _ in first }, unreadable: snapshot.unread)
    let teller = SourceTeller(
      answers: Answers(plan, verdicts), citing: plan.citingItems,
      colleagues: Set(plan.policy.roles.values.flatMap(\.self)))
    let asked = options.customer.map { $0.lowercased() }
    for id in try sourceIDs(wanted, cited: plan.sources(citedFor: release), everybody: asked != nil) {
      guard let source = try? source(id) else {
        outcome.unreadable += (try? unreadStatements(of: id)) ?? []
        continue
      }
      if let asked, !source.isOf(asked) { continue }
      // What came before is no news, but to who asks what became of their words.
      var told = teller.tell(source, withEarlier: asked != nil || !wanted.isEmpty)
      if let name = options.addressee { told.requester = try teller.person(called: name, in: source) }
      let isTouched = told.statements.contains { !$0.stories.isEmpty }
      if isTouched || asked != nil || !wanted.isEmpty { outcome.sources.append(told) }
    }
    outcome.since = try firstTags(
      of: Set(outcome.sources.flatMap(\.statements).flatMap(\.before)), arrivals, upTo: release.range.tip)
    return outcome
  }

  private func sourceIDs(
    _ wanted: [ID<Source>], cited: [ID<Source>], everybody: Bool
  ) throws(Failure) -> [ID<Source>] {
    if !wanted.isEmpty { return wanted }
    return everybody ? try ids(of: .source).compactMap { ID<Source>($0) }.sorted() : cited
  }
}

/// Tells what a release does about each statement of a source.
private struct SourceTeller {
  private let answers: Answers
  /// What cites each source: a plan has many items, and a source is cited by few.
  private let citing: [ID<Source>: [CitingItem]]
  private let colleagues: Set<String>

  init(answers: Answers, citing items: [CitingItem], colleagues: Set<String>) {
    self.answers = answers
    self.colleagues = colleagues
    citing = items.reduce(into: [:]) { citing, item in
      for source in Set(item.places.map(\.citation.source)) { citing[source, default: []].append(item) }
    }
  }

  func tell(_ source: Source, withEarlier: Bool) -> AnsweredSource {
    // What the team wrote for itself is nothing that somebody asked.
    let notes = source.internalNumbers
    let all = answers.statements(of: Ledger(of: [source], in: citing[source.id] ?? []).sources[0])
      .filter { !notes.contains($0.line) && (withEarlier || $0.answer != .earlier) }
    let labels = source.labels
    // What nobody carries is an open point only where somebody asks for something.
    let told = all.filter { $0.answer != .unplanned || labels[$0.line - 1].map(Self.asks.contains) == true }
    let workarounds = told.filter { !$0.stories.isEmpty && labels[$0.line - 1] == .workaround }.map(\.line)
    return AnsweredSource(
      source: source, statements: told,
      requester: RequesterFinder(source, colleagues: colleagues).requester, others: all.count - told.count,
      workarounds: workarounds)
  }

  /// The one who is to be replied to.
  func person(called name: String, in source: Source) throws(Failure) -> Requester {
    let found = source.isTableOfVoices ? [] : RequesterFinder(source, colleagues: colleagues).people(called: name)
    if found.count == 1 { return found[0] }
    let speakers = source.statements.speakers.filter { !$0.isEmpty }
    let known = source.isTableOfVoices || speakers.isEmpty ? "a source in which people have names" : ""
    let names = speakers.prefix(10).joined(separator: ", ") + (speakers.count > 10 ? ", …" : "")
    throw Failure(
      .invalidValue(
        field: "--to", value: name, expected: known.isEmpty ? "one who speaks in \(source.id): \(names)" : known))
  }

  private static let asks: Set<Label> = [.problem, .request, .question, .constraint]
}

extension Source {
  /// Whether it is a customer's: by a person, an address, a segment or the title.
  fileprivate func isOf(_ customer: String) -> Bool {
    let words = people.flatMap { [$0.name, $0.address ?? ""] } + segments + [title, id.description]
    return words.contains { $0.lowercased().contains(customer) }
  }
}

extension Plan {
  /// The sources that the stories of a release rest on, by themselves or by their epics and intents.
  fileprivate func sources(citedFor release: Release) -> [ID<Source>] {
    let stories = Set(release.stories.map(\.story.id))
    let own = self.stories.filter { stories.contains($0.id) }
    let ofEpic = intentsOfEpics
    let intents = Set(own.compactMap { $0.intent(ofEpic)?.any })
    let epics = Set(
      own.compactMap { $0.epic?.any } + self.epics.filter { !stories.isDisjoint(with: $0.stories) }.map(\.id.any))
    let items = Set(stories.map(\.any)).union(intents).union(epics)
    let places = citingItems.filter { items.contains($0.id) }.flatMap(\.places)
    return Set(places.map(\.citation.source)).sorted()
  }

  fileprivate func intents(servedBy release: Release, _ verdicts: ReleasedVerdicts) -> [ServedIntent] {
    let settled = Set(release.stories.filter { $0.report.verdict.isSettled }.map(\.story.id))
    let byIntent = storiesByIntent
    return intents.compactMap { intent in
      let stories = (byIntent[intent.id] ?? []).map(\.id)
      let released = stories.filter { verdicts.criteria[$0] != nil }
      guard !released.isEmpty else { return nil }
      return ServedIntent(
        id: intent.id, title: intent.title, released: released, shown: released.filter(settled.contains),
        before: stories.filter(verdicts.isBefore),
        waiting: stories.filter { verdicts.criteria[$0] == nil && !verdicts.isBefore($0) })
    }
  }
}
