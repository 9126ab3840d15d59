/// What kind of thing a feature tells; a report can leave each out to see what it is worth.
package enum FeatureGroup: UInt64, CaseIterable, Sendable {
  case words = 1
  /// Two words beside each other, or with one between.
  case pairs
  /// How an utterance begins and ends.
  case ends
  /// Three to five letters of a word.
  case letters
  /// Length, marks, numbers, code.
  case shape
  /// Where in the conversation it stands.
  case place
  /// What is said before and after, and by whom.
  case neighbours
}
