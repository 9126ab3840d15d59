import PlanModel

/// Cuts the passages of a manuscript into statements, and lists which of them need no carrying.
struct StatementWriter {
  private let text: [UInt8]
  private let voices: [Voice]
  private var times: ArraySlice<PassageTime>
  private var statements = StatementList()
  private var chatter = ChatterLedger()
  private var turn = 0
  private var voice: Int?
  /// Nothing but greetings has been said in this turn.
  private var isOpening = false
  /// Kept only where anything is quoted.
  private var said: SaidWords?

  private init(_ manuscript: Manuscript) {
    if manuscript.passages.contains(where: \.isQuoted) { said = SaidWords(bytes: manuscript.text.count) }
    text = manuscript.text
    voices = manuscript.voices
    times = manuscript.times[...]
    statements.reserveCapacity(rows: manuscript.passages.count, bytes: manuscript.text.count)
  }

  static func reading(of manuscript: Manuscript, format: SourceFormat) throws(IntakeError) -> Reading {
    var writer = StatementWriter(manuscript)
    for passage in manuscript.passages { writer.write(passage) }
    guard !writer.statements.isEmpty else { throw .nothingSaid }
    return Reading(
      format: format, title: manuscript.title, received: manuscript.received, people: manuscript.people,
      statements: writer.statements, chatter: writer.chatter.entries, attachments: manuscript.attachments,
      origin: manuscript.origin)
  }

  private mutating func write(_ passage: Passage) {
    let words = text[passage.range]
    let folded = WhiteSpace.isFolded(words) ? words : WhiteSpace.folded(words)[...]
    var clock = PassageClock(of: words, takingFrom: &times)
    let sentences =
      passage.form == .prose ? SentenceSplitter.sentences(of: folded) : [folded.startIndex..<folded.endIndex]
    for sentence in sentences {
      var rest = folded[sentence]
      while !rest.isEmpty {
        let piece = Self.cutPiece(from: &rest)
        let time = clock.time(of: piece, in: folded)
        if !Ruler.isLayout(piece) { write(piece, of: passage, at: time) }
      }
    }
  }

  private mutating func write(_ piece: ArraySlice<UInt8>, of passage: Passage, at time: String?) {
    if passage.voice != voice {
      (voice, turn, isOpening) = (passage.voice, turn + 1, true)
    }
    let speaker = voices.indices.contains(passage.voice) ? voices[passage.voice] : Voice()
    statements.append(turn: turn, time: time ?? speaker.time, speaker: speaker.name, text: piece)
    let isRepeated = repeats(piece, passage)
    if let why = passage.chatter ?? (isRepeated ? .repetition : openingChatter(piece)) {
      chatter.add(statements.count, why)
    } else if passage.form != .title {
      isOpening = false
    }
  }

  /// Whether somebody else's words stand in this source already; takes down those that do not.
  private mutating func repeats(_ piece: ArraySlice<UInt8>, _ passage: Passage) -> Bool {
    if passage.isQuoted, said?.contains(piece) ?? false { return true }
    said?.add(piece)
    return false
  }

  private func openingChatter(_ piece: ArraySlice<UInt8>) -> Chatter? {
    isOpening && (Greeting.isGreeting(piece) || Greeting.isPleasantry(piece)) ? .greeting : nil
  }

  /// The next piece of bounded length, cut at a space.
  private static func cutPiece(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard rest.count > IntakeLimits.statementBytes else {
      defer { rest = [] }
      return rest
    }
    let end = TextCut.end(of: rest, limit: IntakeLimits.statementBytes)
    defer { rest = rest[end...].trimmed }
    return rest[..<end].trimmed
  }
}

/// Collects the statements that need no carrying; neighbours for the same reason are one entry.
private struct ChatterLedger {
  private(set) var entries: [LedgerEntry] = []

  mutating func add(_ line: Int, _ why: Chatter) {
    if let last = entries.last, last.why == why.rawValue, last.lines.bounds.upperBound == line - 1 {
      entries[entries.count - 1].lines = LineRange(last.lines.bounds.lowerBound...line)
    } else {
      entries.append(LedgerEntry(lines: LineRange(line...line), why: why.rawValue))
    }
  }
}
