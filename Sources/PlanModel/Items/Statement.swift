/// One addressable thing said in a source: a sentence or list item, with its speaker and time.
///
/// Line N of `statements.tsv` is the statement that `#LN` cites; the number is the position, so it is not stored.
package struct Statement: Hashable, Sendable {
  /// Which turn of the conversation it belongs to, from 1.
  package var turn: Int
  /// When it was said, as the source states it (ISO 8601), or empty.
  package var time: String
  /// Who said it, or empty.
  package var speaker: String
  /// The words, verbatim but for white space, which is folded to single spaces.
  package var text: String

  package init(turn: Int, time: String = "", speaker: String = "", text: String) {
    self.turn = turn
    self.time = time
    self.speaker = speaker
    self.text = text
  }
}
