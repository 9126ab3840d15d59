/// How much an intent takes, and how that is known.
package struct Effort: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// Somebody wrote `effort` into the intent.
    case intent
    /// Somebody wrote `effort` into every open story.
    case stories
    /// Counted from open stories and their criteria; in those of `written` somebody wrote it.
    case estimate(written: Int)
  }

  package var value: Double
  package var origin: Origin
  /// The stories that are still to be done.
  package var openStories: Int
  /// The criteria of the open stories.
  package var criteria: Int
  /// Those that are shipped.
  package var shipped: Int

  /// What a story without criteria is taken to have: it will get some.
  package static let usualCriteria = 3

  /// What a person wrote comes first. Else a story counts one and one for each of its criteria, and an intent without
  /// stories is taken for one usual story. What grounding learns of the code would come between the two.
  package init(of intent: Intent, stories: [Story]) {
    let open = stories.filter(\.isOpen)
    openStories = open.count
    criteria = open.map(\.criteria.count).reduce(0, +)
    shipped = stories.count { $0.status == .shipped }
    if let written = intent.effort {
      (value, origin) = (written, .intent)
      return
    }
    let written = open.compactMap(\.effort)
    let usual = Double(1 + Self.usualCriteria)
    let sum = open.reduce(0) { sum, story in
      let counted = story.criteria.isEmpty ? usual : Double(1 + story.criteria.count)
      return sum + (story.effort ?? counted)
    }
    value = open.isEmpty ? (shipped == 0 ? usual : 1) : sum
    origin = !open.isEmpty && written.count == open.count ? .stories : .estimate(written: written.count)
  }
}

extension Story {
  /// Whether it is still to be done.
  package var isOpen: Bool { status != .shipped && status != .dropped }
}
