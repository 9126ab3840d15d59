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

  /// The intent that a text looks like: the nearest only, and none that is not near enough.
  package func nearest(to text: [UInt8]) -> NearIntent? {
    guard StoryWords.areEnough(in: text), let near = index.nearest(to: text, atLeast: Self.nearness) else { return nil }
    return NearIntent(place: owners[near.text], score: min(1, near.similarity))
  }

  package func nearest(toEach texts: [[UInt8]]) -> [NearIntent?] {
    concurrently(texts, chunk: 64) { nearest(to: $0) }
  }

  /// The intents that some of the statements look like, those of most statements first.
  package func likenesses(of statements: [(citation: Citation, text: [UInt8])]) -> [IntentLikeness] {
    IntentLikeness.all(zip(statements.map(\.citation), nearest(toEach: statements.map(\.text))), among: intents)
  }
}

/// The intent that a text looks like.
package struct NearIntent: Hashable, Sendable {
  /// Its place among those that are known.
  package var place: Int
  /// 0 for nothing in common, 1 for the same words.
  package var score: Float

  package init(place: Int, score: Float) {
    self.place = place
    self.score = score
  }
}

extension IntentLikeness {
  /// The intents that statements look like, those of most statements first.
  ///
  /// - Parameters:
  ///   - found: each statement with the nearest intent, if one is near.
  ///   - intents: those that are known.
  package static func all(
    _ found: some Sequence<(Citation, NearIntent?)>, among intents: [(id: ID<Intent>, title: String)]
  ) -> [IntentLikeness] {
    var likenesses: [Int: IntentLikeness] = [:]
    for (citation, near) in found {
      guard let near else { continue }
      let intent = intents[near.place]
      var likeness =
        likenesses[near.place] ?? IntentLikeness(intent: intent.id, title: intent.title, score: 0, statements: [])
      likeness.score = max(likeness.score, near.score)
      likeness.statements.append(citation)
      likenesses[near.place] = likeness
    }
    return likenesses.values.sorted { left, right in
      if left.statements.count != right.statements.count { return left.statements.count > right.statements.count }
      return left.score == right.score ? left.intent < right.intent : left.score > right.score
    }
  }
}
