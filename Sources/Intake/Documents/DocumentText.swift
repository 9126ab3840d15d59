/// A document as the blocks that a person sees: what HTML, Word files and PDF are turned into before their words are read.
struct DocumentText {
  var title = ""
  var author = ""
  /// ISO 8601.
  var received: String?
  var origin = Origin()
  /// In the order in which they are read.
  var blocks: [DocumentBlock] = []
}

/// A paragraph, heading, item, row, note or block of code.
struct DocumentBlock {
  /// UTF-8 with LF where a line break was asked for, and plain spaces.
  var words: [UInt8]
  var form = Passage.Form.prose
  var chatter: Chatter?
  /// Who says it, where that is not the document's author: somebody who comments.
  var voice: Voice?
  /// A whole mail, with what it quotes and how it ends.
  var isMail = false
  /// Stands in a list or a table, where nobody begins to speak.
  var isNested = false

  /// Whether a turn may begin on one of its lines.
  var maySpeak: Bool {
    if case .prose = form { return chatter == nil && voice == nil && !isNested && !isMail }
    return false
  }

  var isBlank: Bool { words.allSatisfy(\.isWhite) }
}
