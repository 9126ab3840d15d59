import PlanModel

/// A piece of a passage that becomes a statement.
struct Piece {
  /// Where its words stand in the text of `CutRun`.
  var range: Range<Int>
  /// All white space is folded, that outside ASCII too.
  var isFolded: Bool
  /// When it is said, where that is not its voice's time.
  var time: String?
  /// Greets and says nothing more; told of those only that may be the first of a turn.
  var isGreeting = false
  /// Nothing is said in it.
  var isFiller = false
}

/// The passages of a run, cut into pieces.
struct CutRun {
  /// White space within the passages is folded.
  var text: [UInt8]
  var passages: [Passage]
  var pieces: [Piece] = []
  /// For each passage, how many pieces there are up to its end.
  var ends: [Int] = []
}

/// Cuts the passages of a run into pieces: sentences of bounded length that say something.
///
/// What a piece is depends on its run alone. What depends on all that was said before is the `StatementWriter`'s.
struct PieceCutter {
  private var run: CutRun
  private var times: ArraySlice<PassageTime>
  private var voice: Int?
  /// Nothing but greetings may have been said in this turn.
  private var mayOpen = true

  static func cut(_ run: PassageRun) -> CutRun {
    var cutter = PieceCutter(run)
    for passage in run.passages { cutter.cut(passage) }
    return cutter.run
  }

  private init(_ run: PassageRun) {
    self.run = CutRun(text: run.text, passages: run.passages)
    self.run.ends.reserveCapacity(run.passages.count)
    times = run.times[...]
  }

  private mutating func cut(_ passage: Passage) {
    if passage.voice != voice { (voice, mayOpen) = (passage.voice, true) }
    var clock = PassageClock(of: run.text[passage.range], takingFrom: &times)
    let folded = WhiteSpace.fold(passage.range, of: &run.text)
    let words = run.text[folded]
    let isFolded = FoldedText.isFolded(words)
    let sentences = passage.form == .prose ? SentenceSplitter.sentences(of: words) : [folded]
    for sentence in sentences {
      var rest = words[sentence]
      while !rest.isEmpty {
        let piece = Self.cutPiece(from: &rest)
        let time = clock.time(of: piece, in: words)
        if !Ruler.isLayout(piece) { add(piece, isFolded: isFolded, of: passage, at: time) }
      }
    }
    run.ends.append(run.pieces.count)
  }

  private mutating func add(_ words: ArraySlice<UInt8>, isFolded: Bool, of passage: Passage, at time: String?) {
    var piece = Piece(range: words.startIndex..<words.endIndex, isFolded: isFolded, time: time)
    if mayOpen, passage.chatter == nil {
      piece.isGreeting = Greeting.isGreeting(words) || Greeting.isPleasantry(words)
      // What is quoted may turn out to be a repetition, behind which somebody may still greet.
      if !piece.isGreeting, passage.form != .title, !passage.isQuoted { mayOpen = false }
    }
    if passage.form == .prose, passage.chatter == nil, !piece.isGreeting { piece.isFiller = Filler.isFiller(words) }
    run.pieces.append(piece)
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
