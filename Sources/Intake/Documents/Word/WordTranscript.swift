/// Transcripts as meeting programs save them for Word.
enum WordTranscript {
  /// Teams of some years has three lines a turn: from when to when, who, and the words. They become a line of name and
  /// time, as newer ones have it, above the words.
  ///
  ///     0:0:3.270 --> 0:0:8.120
  ///     Dana Ng
  ///     It fails.
  static func resolved(_ document: DocumentText) -> DocumentText {
    var document = document
    var result: [DocumentBlock] = []
    var stamp: ArraySlice<UInt8>?
    for block in document.blocks {
      var block = block
      var lines = block.words.split(separator: ASCII.newline)[...]
      if block.maySpeak, let start = lines.first.flatMap(Self.start) {
        stamp = start
        lines = lines.dropFirst()
      }
      if block.maySpeak, let time = stamp, let name = lines.first {
        block.words = Array((lines.dropFirst().reduce(name + spaces + time) { $0 + [ASCII.newline] + $1 }))
        stamp = nil
      }
      if stamp == nil { result.append(block) }
    }
    document.blocks = result
    return document
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
