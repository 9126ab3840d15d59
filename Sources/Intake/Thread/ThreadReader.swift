import PlanModel

/// Reads a text in which people answer each other: who says which lines, what is quoted from whom, what only frames it.
struct ThreadReader {
  /// Somebody at a depth of quoting; the number tells two contributions of one person apart.
  private struct Speaker {
    var voice: Voice
    var number: Int
  }

  /// Lines that stand together, said by one voice.
  private struct Span {
    var lines: Range<Int>
    var voice: Int
    var isQuoted: Bool
    var chatter: Chatter?
  }

  private let lines: [TextLine]
  private let text: [UInt8]
  private var speakers: [Int: Speaker]
  /// Who spoke at a depth before whom they answer: the author, above the mail that a program put below without marks.
  private var answering: [Int: [Speaker]] = [:]
  private var count = 1
  private var active: Int?
  private var spans: [Span] = []
  private var voices: [Voice]
  private var people: [Person] = []

  private init(_ lines: [TextLine], of manuscript: Manuscript, author: Voice) {
    self.lines = lines
    text = manuscript.text
    voices = manuscript.voices
    speakers = [0: Speaker(voice: author, number: 0)]
    // The author goes on with the turn that an earlier part of the message began.
    active = voices.last == author ? 0 : nil
  }

  /// Adds what `lines` of the manuscript's text say. What is not quoted is said by `author`.
  static func read(_ lines: [TextLine], author: Voice, into manuscript: inout Manuscript) {
    var reader = ThreadReader(lines, of: manuscript, author: author)
    // Held in one place only, they grow without being copied for each message of a mailbox.
    manuscript.voices = []
    reader.findSpans()
    manuscript.passages += reader.passages()
    manuscript.voices = reader.voices
    manuscript.people += reader.people
  }

  // MARK: who says what

  private mutating func findSpans() {
    var index = 0
    while index < lines.count {
      if lines[index].isBlank {
        index += 1
      } else if let block = HeaderBlock(lines[index...], of: text) {
        add(index..<(index + block.lineCount), chatter: .attribution)
        begin(block.voice, address: block.address, at: lines[index + block.lineCount - 1].depth)
        index += block.lineCount
      } else if let attribution = attribution(at: index) {
        add(index..<(index + attribution.lineCount), chatter: .attribution)
        index += attribution.lineCount
        begin(attribution.voice, address: attribution.address, at: depth(from: index) ?? 0)
      } else if let answer = answer(at: index) {
        let end = endOfAnswer(at: index)
        add(index..<end, saidBy: answer)
        index = end
      } else {
        add(index..<(index + 1), chatter: nil)
        index += 1
      }
    }
  }

  /// Who answers between the lines of what they answer: `[Sam Lee] Not yet.`, as Outlook marks it.
  private func answer(at index: Int) -> Speaker? {
    guard let others = answering[lines[index].depth], let name = InlineMark.name(in: text[lines[index].range]) else {
      return nil
    }
    return others.last { PersonName($0.voice.name).isMeant(by: name) }
  }

  /// An answer goes on to the next blank line, but where another follows before it: then each is a line.
  private func endOfAnswer(at index: Int) -> Int {
    let depth = lines[index].depth
    let run = lines[index...].prefix { !$0.isBlank && $0.depth == depth }
    let isAlone = !run.dropFirst().contains { InlineMark.name(in: text[$0.range]) != nil }
    return isAlone ? run.endIndex : index + 1
  }

  /// Lines of somebody within what another says, who goes on behind them.
  private mutating func add(_ range: Range<Int>, saidBy speaker: Speaker) {
    let depth = lines[range.lowerBound].depth
    let asked = speakers[depth]
    speakers[depth] = speaker
    add(range, chatter: nil)
    speakers[depth] = asked
  }

  private func attribution(at index: Int) -> Attribution? {
    let depth = lines[index].depth
    let run = lines[index...].prefix(5).prefix { !$0.isBlank && $0.depth == depth }
    let isQuoted = { count in (self.depth(from: index + count) ?? 0) > depth }
    guard let attribution = Attribution.read(run, of: text, isQuoted: isQuoted) else { return nil }
    let isFollowed = self.depth(from: index + attribution.lineCount).map { $0 >= depth } ?? false
    return isQuoted(attribution.lineCount) || attribution.isCertain && isFollowed ? attribution : nil
  }

  /// The depth of the first line with words from `index` on, at most four lines away.
  private func depth(from index: Int) -> Int? {
    guard index < lines.count else { return nil }
    return lines[index...].prefix(4).first { !$0.isBlank }?.depth
  }

  /// From here on, lines of this depth are said by `voice`, and whom it quotes is not known yet.
  private mutating func begin(_ voice: Voice, address: String?, at depth: Int) {
    answering = answering.filter { $0.key <= depth }
    if let answerer = speakers[depth] { answering[depth, default: []].append(answerer) }
    speakers = speakers.filter { $0.key < depth }
    speakers[depth] = Speaker(voice: voice, number: count)
    count += 1
    if !voice.name.isEmpty { people.append(Person(name: voice.name, address: address)) }
  }

  /// Adds lines to the span that they go on with, or begins one.
  private mutating func add(_ range: Range<Int>, chatter: Chatter?) {
    let depth = lines[range.lowerBound].depth
    if speakers[depth] == nil {
      speakers[depth] = Speaker(voice: Voice(), number: count)
      count += 1
    }
    guard let speaker = speakers[depth] else { return }
    if active != speaker.number || voices.isEmpty {
      voices.append(speaker.voice)
      active = speaker.number
    } else if let last = spans.last, last.chatter == nil, chatter == nil {
      spans[spans.count - 1].lines = last.lines.lowerBound..<range.upperBound
      return
    }
    spans.append(
      Span(lines: range, voice: voices.count - 1, isQuoted: speaker.number > 0, chatter: chatter))
  }

  // MARK: passages

  private func passages() -> [Passage] {
    spans.flatMap { span in
      var passages = span.chatter.map { attributionPassages(span, $0) } ?? textPassages(span)
      for index in passages.indices { passages[index].isQuoted = span.isQuoted }
      return passages
    }
  }

  /// A block of header lines is a statement a line; an attribution that runs over lines is one.
  private func attributionPassages(_ span: Span, _ chatter: Chatter) -> [Passage] {
    let lines = self.lines[span.lines].filter { !$0.isBlank && !Ruler.isLayout(text[$0.range]) }
    guard let first = lines.first, let last = lines.last else { return [] }
    let isBlock =
      HeaderLabel(text[first.range]) != nil || Separator.isSeparator(text[self.lines[span.lines.lowerBound].range])
    let ranges = isBlock ? lines.map(\.range) : [first.range.lowerBound..<last.range.upperBound]
    return ranges.map { Passage(range: $0, voice: span.voice, form: .whole, chatter: chatter) }
  }

  private func textPassages(_ span: Span) -> [Passage] {
    let lines = self.lines[span.lines]
    let chatter = Ending.chatter(of: lines, text: text, author: voices[span.voice].name)
      .merging(openingBoilerplate(of: Ending.before(lines))) { old, _ in old }
    var result: [Passage] = []
    var start = lines.startIndex
    while start < lines.endIndex {
      let why = chatter[start]
      var end = start + 1
      while end < lines.endIndex, lines[end].isBlank && why == nil || chatter[end] == why { end += 1 }
      result += passages(of: lines[start..<end], voice: span.voice, chatter: why)
      start = end
    }
    return result
  }

  /// Warnings that gateways put first, as far as the end does not reach them.
  private func openingBoilerplate(of lines: ArraySlice<TextLine>) -> [Int: Chatter] {
    var result: [Int: Chatter] = [:]
    for index in lines.indices.prefix(6) where !lines[index].isBlank {
      result[index] = Boilerplate.chatter(ofLine: text[lines[index].range])
    }
    return result
  }

  private func passages(of lines: ArraySlice<TextLine>, voice: Int, chatter: Chatter?) -> [Passage] {
    if chatter == .signature {
      return lines.filter { !$0.isBlank }
        .map { Passage(range: $0.range, voice: voice, form: .whole, chatter: chatter) }
    }
    return Paragraphs(text: text).ranges(of: lines).map { Passage(range: $0, voice: voice, chatter: chatter) }
  }
}
