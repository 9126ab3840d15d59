/// What a release answers of what was said.
package struct Answers: Sendable {
  private let verdicts: ReleasedVerdicts
  private let ofIntent: [ID<Intent>: [ID<Story>]]
  private let ofEpic: [ID<Epic>: [ID<Story>]]

  package init(_ plan: Plan, _ verdicts: ReleasedVerdicts) {
    self.verdicts = verdicts
    ofIntent = plan.storiesByIntent.mapValues { $0.map(\.id) }
    let open = Set(plan.stories.filter { $0.status != .dropped }.map(\.id))
    ofEpic = Dictionary(
      plan.epics.map { epic in
        (epic.id, (epic.stories + plan.stories.filter { $0.epic == epic.id }.map(\.id)).filter(open.contains))
      }
    ) { first, _ in first }
  }

  /// The statements of a source that need an answer: all but those that were set aside, and chatter.
  package func statements(of account: SourceLedger) -> [AnsweredStatement] {
    // What a person has set aside is told to nobody, also where the plan still carries it.
    let source = account.source
    let aside = Set(source.setAside.flatMap { source.statements.numbers(in: $0.lines.bounds) })
    return account.stretches.flatMap { stretch -> [AnsweredStatement] in
      guard let answer = answer(to: stretch) else { return [] }
      return stretch.lines.filter { !aside.contains($0) }.map { line in
        AnsweredStatement(
          line: line, statement: account.source.statements[line - 1], answer: answer.answer, stories: answer.stories,
          before: answer.before, waiting: answer.waiting)
      }
    }
  }

  private typealias Told = (answer: Answer, stories: [ID<Story>], before: [ID<Story>], waiting: [ID<Story>])

  private func answer(to stretch: Stretch) -> Told? {
    switch stretch.fate {
    case .setAside, .chatter: return nil
    case .lost: return (.unplanned, [], [], [])
    case .carried: break
    }
    let (parts, isOfIntent) = parts(of: stretch.carriers.filter { !$0.isDropped })
    let deliveries = parts.map { (story: $0.key, delivery: verdicts.delivery(of: $0.key, $0.value)) }
      .sorted { $0.story < $1.story }
    func stories(_ wanted: Delivery...) -> [ID<Story>] {
      deliveries.filter { wanted.contains($0.delivery) }.map(\.story)
    }
    var answer = Self.answer(by: Set(deliveries.map(\.delivery)))
    // No criterion is about what the intent alone cites, so that nobody can say that this very thing is done.
    if isOfIntent, answer == .answered { answer = .partly }
    return (
      answer, stories(.shown, .unshown, .unmet), stories(.earlier, .unjudged),
      stories(.open)
    )
  }

  private static func answer(by all: Set<Delivery>) -> Answer {
    if all.isDisjoint(with: [.shown, .unshown, .unmet]) {
      if all.isDisjoint(with: [.earlier, .unjudged]) { return .planned }
      return all.contains(.open) ? .partly : .earlier
    }
    if !all.contains(.shown) { return all.contains(.unmet) ? .unmet : .unproven }
    return all.isSubset(of: [.shown, .earlier]) ? .answered : .partly
  }

  /// The stories that carry something, with the criteria that cite it. What a story cites itself is not told by its intent
  /// as well: the intent's other stories are about its other words.
  private func parts(of carriers: [Carrier]) -> (stories: [ID<Story>: Set<CriterionID>], isOfIntent: Bool) {
    var parts: [ID<Story>: Set<CriterionID>] = [:]
    for carrier in carriers {
      guard let story = ID<Story>(carrier.item) else { continue }
      if case .criterion(let id) = carrier.part {
        parts[story, default: []].insert(id)
      } else {
        parts[story, default: []].formUnion([])
      }
    }
    guard parts.isEmpty else { return (parts, false) }
    let ofEpics = carriers.compactMap { ID<Epic>($0.item) }.flatMap { ofEpic[$0] ?? [] }
    let others = ofEpics.isEmpty ? carriers.compactMap { ID<Intent>($0.item) }.flatMap { ofIntent[$0] ?? [] } : ofEpics
    return (Dictionary(others.map { ($0, []) }) { first, _ in first }, true)
  }
}

extension Plan {
  /// The stories of each intent that were not dropped, by way of their epics too.
  package var storiesByIntent: [ID<Intent>: [Story]] {
    let ofEpic = intentsOfEpics
    var stories: [ID<Intent>: [Story]] = [:]
    for story in self.stories where story.status != .dropped {
      if let intent = story.intent(ofEpic) { stories[intent, default: []].append(story) }
    }
    return stories
  }
}
