import PlanModel

/// A decoded original with what is said in it marked out: what every format is turned into before sentences are cut.
struct Manuscript {
  /// UTF-8, LF line ends; see `Original.decodedText`.
  var text: [UInt8] = []
  /// In the order of the text; they do not overlap.
  var passages: [Passage] = []
  var voices: [Voice] = []
  /// When words are said that stand within a turn, in the order of the text; else their voice's time holds.
  var times: [PassageTime] = []
  var title = ""
  var received: String?
  var people: [Person] = []
  var attachments: [Attachment] = []
  /// A chat or a table, whose first words tell less of it than the name of its file.
  var isNamedByFile = false
  /// Dates are left out that can be read in two ways.
  var hasUnclearDates = false
  /// What the material itself says of who is behind it, and where it can be found.
  var origin = Origin()

  /// Adds what another manuscript says; whoever it does not name is `author`.
  ///
  /// The title and date of a part are not those of the whole.
  mutating func append(_ other: Manuscript, author: Voice) {
    let (start, firstVoice) = (text.count, voices.count)
    text += other.text
    voices += other.voices.map { $0.name.isEmpty ? author : $0 }
    if other.voices.isEmpty { voices.append(author) }
    passages += other.passages.map { $0.moved(by: start, voices: firstVoice) }
    times += other.times.map { PassageTime(place: $0.place + start, time: $0.time) }
    people += other.people
    attachments += other.attachments
  }
}

/// A stretch of the text that one voice says, and that no sentence crosses: a paragraph, list item, cell or code block.
struct Passage {
  enum Form {
    /// Cut into sentences.
    case prose
    /// One statement as it stands.
    case whole
    /// One statement before anybody begins to speak: a subject.
    case title
  }

  var range: Range<Int>
  /// Which of the manuscript's voices speaks.
  var voice: Int
  var form = Form.prose
  var chatter: Chatter?
  /// Somebody else's words, given again by whoever answers them.
  var isQuoted = false
  /// Written by the team for itself.
  var isInternal = false

  /// The same passage of a text that has so many bytes and voices before it.
  func moved(by bytes: Int, voices: Int = 0) -> Passage {
    var moved = self
    moved.range = (range.lowerBound + bytes)..<(range.upperBound + bytes)
    moved.voice += voices
    return moved
  }
}

/// Somebody speaking, once: a new voice begins a new turn.
struct Voice: Hashable {
  var name = ""
  /// When it was said, as the source states it (ISO 8601), or empty.
  var time = ""
}

/// From `place` in the text to the end of its passage, words are said at `time`: the turn goes on.
struct PassageTime: Hashable {
  var place: Int
  var time: String
}
