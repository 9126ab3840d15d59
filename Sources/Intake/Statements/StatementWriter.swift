import Concurrency
import PlanModel

/// Writes down the statements of a manuscript, and lists which of them need no carrying.
struct StatementWriter {
  private let voices: [Voice]
  private var statements = StatementList()
  private var chatter = ChatterLedger()
  private var internalLines: [LineRange] = []
  private var turn = 0
  private var voice: Int?
  /// The beginning of the rows of this turn.
  private var head: [UInt8] = []
  /// Nothing but greetings has been said in this turn.
  private var isOpening = false
  /// Kept only where anything is quoted.
  private var said: SaidWords?

  private init(_ manuscript: Manuscript) {
    if manuscript.passages.contains(where: \.isQuoted) { said = SaidWords(bytes: manuscript.text.count) }
    voices = manuscript.voices
    // Memory that is not written to costs nothing; growing would take what was written twice.
    statements.reserveCapacity(rows: 2 * manuscript.passages.count, bytes: 2 * manuscript.text.count)
  }

  static func reading(of manuscript: consuming Manuscript, format: SourceFormat) throws(IntakeError) -> Reading {
    var manuscript = manuscript
    var writer = StatementWriter(manuscript)
    let runs = PassageRun.all(of: manuscript)
    // From here on the words are in the runs, and go as those are written down.
    (manuscript.text, manuscript.passages, manuscript.times) = ([], [], [])
    concurrently(parts: consume runs) { run in
      PieceCutter.cut(run)
    } take: { run in
      writer.write(run)
    }
    guard !writer.statements.isEmpty else { throw .nothingSaid }
    return Reading(
      format: format, title: manuscript.title, received: manuscript.received, people: manuscript.people,
      statements: writer.statements, chatter: writer.chatter.entries, internalLines: writer.internalLines,
      attachments: manuscript.attachments, origin: manuscript.origin)
  }

  private mutating func write(_ run: CutRun) {
    var next = 0
    for (passage, end) in zip(run.passages, run.ends) {
      for piece in run.pieces[next..<end] { write(piece, run.text[piece.range], of: passage) }
      next = end
    }
  }

  private mutating func write(_ piece: Piece, _ words: ArraySlice<UInt8>, of passage: Passage) {
    if passage.voice != voice {
      (voice, turn, isOpening) = (passage.voice, turn + 1, true)
      head = rowHead()
    }
    let source = quoted(words, passage)
    let row = piece.time.map { rowHead(time: $0) } ?? source.flatMap { rowHead(quoting: $0) } ?? head
    statements.append(row, text: words, isFolded: piece.isFolded)
    if passage.isInternal { internalLines.add(statements.count) }
    let isRepeated = source != nil
    let own: Chatter? = isOpening && piece.isGreeting ? .greeting : piece.isFiller ? .filler : nil
    if let why = passage.chatter ?? (isRepeated ? .repetition : own) {
      chatter.add(statements.count, why)
    } else if passage.form != .title {
      isOpening = false
    }
  }

  /// The beginning of a row: of this turn, or of words in it that are said at a time of their own.
  private func rowHead(time: String? = nil) -> [UInt8] {
    let speaker = voice.flatMap { voices.indices.contains($0) ? voices[$0] : nil } ?? Voice()
    return StatementList.head(turn: turn, time: time ?? speaker.time, speaker: speaker.name)
  }

  /// The beginning of a row that gives words of another again, where the quotation itself does not say whose they are.
  private func rowHead(quoting other: Int) -> [UInt8]? {
    guard let voice, voices.indices.contains(voice), voices[voice].name.isEmpty, voices.indices.contains(other) else {
      return nil
    }
    return StatementList.head(turn: turn, time: voices[voice].time, speaker: voices[other].name)
  }

  /// Whose words are given again, where somebody else's stand in this source already; takes down those that do not.
  ///
  /// A subject that only names what it answers says nothing itself: where its words are quoted, they are said.
  private mutating func quoted(_ words: ArraySlice<UInt8>, _ passage: Passage) -> Int? {
    if passage.isQuoted, let source = said?.voice(of: words) { return source }
    if passage.form != .title || passage.chatter == nil { said?.add(words, by: passage.voice) }
    return nil
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
