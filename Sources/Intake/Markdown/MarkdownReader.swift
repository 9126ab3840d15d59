import PlanModel

/// CommonMark, with tables and task lists.
///
/// Statements are slices of the source: emphasis, links and code stay as they are written. A heading, a table row and a
/// code block are one statement each; paragraphs and items are cut into sentences. What holds no letter or digit
/// (bullets, `#`, fences, rulers, the lines of a table) is layout, and so is the language behind a fence. Front matter
/// and comments are statements that need no carrying.
struct MarkdownReader: FileReader {
  static let format = SourceFormat.markdown

  private var manuscript: Manuscript
  /// Where each line begins, and one place behind the last.
  private let starts: [Int]
  /// How far the text has been turned into passages.
  private var done = 0
  private var speech: SpeechPattern?
  /// As many passages from the top may say when it was.
  private static let headPassages = 6
  /// Whether the items of lists are what people say: minutes with a bullet for each.
  private var itemsSpeak = false
  /// Block quotes are somebody else's words, as in comments; in a document they are part of it.
  private var marksQuotes = false
  private var isInQuote = false

  /// The words of a comment, in which people quote each other.
  static func manuscript(ofComment words: [UInt8]) throws(IntakeError) -> Manuscript {
    try manuscript(of: words, marksQuotes: true)
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    try manuscript(of: bytes, marksQuotes: false)
  }

  private static func manuscript(of bytes: [UInt8], marksQuotes: Bool) throws(IntakeError) -> Manuscript {
    if let offset = TextSniffer.firstForeignByte(in: bytes) { throw .notText(offset: offset) }
    guard bytes.count <= IntakeLimits.markdownBytes else {
      throw .tooLarge(bytes: bytes.count, limit: IntakeLimits.markdownBytes)
    }
    var reader = MarkdownReader(TextDecoder.decode(bytes[...]))
    reader.marksQuotes = marksQuotes
    reader.read()
    return reader.manuscript
  }

  private init(_ text: [UInt8]) {
    manuscript = Manuscript(text: text, voices: [Voice()])
    starts = [0] + text.indices.lazy.filter { text[$0] == ASCII.newline }.map { $0 + 1 } + [text.count + 1]
  }

  private mutating func read() {
    var body = manuscript.text
    if let front = FrontMatter(manuscript.text) {
      take(front)
      for index in 0..<front.end where body[index] != ASCII.newline { body[index] = ASCII.space }
    }
    let blocks = WordBlock.blocks(of: body)
    for block in blocks where block.quotes > 0 { blankQuoteMarks(of: block) }
    speech = speechPattern(of: blocks)
    for block in blocks { read(block) }
    fillGap(upTo: manuscript.text.count)
  }

  private mutating func take(_ front: FrontMatter) {
    for range in front.lines { add(range, .whole, chatter: .markup) }
    done = front.end
    manuscript.title = front.title.map(Title.shortened) ?? ""
    manuscript.received = front.date
    if let author = front.author {
      manuscript.people = [Person(name: author)]
      manuscript.voices = [Voice(name: author)]
    }
  }

  // MARK: blocks

  private mutating func read(_ block: WordBlock) {
    var lines = self.lines(of: block)
    guard let first = lines.first, first.range.lowerBound >= done else { return }
    fillGap(upTo: first.range.lowerBound)
    isInQuote = marksQuotes && block.quotes > 0
    switch block.kind {
    case .heading: readHeading(lines)
    case .paragraph: readParagraph(lines, mayTurn: itemsSpeak ? block.isItem : !block.isNested)
    case .html: readHTML(lines)
    case .indentedCode: readCode(lines)
    case .fencedCode:
      lines.removeFirst()
      if let last = lines.last, FenceMark.isFence(manuscript.text[last.range]) { lines.removeLast() }
      readCode(lines[...])
    }
    isInQuote = false
    done = max(done, end(of: block))
  }

  /// The lines of a block: the first from where the block begins, each without white space at its ends.
  private func lines(of block: WordBlock) -> ArraySlice<TextLine> {
    let last = min(block.lines.upperBound, starts.count - 1)
    guard block.lines.lowerBound <= last else { return [] }
    return (block.lines.lowerBound...last).map { number in
      let begin = starts[number - 1] + (number == block.lines.lowerBound ? block.column - 1 : 0)
      let end = max(begin, starts[number] - 1)
      let content = manuscript.text[min(begin, manuscript.text.count)..<min(end, manuscript.text.count)].trimmed
      return TextLine(range: content.startIndex..<content.endIndex, indent: 0, depth: 0)
    }[...]
  }

  private func end(of block: WordBlock) -> Int {
    min(starts[min(block.lines.upperBound, starts.count - 1)], manuscript.text.count)
  }

  private mutating func readHeading(_ lines: ArraySlice<TextLine>) {
    var words = lines.filter { !Ruler.isLayout(manuscript.text[$0.range]) }
    guard let first = words.first, let last = words.popLast() else { return }
    var content = manuscript.text[first.range.lowerBound..<last.range.upperBound]
    content = content.drop { $0 == ASCII.hash }.trimmed
    while content.last == ASCII.hash { content = content.dropLast() }
    content = content.trimmed
    endTurn()
    add(content.startIndex..<content.endIndex, .whole)
    if manuscript.title.isEmpty { manuscript.title = Title.shortened(WhiteSpace.folded(content).string) }
  }

  private mutating func readCode(_ lines: ArraySlice<TextLine>) {
    let words = lines.filter { !$0.isBlank }
    guard let first = words.first, let last = words.last else { return }
    add(first.range.lowerBound..<last.range.upperBound, .whole)
  }

  private mutating func readHTML(_ lines: ArraySlice<TextLine>) {
    let text = manuscript.text
    guard let first = lines.first, let last = lines.last else { return }
    if text[first.range].starts(with: "<!--".utf8) {
      return readComments(first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound))
    }
    for line in lines where !line.isBlank {
      let hasWords = HTMLText.text(of: text[line.range]).contains(where: \.isWord)
      add(line.range, hasWords ? .prose : .whole, chatter: hasWords ? nil : .markup)
    }
  }

  /// What stands behind a comment on its last line is said, as people answer what a form asks
  /// (https://spec.commonmark.org/0.31.2/#html-blocks).
  private mutating func readComments(_ whole: Range<Int>) {
    let text = manuscript.text
    var start = whole.lowerBound
    while text[start..<whole.upperBound].starts(with: "<!--".utf8) {
      let words = text[min(start + 4, whole.upperBound)..<whole.upperBound]
      guard let close = words.firstRange(of: "-->".utf8) else {
        return add(start..<whole.upperBound, .whole, chatter: .markup)
      }
      add(start..<close.upperBound, .whole, chatter: .markup)
      start = text[close.upperBound..<whole.upperBound].trimmed.startIndex
    }
    guard start < whole.upperBound else { return }
    let hasWords = HTMLText.text(of: text[start..<whole.upperBound]).contains(where: \.isWord)
    add(start..<whole.upperBound, hasWords ? .prose : .whole, chatter: hasWords ? nil : .markup)
  }

  // MARK: paragraphs

  private mutating func readParagraph(_ whole: ArraySlice<TextLine>, mayTurn: Bool) {
    var lines = whole
    guard var first = lines.first else { return }
    if mayTurn, let turn = speech?.turn(manuscript.text[first.range]) {
      begin(turn.voice)
      first.range = turn.body..<max(turn.body, first.range.upperBound)
    } else if MinutesLine.isKeepers(manuscript.text[first.range]) {
      endTurn()
    } else if manuscript.received == nil, manuscript.passages.count < Self.headPassages {
      for line in whole { manuscript.received = manuscript.received ?? MinutesLine.date(manuscript.text[line.range]) }
    }
    let box = ListMarker.boxLength(of: manuscript.text[first.range])
    first.range = (first.range.lowerBound + box)..<first.range.upperBound
    lines[lines.startIndex] = first
    let table = TableRows.start(of: lines, in: manuscript.text) ?? lines.endIndex
    readWords(lines[..<table])
    for row in lines[table...] { add(TableRows.words(of: row.range, in: manuscript.text), .whole) }
  }

  /// Cut at line breaks that were asked for: two spaces or a backslash.
  private mutating func readWords(_ lines: ArraySlice<TextLine>) {
    var start = lines.startIndex
    for index in lines.indices where endsHard(lines[index]) || index + 1 == lines.endIndex {
      for range in Paragraphs(text: manuscript.text).ranges(of: lines[start...index]) { add(range, .prose) }
      start = index + 1
    }
  }

  private func endsHard(_ line: TextLine) -> Bool {
    let end = line.range.upperBound
    if manuscript.text[line.range].last == ASCII.backslash { return true }
    return end + 1 < manuscript.text.count && manuscript.text[end] == ASCII.space
      && manuscript.text[end + 1] == ASCII.space
  }

  /// Whoever spoke said what stands above a heading, a decision or a task, and not that.
  private mutating func endTurn() {
    guard speech != nil, manuscript.voices.count > 1 else { return }
    manuscript.voices.append(manuscript.voices[0])
  }

  private mutating func begin(_ voice: Voice) {
    manuscript.voices.append(voice)
    if !manuscript.people.contains(where: { $0.name == voice.name }), manuscript.people.count < IntakeLimits.people {
      manuscript.people.append(Person(name: voice.name))
    }
  }

  /// Speakers are looked for at the beginning of paragraphs that stand in nothing else, and then of items. A list of terms
  /// looks the same, but that nobody has the word twice.
  private mutating func speechPattern(of blocks: [WordBlock]) -> SpeechPattern? {
    let paragraphs = blocks.filter { $0.kind == .paragraph }
    if let pattern = pattern(of: paragraphs.filter { !$0.isNested }).pattern { return pattern }
    let (pattern, firsts) = pattern(of: paragraphs.filter(\.isItem))
    let names = firsts.compactMap { pattern?.turn(manuscript.text[$0])?.voice.name }
    itemsSpeak = Set(names).count > 1 && Set(names).count < names.count
    return itemsSpeak ? pattern : nil
  }

  private func pattern(of blocks: [WordBlock]) -> (pattern: SpeechPattern?, firsts: [Range<Int>]) {
    var census = SpeechCensus()
    let firsts = blocks.compactMap { lines(of: $0).first?.range }
    for first in firsts { census.count(manuscript.text[first]) }
    return (SpeechPattern(census), firsts)
  }

  // MARK: passages

  private mutating func add(_ range: Range<Int>, _ form: Passage.Form, chatter: Chatter? = nil) {
    guard !range.isEmpty else { return }
    manuscript.passages.append(
      Passage(
        range: range, voice: manuscript.voices.count - 1, form: form, chatter: chatter, isQuoted: isInQuote))
  }

  /// Words that stand in no block, such as an item with nothing but a number, are kept as they are.
  private mutating func fillGap(upTo end: Int) {
    guard done < end else { return }
    for line in manuscript.text[done..<end].split(separator: ASCII.newline) where line.contains(where: \.isWord) {
      let words = line.trimmed
      add(words.startIndex..<words.endIndex, .whole)
    }
    done = end
  }

  /// The `>` before each line of a quote is layout: it becomes a space in the text itself.
  private mutating func blankQuoteMarks(of block: WordBlock) {
    for number in block.lines where number < starts.count {
      var index = starts[number - 1]
      var marks = 0
      while index < manuscript.text.count, marks < block.quotes {
        let byte = manuscript.text[index]
        guard byte == ASCII.greater || byte == ASCII.space || byte == ASCII.tab else { break }
        if byte == ASCII.greater {
          manuscript.text[index] = ASCII.space
          marks += 1
        }
        index += 1
      }
    }
  }
}

/// The marks around a code block.
enum FenceMark {
  static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count >= 3, let first = line.first, first == ASCII.backtick || first == ASCII.tilde else { return false }
    return line.allSatisfy { $0 == first }
  }
}
