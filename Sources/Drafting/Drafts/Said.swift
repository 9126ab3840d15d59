package import PlanModel

/// A statement as drafting sees it.
package struct Said: Sendable {
  package var citation: Citation
  package var turn: Int
  package var speaker: String
  package var text: String
  package var classification: Classification
  /// Whether it is a heading; nil where only its looks could tell.
  package var isHeading: Bool?
  /// How deep a heading is, from 1; nil where its source does not say.
  package var level: Int?
  /// Whether it is code or what a program printed: evidence, but nobody's words.
  package var isCode = false
  /// Whether it answers a form's question for wishes: a few words say enough then.
  package var answersWish = false
  /// Whether it is said by one who answers there for the team.
  package var isAgents = false
  /// Whether the team wrote it for itself, so that no customer said or saw it.
  package private(set) var isInternal = false
  /// What the statement does that this one only seconds, as "same here" does.
  var seconds: Label?
  /// Whether a heading says what it does: it stands under Decisions, Action items or Open questions.
  var isUnderList = false

  package var label: Label? { classification.label }

  package init(
    citation: Citation, turn: Int, speaker: String, text: String, classification: Classification,
    isHeading: Bool? = nil
  ) {
    self.citation = citation
    self.turn = turn
    self.speaker = speaker
    self.text = text
    self.classification = classification
    self.isHeading = isHeading
  }

  /// Makes it a note of the team's own: what is wrong or wished for is told there by somebody who does not ask for it.
  package mutating func keepInternal() {
    isInternal = true
    if label == .problem || label == .request || label == .workaround { classification.settle(.context) }
  }
}

/// What is still to be carried of a source.
package struct DraftingSource: Sendable {
  /// How its statements belong together.
  package enum Shape: Sendable {
    /// People answer each other, or one writes.
    case talk
    /// A mail, a ticket or an issue: somebody wrote because of something, and named it.
    case ticket
    /// A table of voices that do not hear each other: reviews, survey answers.
    case table
  }

  package var title: String
  package var shape: Shape
  /// Whether the title is only how the talk begins, and nobody's name for it.
  package var isTitledByOpening = false
  /// Whether these are the minutes of a meeting: who was there, what was decided, who does what.
  var isMinutes = false
  /// In order; what is chatter, set aside or carried already is not among them.
  package var statements: [Said]

  package init(title: String, shape: Shape, statements: [Said]) {
    self.title = title
    self.shape = shape
    self.statements = statements
  }
}

/// An intent that there is already, with the words that say what it is about.
package struct KnownIntent: Sendable {
  package var id: ID<Intent>
  package var title: String
  package var words: String
  /// The statements that it and its stories cite, where they were read.
  package var carried = ""
  /// What each of its stories says.
  package var stories: [String]

  package init(id: ID<Intent>, title: String = "", words: String, stories: [String] = []) {
    self.id = id
    self.title = title
    self.words = words
    self.stories = stories
  }
}
