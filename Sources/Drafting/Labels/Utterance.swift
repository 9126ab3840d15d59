/// Something said, as the classifier hears it.
package struct Utterance: Sendable {
  /// The words, in UTF-8.
  package var text: [UInt8]
  package var speaker: String
  /// The conversation it belongs to; utterances beside each other with the same one are neighbours. Nil stands alone.
  package var thread: String?

  package init(_ text: String, speaker: String = "", thread: String? = nil) {
    self.text = Array(text.utf8)
    self.speaker = speaker
    self.thread = thread
  }
}
