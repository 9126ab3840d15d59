import PlanModel

/// Lays the blocks of a document out as text, and marks what is said in them: by its author and those who comment, or by
/// the speakers of a conversation where its paragraphs show some.
struct DocumentWriter {
  /// A block with the place of its words.
  private struct Placed {
    var block: DocumentBlock
    var range: Range<Int>
    var lines: [TextLine]
  }

  private var manuscript: Manuscript
  private var placed: [Placed] = []
  private let author: Voice
  /// Who speaks where a block does not say.
  private var voice: Voice

  static func manuscript(of document: DocumentText) throws(IntakeError) -> Manuscript {
    var writer = DocumentWriter(document)
    for block in document.blocks where !block.isBlank { try writer.place(block) }
    writer.mark()
    writer.manuscript.mergePeople()
    return writer.manuscript
  }

  private init(_ document: DocumentText) {
    author = Voice(name: document.author)
    voice = author
    manuscript = Manuscript(title: Title.shortened(document.title), received: document.received)
    manuscript.voices = [voice]
    manuscript.origin = document.origin
    if !document.author.isEmpty { manuscript.people = [Person(name: document.author)] }
  }

  private mutating func place(_ block: DocumentBlock) throws(IntakeError) {
    let start = manuscript.text.count
    manuscript.text += block.words
    let lines = try LineTable.lines(of: &manuscript.text, from: start, quoted: block.isMail)
    placed.append(Placed(block: block, range: start..<manuscript.text.count, lines: lines))
    manuscript.text += [ASCII.newline, ASCII.newline]
  }

  private mutating func mark() {
    let speech = speechPattern()
    var index = 0
    while index < placed.count {
      if let speech, placed[index].block.maySpeak {
        let end = placed[index...].firstIndex { !$0.block.maySpeak } ?? placed.count
        readSpeech(placed[index..<end], speech)
        index = end
      } else {
        add(placed[index])
        index += 1
      }
    }
  }

  // MARK: what is said by somebody

  private func speechPattern() -> SpeechPattern? {
    let lines = placed.filter(\.block.maySpeak).flatMap(\.lines)
    return SpeechPattern(SpeechLine.joined(lines, of: manuscript.text), of: manuscript.text)
  }

  private mutating func readSpeech(_ run: ArraySlice<Placed>, _ pattern: SpeechPattern) {
    if manuscript.voices.last != voice { manuscript.voices.append(voice) }
    let ends = Set(run.compactMap(\.lines.last?.range.upperBound))
    var lines: [TextLine] = []
    for line in SpeechLine.joined(run.flatMap(\.lines), of: manuscript.text) {
      lines.append(line)
      let end = line.range.upperBound
      if ends.contains(end) { lines.append(TextLine(range: end..<end, indent: 0, depth: 0)) }
    }
    ChatReader.read(lines, pattern: pattern, into: &manuscript, goesOn: true)
    voice = manuscript.voices.last ?? voice
  }

  // MARK: what the document says

  private mutating func add(_ placed: Placed) {
    // What frames the page is nobody's turn.
    let speaker = placed.block.voice ?? (placed.block.chatter == nil ? voice : author)
    if manuscript.voices.last != speaker { manuscript.voices.append(speaker) }
    if let name = placed.block.voice?.name, !name.isEmpty, manuscript.people.last?.name != name {
      manuscript.people.append(Person(name: name))
    }
    if placed.block.isMail { return ThreadReader.read(placed.lines, author: speaker, into: &manuscript) }
    let isProse = if case .prose = placed.block.form { true } else { false }
    let ranges = isProse ? Paragraphs(text: manuscript.text).ranges(of: placed.lines[...]) : [placed.range]
    for range in ranges {
      manuscript.passages.append(
        Passage(
          range: range, voice: manuscript.voices.count - 1, form: placed.block.form, chatter: placed.block.chatter))
    }
  }
}
