import XMLText

/// Reads the stories of a part: the body's one, or each note or comment (29500-1, 17.2 to 17.13).
///
/// Elements are told by their local names, which transitional and strict files share, and which stand for the same in
/// Word's, DrawingML's and Office Math's vocabulary: `p` is a paragraph, `t` is text. Insertions are read; deletions, what
/// was moved away, the codes of fields and second versions for older programs are not.
struct WordStoryReader {
  /// What an open element means for what is in it.
  private enum Open {
    case other, paragraph, properties, text, cell, row, box, story
    case alternatives(isChosen: Bool)
  }

  private var open: [Open] = []
  /// How many elements are open within one that is passed over, itself included.
  private var skipped = 0
  /// The paragraphs that are open: one, unless a text box is anchored in it.
  private var paragraphs: [WordParagraph] = []
  /// What text boxes hold, until the paragraph that they are anchored in is closed.
  private var boxes: [[WordParagraph]] = []
  private var rows: [WordRow] = []
  /// Where closed paragraphs go: the story, a cell or a text box, innermost last.
  private var sinks: [[WordParagraph]] = [[]]
  private var stories: [WordStory] = []
  private var story = WordStory()

  /// All notes or comments of a part; of any other part one story.
  static func stories(of part: [UInt8]) throws(IntakeError) -> [WordStory] {
    var reader = WordStoryReader()
    var xml = try WordXML(part)
    while let event = try xml.next() {
      switch event {
      case .start(let element): reader.start(element)
      case .text(let text): reader.add(text)
      case .end: reader.end()
      }
    }
    let rest = reader.sinks[0]
    return rest.isEmpty ? reader.stories : reader.stories + [WordStory(paragraphs: rest)]
  }

  private mutating func start(_ element: XMLElement) {
    if skipped > 0 || isPassedOver(element.name) {
      skipped += 1
      return
    }
    if case .properties? = open.last {
      readProperty(element)
      open.append(.properties)
      return
    }
    open.append(opening(element))
    switch element.name {
    case "tab", "ptab": write([ASCII.tab])
    case "br", "cr": write([ASCII.newline])
    case "noBreakHyphen": write([ASCII.hyphen])
    case "sym": write(WordSymbol.utf8(font: element["font"], character: element["char"]))
    case "commentReference": if let id = element["id"] { change { $0.comments.append(id) } }
    default: break
    }
  }

  private mutating func opening(_ element: XMLElement) -> Open {
    switch element.name {
    case "p":
      paragraphs.append(WordParagraph())
      boxes.append([])
      return .paragraph
    case "pPr": return .properties
    case "t": return .text
    case "tr":
      rows.append(WordRow())
      return .row
    case "tc", "txbxContent", "footnote", "endnote", "comment":
      sinks.append([])
      if element.name == "tc" { return .cell }
      if element.name == "txbxContent" { return .box }
      story = WordStory(
        id: element["id"] ?? "", author: element["author"] ?? element["initials"] ?? "", date: element["date"] ?? "",
        type: element["type"])
      return .story
    case "AlternateContent": return .alternatives(isChosen: false)
    case "Choice":
      if case .alternatives? = open.last { open[open.count - 1] = .alternatives(isChosen: true) }
      return .other
    default: return .other
    }
  }

  private func isPassedOver(_ name: String) -> Bool {
    switch name {
    case "Fallback":
      if case .alternatives(isChosen: true)? = open.last { return true }
      return false
    case "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "del", "moveFrom",
      "delText", "instrText", "delInstrText", "fldData", "rt", "pPrChange", "annotationRef", "footnoteRef",
      "endnoteRef":
      return true
    default: return false
    }
  }

  private mutating func readProperty(_ element: XMLElement) {
    switch element.name {
    case "pStyle": change { $0.style = element["val"] ?? "" }
    case "outlineLvl": change { $0.isHeading = WordStyles.isHeading(level: element["val"]) }
    case "numId": change { $0.isItem = element["val"] != "0" }
    default: break
    }
  }

  // MARK: words

  private mutating func add(_ text: String) {
    guard skipped == 0, case .text? = open.last else { return }
    // Line ends in the markup are spaces on the page.
    write(text.utf8.map { $0.isWhite && $0 != ASCII.tab ? ASCII.space : $0 })
  }

  private mutating func write(_ words: [UInt8]) {
    change { $0.words += words }
  }

  private mutating func change(_ body: (inout WordParagraph) -> Void) {
    if !paragraphs.isEmpty { body(&paragraphs[paragraphs.count - 1]) }
  }

  // MARK: ends

  private mutating func end() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch open.popLast() {
    case .paragraph: endParagraph()
    case .cell:
      let cell = sinks.popLast() ?? []
      if !rows.isEmpty { rows[rows.count - 1].add(cell: cell) } else { close(cell) }
    case .row: close(rows.popLast()?.paragraphs() ?? [])
    case .box:
      let content = sinks.popLast() ?? []
      if boxes.isEmpty { close(content) } else { boxes[boxes.count - 1] += content }
    case .story:
      story.paragraphs = sinks.popLast() ?? []
      stories.append(story)
    default: break
    }
  }

  private mutating func endParagraph() {
    guard var paragraph = paragraphs.popLast() else { return }
    paragraph.words = TextDecoder.normalised(paragraph.words[...])
    close([paragraph] + (boxes.popLast() ?? []))
  }

  private mutating func close(_ paragraphs: [WordParagraph]) {
    sinks[sinks.count - 1] += paragraphs.filter { !$0.isBlank || !$0.comments.isEmpty }
  }
}
