import PlanModel

/// Turns cues into a manuscript: the cues of one voice are running text, so that sentences are read across them.
struct CaptionWriter {
  /// A silence that ends a passage, in milliseconds.
  private static let silence = 3_000
  /// How long words may go on without a stop before the end of a cue ends the passage, in bytes.
  private static let punctuated = 400
  private static let unpunctuated = 160

  private let file: CaptionFile
  private let words: CaptionWords
  private let isPunctuated: Bool
  private var manuscript: Manuscript
  private var speaker: String?
  /// Where the passage begins that is being written.
  private var start: Int?
  /// The bytes since the last stop.
  private var owed = 0
  /// When the last words end that were written.
  private var end: Int?
  private var notes: ArraySlice<CaptionFile.Note>
  private let source: [UInt8]
  private var people: Set<String> = []

  static func manuscript(of bytes: [UInt8], format: SourceFormat) throws(IntakeError) -> Manuscript {
    if let offset = TextSniffer.firstForeignByte(in: bytes) { throw .notText(offset: offset) }
    var source = TextDecoder.decode(bytes[...])
    let lines = try LineTable.lines(of: &source, quoted: false)
    var writer = CaptionWriter(CaptionFile(source, lines: lines, format: format), of: source)
    guard !writer.words.utterances.isEmpty else { throw .nothingSaid }
    writer.write()
    return writer.manuscript
  }

  private init(_ file: CaptionFile, of source: [UInt8]) {
    (self.file, self.source) = (file, source)
    words = CaptionWords(file, of: source)
    notes = file.notes[...]
    manuscript = Manuscript(title: file.title.map { Title.shortened(source[$0].string) } ?? "")
    let stops = words.utterances.count { [words] in CaptionStop.stands(in: words.text[$0.range]) }
    isPunctuated = stops * 100 >= words.utterances.count * 15
  }

  private mutating func write() {
    manuscript.voices = [Voice()]
    if let title = file.title { add(title, .title, chatter: .markup) }
    for utterance in words.utterances {
      let timing = file.cues[utterance.cue].timing
      let isNewVoice = isNewVoice(utterance.voice)
      let isNoted = owed == 0 && notes.first.map { $0.cuesBefore <= utterance.cue } ?? false
      if isNewVoice || isNoted || breaks(before: utterance, at: timing) { endPassage() }
      // What was noted within a sentence stands behind it.
      if start == nil { writeNotes(before: utterance.cue) }
      if isNewVoice { begin(utterance.voice, at: timing) }
      add(utterance, at: timing)
    }
    endPassage()
    writeNotes(before: .max)
  }

  // MARK: voices

  private func isNewVoice(_ voice: CaptionVoice) -> Bool {
    switch voice {
    case .same: speaker == nil
    case .other: true
    case .named(let name): speaker != name
    }
  }

  private mutating func begin(_ voice: CaptionVoice, at timing: CaptionTiming?) {
    var name = ""
    if case .named(let known) = voice { name = known }
    speaker = name
    manuscript.voices.append(Voice(name: name, time: timing?.begin.offset ?? ""))
    if !name.isEmpty, people.count < IntakeLimits.people, people.insert(name).inserted {
      manuscript.people.append(Person(name: name))
    }
  }

  // MARK: passages

  /// Whether the words before `utterance` are no part of its sentence.
  private func breaks(before utterance: Utterance, at timing: CaptionTiming?) -> Bool {
    let said = words.text[utterance.range]
    if let timing, let end, timing.begin.milliseconds - end > Self.silence { return true }
    if CaptionStop.isSound(said) { return true }
    if isPunctuated { return owed > Self.punctuated }
    return owed > Self.unpunctuated || !(said.first?.isLower ?? false)
  }

  private mutating func add(_ utterance: Utterance, at timing: CaptionTiming?) {
    let said = words.text[utterance.range]
    if start != nil { manuscript.text.append(ASCII.newline) }
    let place = manuscript.text.count
    manuscript.text += said
    if let timing {
      let time = timing.begin.offset
      if start == nil || manuscript.times.last?.time != time {
        manuscript.times.append(PassageTime(place: place, time: time))
      }
      end = timing.end.milliseconds
    }
    start = start ?? place
    owed = CaptionStop.stands(in: said) ? 0 : owed + said.count
    if CaptionStop.isSound(said) { endPassage(.whole, chatter: .notice) }
  }

  private mutating func endPassage(_ form: Passage.Form = .prose, chatter: Chatter? = nil) {
    guard let begin = start else { return }
    manuscript.passages.append(
      Passage(range: begin..<manuscript.text.count, voice: manuscript.voices.count - 1, form: form, chatter: chatter))
    manuscript.text += [ASCII.newline, ASCII.newline]
    (start, owed) = (nil, 0)
  }

  // MARK: notes

  private mutating func writeNotes(before cue: Int) {
    while let note = notes.first, note.cuesBefore <= cue {
      add(note.range, .whole, chatter: .markup)
      notes.removeFirst()
    }
  }

  private mutating func add(_ range: Range<Int>, _ form: Passage.Form, chatter: Chatter?) {
    let place = manuscript.text.count
    manuscript.text += source[range]
    manuscript.passages.append(
      Passage(
        range: place..<manuscript.text.count, voice: manuscript.voices.count - 1, form: form, chatter: chatter))
    manuscript.text += [ASCII.newline, ASCII.newline]
  }
}

/// What the words of a cue end in, and whether they are words at all.
enum CaptionStop {
  /// Whether a sentence ends in these words.
  static func stands(in words: ArraySlice<UInt8>) -> Bool {
    var index = words.startIndex
    while index < words.endIndex {
      guard let stop = StopMark(at: index, in: words) else {
        index += 1
        continue
      }
      index = stop.range.upperBound
      if stop.isWide || index == words.endIndex || !words[index].isWord { return true }
    }
    return false
  }

  /// `[Music]`, `(applause)`, `♪`: what is heard and not said.
  static func isSound(_ words: ArraySlice<UInt8>) -> Bool {
    if words.starts(with: "♪".utf8) { return !words.contains(where: \.isLetter) && words.count < 12 }
    guard words.count <= 60, let first = words.first, let last = words.last else { return false }
    guard
      first == ASCII.openBracket && last == ASCII.closeBracket
        || first == ASCII.openParenthesis && last == ASCII.closeParenthesis
    else { return false }
    return !words.dropFirst().dropLast().contains { $0 == last || StopByte.isStop($0) }
  }
}
