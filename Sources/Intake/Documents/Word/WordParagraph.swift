/// A paragraph or a table's row of a Word file.
struct WordParagraph {
  var words: [UInt8] = []
  var style = ""
  /// It has an outline level of its own.
  var isHeading = false
  /// It is numbered or has a bullet.
  var isItem = false
  /// It is a row, or stands in a cell.
  var isCell = false
  /// It is a whole row of short cells.
  var isRow = false
  /// The ids of the comments whose mark it holds.
  var comments: [String] = []

  var isBlank: Bool { words.allSatisfy(\.isWhite) }
}

/// What stands by itself in a part: the body, a note, a comment.
struct WordStory {
  var id = ""
  var author = ""
  /// ISO 8601, as the file has it.
  var date = ""
  /// Notes that only draw a line have one.
  var type: String?
  var paragraphs: [WordParagraph] = []
}

/// A row of a table, as its cells are closed one by one.
struct WordRow {
  private var cells: [[WordParagraph]] = []

  mutating func add(cell paragraphs: [WordParagraph]) {
    cells.append(paragraphs)
  }

  /// One line of short cells, else what the cells hold.
  func paragraphs() -> [WordParagraph] {
    let whole = cells.flatMap(\.self)
    if let words = TableRow.words(of: cells.map { $0.filter { !$0.isBlank }.map(\.words) }) {
      return [WordParagraph(words: words, isCell: true, isRow: true, comments: whole.flatMap(\.comments))]
    }
    return whole.map { paragraph in
      var paragraph = paragraph
      // A table of one cell is a frame around a text.
      paragraph.isCell = paragraph.isCell || cells.count > 1
      return paragraph
    }
  }
}
