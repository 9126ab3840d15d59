import PlanModel

/// A decoded original with what is said in it marked out: what every format is turned into before sentences are cut.
struct Manuscript {
  /// UTF-8, LF line ends; see `Original.decodedText`.
  var text: [UInt8] = []
  /// In the order of the text; they do not overlap.
  var passages: [Passage] = []
  var voices: [Voice] = []
  var title = ""
  var received: String?
  var people: [Person] = []
  var attachments: [Attachment] = []
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
}

/// Somebody speaking, once: a new voice begins a new turn.
struct Voice: Hashable {
  var name = ""
  /// When it was said, as the source states it (ISO 8601), or empty.
  var time = ""
}
