package import PlanModel

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

  /// Free words, with their place in the reply.
  package struct Words: Hashable, Sendable {
    package var text: String
    package var path: String
  }

  package struct Criterion: Hashable, Sendable {
    package var title: Words
    package var quotes: [Quote]
  }

  package struct Code: Hashable, Sendable {
    package var file: String
    package var symbol: String?
    package var path: String
  }

  package struct Story: Hashable, Sendable {
    package var title: Words
    package var narrative: Words?
    package var quotes: [Quote] = []
    package var criteria: [Criterion] = []
    package var constraints: [Quote] = []
    package var questions: [Words] = []
    package var code: [Code] = []
  }

  package struct Intent: Hashable, Sendable {
    /// The id of an intent that there is; its stories are added to it.
    package var known: Words?
    package var title: Words?
    package var problem: [Quote] = []
    package var outcome: [Quote] = []
    package var goals: [Quote] = []
    package var constraints: [Quote] = []
    package var outOfScope: [Quote] = []
    package var rationale: [Quote] = []
    package var questions: [Words] = []
    package var stories: [Story] = []
    package var path: String

    /// Every quote of its own, stories not included.
    var quotes: [Quote] { problem + outcome + goals + constraints + outOfScope + rationale }
  }

  package var intents: [Intent] = []

  package static let schema = "handoff-engine/1"
}

/// What keeps a proposal from being taken, and where.
package struct ProposalProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case noJSON(line: Int, column: Int)
    case wrongType(expected: String)
    case unknownMember(known: [String])
    case missing
    case tooLong(limit: Int)
    case tooMany(limit: Int)
    case badCitation
    /// The source was not asked about.
    case otherSource(ID<Source>)
    case noStatement(Citation, count: Int)
    case tooWide(limit: Int)
    case notVerbatim(Citation)
    case tooShort
    case noQuote
    /// Free words that put words into somebody's mouth.
    case inventedWords(String)
    /// Free words that name an item.
    case namesItem(String)
    /// Free words that are more than words on a line.
    case markup
    case noFile(String)
    case noSymbol(String, file: String)
    case noIntent(String)
    case duplicate(of: String)
    case nothing
  }

  /// Where in the reply: `/intents/0/stories/1/title`.
  package var path: String
  package var kind: Kind

  package init(_ kind: Kind, at path: String) {
    self.kind = kind
    self.path = path
  }
}
