import PlanModel

/// A recorded call as a product writes it down.
struct Call {
  /// Words that one speaker says at one time: a sentence, a stretch between two pauses, a word.
  struct Speech {
    /// The name or the label that the product gives, or empty.
    var speaker = ""
    /// In seconds from the beginning of the recording.
    var start: Double?
    /// ISO 8601, where the product tells the time of day.
    var time = ""
    var words: String
    /// No space before it: a mark behind a word.
    var isGlued = false
  }

  /// What a speech is as the product cuts it.
  enum Unit {
    /// A sentence, or all that is said until somebody else speaks.
    case sentence
    /// As much as a screen holds, or was heard between two pauses.
    case window
    case word
  }

  var title = ""
  /// ISO 8601.
  var received: String?
  var people: [Person] = []
  var identity: String?
  var url: String?
  var unit = Unit.sentence
  var speeches: [Speech] = []

  var conversation: Conversation {
    var conversation = Conversation(title: title, received: received, people: people)
    conversation.origin.identity = identity
    conversation.origin.url = url
    conversation.turns = turns
    return conversation
  }

  // MARK: turns

  /// All that one speaker says until another one does is a turn.
  private var turns: [Turn] {
    let separator = unit == .word || unit == .window && isPunctuated ? " " : "\n\n"
    let addresses = Dictionary(people.map { ($0.name, $0.address) }) { first, _ in first }
    var turns: [Turn] = []
    for speech in speeches where speech.words.utf8.contains(where: { !$0.isWhite }) {
      let words = Array(speech.words.utf8).trimmed.string
      let last = turns.count - 1
      if last >= 0, turns[last].speaker == speech.speaker {
        let space = Self.isBroken(turns[last].words, before: words) ? " " : separator
        turns[last].words += speech.isGlued ? words : space + words
      } else {
        var turn = Turn(speaker: speech.speaker, time: Self.time(of: speech), words: words, form: .talk)
        turn.address = addresses[speech.speaker] ?? nil
        turn.startsAnew = true
        turns.append(turn)
      }
    }
    return turns
  }

  private static func time(of speech: Speech) -> String {
    speech.time.isEmpty ? speech.start.map(CallTime.iso) ?? "" : speech.time
  }

  /// Recognisers that set no stops tell the sentences by the pauses alone.
  private var isPunctuated: Bool {
    let stops: [UInt8] = [ASCII.dot, ASCII.question, ASCII.exclamation]
    let stopped = speeches.count { $0.words.utf8.last { !$0.isWhite }.map { stops.contains($0) } ?? false }
    return stopped * 10 >= speeches.count
  }

  /// Whether a sentence goes on behind `words`, although it was cut there.
  private static func isBroken(_ words: String, before next: String) -> Bool {
    guard let last = words.utf8.last, last.isLetter || last == ASCII.comma else { return false }
    return next.utf8.first?.isLower ?? false
  }
}
