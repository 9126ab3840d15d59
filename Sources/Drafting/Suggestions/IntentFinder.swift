import Concurrency
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
  ///
  /// - Parameter wanted: the intents that are asked about; nil for all.
  package func likenesses(
    of statements: [(citation: Citation, text: [UInt8])], to wanted: Set<ID<Intent>>? = nil
  ) -> [IntentLikeness] {
    var own: [Int]?
    if let wanted, wanted.count < intents.count {
      own = owners.indices.filter { wanted.contains(intents[owners[$0]].id) }
    }
    let nearest = concurrently(statements, chunk: 64) { [own] statement in
      StoryWords.areEnough(in: statement.text)
        ? index.nearest(to: statement.text, atLeast: Self.nearness, among: own) : nil
    }
    var found: [Int: IntentLikeness] = [:]
    for (citation, near) in zip(statements.map(\.citation), nearest) {
      guard let near else { continue }
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
