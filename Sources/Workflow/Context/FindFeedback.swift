import Drafting
import PlanFiles
package import PlanModel

/// What people said that nobody carries, and that looks like an intent which is being worked on.
package struct Feedback: Hashable, Sendable {
  package var intent: ID<Intent>
  package var title: String
  /// The stories of it that were asked about.
  package var stories: [ID<Story>]
  package var statements: [Citation]
  /// How near the nearest of them is, from 0 to 1.
  package var score: Float
}

extension Workspace {
  /// Words that came in for the intents of some stories, and that no item carries and nobody set aside.
  ///
  /// The plan was made without them; whoever works by it should have read them.
  func feedback(for stories: [Story], in plan: Plan) throws(Failure) -> [Feedback] {
    let ofEpic = plan.intentsOfEpics
    var wanted: [ID<Intent>: [ID<Story>]] = [:]
    for story in stories {
      if let intent = story.intent(ofEpic) { wanted[intent, default: []].append(story.id) }
    }
    guard !wanted.isEmpty else { return [] }
    let ledger = Ledger(of: plan.sources, in: plan.citingItems)
    let open = ledger.sources.flatMap { account in
      account.stretches.filter { $0.fate == .lost }.flatMap(\.lines).map { (source: account.source, line: $0) }
    }
    guard !open.isEmpty else { return [] }
    let cited = Set(plan.citedByIntent.values.flatMap { $0.sources.map(\.source) })
    let intents = plan.knownIntents(carrying: CarriedWords(try self.plan(), cited: cited))
    let most = min(open.count, Self.mostCompared)
    // Of very many, some from everywhere.
    let compared = (0..<most).map { open[$0 * open.count / most] }
    let near = KnownLikenesses(intents, cache).nearest(
      to: compared.map { Array($0.source.statements.text(at: $0.line - 1)) })
    let citations = compared.map { Citation(source: $0.source.id, lines: $0.line...$0.line) }
    let likenesses = IntentLikeness.all(zip(citations, near), among: intents.map { ($0.id, $0.title) })
    return likenesses.compactMap { one in
      wanted[one.intent].map {
        Feedback(intent: one.intent, title: one.title, stories: $0, statements: one.statements, score: one.score)
      }
    }
  }
}
