/// Transcripts as meeting programs save them for Word.
enum WordTranscript {
  /// Teams of some years has three lines a turn: from when to when, who, and the words. They become a line of name and
  /// time, as newer ones have it, above the words.
  ///
  ///     0:0:3.270 --> 0:0:8.120
  ///     Dana Ng
  ///     It fails.
  ///
  /// A line of times that nobody's words follow stays as it is, and so does a document with one of them alone.
  static func resolved(_ document: DocumentText) -> DocumentText {
    guard document.blocks.lazy.filter({ $0.maySpeak && firstTime(of: $0) != nil }).prefix(2).count == 2 else {
      return document
    }
    var document = document
    var result: [DocumentBlock] = []
    var waiting: (block: DocumentBlock, time: ArraySlice<UInt8>)?
    for block in document.blocks {
      var lines = block.words.split(separator: ASCII.newline)[...]
      var time = waiting?.time
      if block.maySpeak, let start = firstTime(of: block) {
        if let waiting { result.append(waiting.block) }
        waiting = (block, start)
        time = start
        lines = lines.dropFirst()
        if lines.isEmpty { continue }
      }
      if block.maySpeak, let time, let name = lines.first {
        var turn = block
        turn.words = Array((lines.dropFirst().reduce(name + spaces + time) { $0 + [ASCII.newline] + $1 }))
        result.append(turn)
      } else {
        if let waiting { result.append(waiting.block) }
        result.append(block)
      }
      waiting = nil
    }
    if let waiting { result.append(waiting.block) }
    document.blocks = result
    return document
  }

  private static func firstTime(of block: DocumentBlock) -> ArraySlice<UInt8>? {
    block.words.split(separator: ASCII.newline, maxSplits: 1).first.flatMap(start)
  }

  private static let spaces = Array("  ".utf8)[...]

  /// The first time of a line of two with an arrow between them.
  private static func start(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.count <= 60 else { return nil }
    let words = line.split(separator: ASCII.space)
    guard words.count == 3, words[1].elementsEqual("-->".utf8) else { return nil }
    let areTimes = [words[0], words[2]].allSatisfy { time in
      time.contains(ASCII.colon) && time.allSatisfy { $0.isDigit || $0 == ASCII.colon || $0 == ASCII.dot }
    }
    return areTimes ? words[0].prefix { $0 != ASCII.dot } : nil
  }
}
