import PlanFiles
package import PlanModel

/// What `list` shows of an item.
package struct ItemSummary: Hashable, Sendable {
  package var id: ItemID
  package var title: String
  package var file: String
  /// Where it stands, in its kind's own words; nil for a kind that has no states.
  package var status: String?
  /// Whom it belongs to, for a story.
  package var owner: String?
  package var intent: ID<Intent>?

  package init(
    id: ItemID, title: String, file: String, status: String? = nil, owner: String? = nil, intent: ID<Intent>? = nil
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.status = status
    self.owner = owner
    self.intent = intent
  }
}

/// Which items are asked for.
package struct ListOptions: Sendable {
  /// Empty for stories.
  package var kinds: Set<ItemKind> = []
  package var statuses: Set<String> = []
  package var intent: String?
  package var owner: String?

  package init() {}
}

package struct ListOutcome: Sendable {
  package var items: [ItemSummary]
  /// Files that could not be read, so that nothing is missing unseen.
  package var unreadable: [Finding]

  /// There are items of the kinds that were asked for, and all of them are otherwise.
  package var isFiltered: Bool

  package init(items: [ItemSummary], unreadable: [Finding], isFiltered: Bool = false) {
    self.items = items
    self.unreadable = unreadable
    self.isFiltered = isFiltered
  }
}

extension Workspace {
  /// The items of the plan that the options ask for, by kind and title.
  package func list(_ options: ListOptions) throws(Failure) -> ListOutcome {
    try checkStatuses(options.statuses)
    let snapshot = try snapshot()
    let kinds = options.kinds.isEmpty ? [.story] : options.kinds
    let intent: ID<Intent>? = if let text = options.intent { try id(text, of: Intent.self) } else { nil }
    let items = snapshot.plan.summaries.filter { item in
      kinds.contains(item.id.kind)
        && (options.statuses.isEmpty || item.status.map(options.statuses.contains) ?? false)
        && (intent == nil || item.intent == intent)
        && (options.owner == nil || item.owner == options.owner)
    }
    let isFiltered = items.isEmpty && snapshot.plan.summaries.contains { kinds.contains($0.id.kind) }
    return ListOutcome(
      items: items, unreadable: snapshot.findings.filter(\.keepsFromReading), isFiltered: isFiltered)
  }
}

extension Workspace {
  private func checkStatuses(_ statuses: Set<String>) throws(Failure) {
    let known =
      StoryStatus.allCases.map(\.rawValue) + IntentStatus.allCases.map(\.rawValue)
      + DecisionStatus.allCases.map(\.rawValue)
    for status in statuses.sorted() where !known.contains(status) {
      let hint = nearest(to: status, among: known).map { Failure.Hint.didYouMean($0) }
      let expected = "one of \(StoryStatus.allCases.map(\.rawValue).joined(separator: ", "))"
      throw Failure(
        .invalidValue(field: "status", value: status, expected: expected), hints: [hint].compactMap(\.self))
    }
  }
}

extension Plan {
  /// Every item, by kind, and within it by state and title.
  fileprivate var summaries: [ItemSummary] {
    let sources = sources.map { ItemSummary(id: $0.id.any, title: $0.title, file: $0.file) }
    let intents = intents.map {
      ItemSummary(id: $0.id.any, title: $0.title, file: $0.file, status: $0.status.rawValue, intent: $0.id)
    }
    let epics = epics.map { ItemSummary(id: $0.id.any, title: $0.title, file: $0.file, intent: $0.intent) }
    let stories = StoryStatus.listOrder.flatMap { status in
      self.stories.filter { $0.status == status }.sorted { $0.title < $1.title }.map(ItemSummary.init)
    }
    let decisions = decisions.map {
      ItemSummary(id: $0.id.any, title: $0.title, file: $0.file, status: $0.status.rawValue)
    }
    return sources + intents + epics + stories + decisions
  }
}

extension StoryStatus {
  /// What is worked on comes first, what is over last.
  static let listOrder: [StoryStatus] = [.active, .ready, .draft, .shipped, .dropped]
}
