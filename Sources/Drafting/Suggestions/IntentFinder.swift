package import PlanModel

/// An intent that statements look like.
package struct IntentLikeness: Hashable, Sendable {
  package var intent: ID<Intent>
  package var title: String
  /// How near the nearest of the statements is: 0 for nothing in common, 1 for the same words.
  package var score: Float
  package var statements: [Citation]

  package init(intent: ID<Intent>, title: String, score: Float, statements: [Citation]) {
    self.intent = intent
    self.title = title
    self.score = score
    self.statements = statements
  }
}

/// Finds the intents that say what statements say.
package struct IntentFinder: Sendable {
  /// From here on a statement is worth a line that nobody asked for: on requests of two sets, half of whose intents are
  /// not in the plan, seven in ten such lines name the right intent (Benchmarks/like).
  package static let nearness: Float = 0.42

  private let intents: [(id: ID<Intent>, title: String)]
  private let index: SimilarityIndex
  /// The intent that each text of the index belongs to.
  private let owners: [Int]

  package init(_ known: [KnownIntent]) {
    intents = known.map { ($0.id, $0.title) }
    var texts: [[UInt8]] = []
    var owners: [Int] = []
    for (number, intent) in known.enumerated() {
      for text in ([intent.words, intent.carried] + intent.stories) where !text.isEmpty {
        texts.append(Array(text.utf8))
        owners.append(number)
      }
    }
    index = SimilarityIndex(texts)
    self.owners = owners
  }

  /// The intents that some of the statements look like, those of most statements first. A statement looks like the nearest
  /// only.
  package func likenesses(of statements: [(citation: Citation, text: [UInt8])]) -> [IntentLikeness] {
    var found: [Int: IntentLikeness] = [:]
    for (citation, text) in statements where StoryWords.areEnough(in: text) {
      guard let near = index.nearest(to: text), near.similarity >= Self.nearness else { continue }
      let owner = owners[near.text]
      var likeness =
        found[owner]
        ?? IntentLikeness(intent: intents[owner].id, title: intents[owner].title, score: 0, statements: [])
      likeness.score = min(1, max(likeness.score, near.similarity))
      likeness.statements.append(citation)
      found[owner] = likeness
    }
    return found.values.sorted { left, right in
      if left.statements.count != right.statements.count { return left.statements.count > right.statements.count }
      return left.score == right.score ? left.intent < right.intent : left.score > right.score
    }
  }
}
