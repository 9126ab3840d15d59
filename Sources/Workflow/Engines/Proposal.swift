/// A plan that somebody else drafted: an engine, or an agent. Nothing of it is believed before it was checked.
///
/// Free words are only its titles, narratives and questions; all else points at statements, whose words are ours to write.
package struct Proposal: Hashable, Sendable {
  /// Words of a source, and where they are said to stand.
  package struct Quote: Hashable, Sendable {
    package var citation: String
    package var text: String
    package var path: String
  }

  package struct Criterion: Hashable, Sendable {
    package var title: ReplyWords
    package var quotes: [Quote]
  }

  package struct Code: Hashable, Sendable {
    package var file: String
    package var symbol: String?
    package var path: String
  }

  package struct Story: Hashable, Sendable {
    package var title: ReplyWords
    package var narrative: ReplyWords?
    package var quotes: [Quote] = []
    package var criteria: [Criterion] = []
    package var constraints: [Quote] = []
    package var questions: [ReplyWords] = []
    package var code: [Code] = []
  }

  package struct Intent: Hashable, Sendable {
    /// The id of an intent that there is; its stories are added to it.
    package var known: ReplyWords?
    package var title: ReplyWords?
    package var problem: [Quote] = []
    package var outcome: [Quote] = []
    package var goals: [Quote] = []
    package var constraints: [Quote] = []
    package var outOfScope: [Quote] = []
    package var rationale: [Quote] = []
    package var questions: [ReplyWords] = []
    package var stories: [Story] = []
    package var path: String

    /// Every quote of its own, stories not included.
    var quotes: [Quote] { problem + outcome + goals + constraints + outOfScope + rationale }
  }

  package var intents: [Intent] = []

  package static let schema = "handoff-engine/1"
}
