/// The words of an utterance in lower case, its numbers by their length, and its marks.
struct Words: Sendable {
  /// Longer texts say what they are about before this.
  static let longest = 2000

  struct Word: Sendable {
    var hash: UInt64
    var range: Range<Int>
    /// Letters; numbers and marks are not.
    var isWord: Bool
  }

  /// The text in lower case (of ASCII), at most `longest` bytes.
  private(set) var bytes: [UInt8]
  private(set) var all: [Word] = []

  init(_ text: [UInt8]) {
    bytes = text.prefix(Self.longest).map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    all.reserveCapacity(bytes.count / 4)
    var index = 0
    while index < bytes.count { index = read(at: index) }
  }

  private mutating func read(at start: Int) -> Int {
    let byte = bytes[start]
    if byte <= 0x20 { return start + 1 }
    var end = start + 1
    if Self.isDigit(byte) {
      while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
      add(start..<end, hash: FeatureHash.of([0x23, UInt8(min(end - start, 4))]), isWord: false)
    } else if Self.isLetter(byte) {
      while end < bytes.count, Self.isLetter(bytes[end]) || isApostrophe(at: end) { end += 1 }
      add(start..<end, hash: FeatureHash.of(bytes[start..<end]), isWord: true)
    } else {
      add(start..<end, hash: FeatureHash.of([byte]), isWord: false)
    }
    return end
  }

  private mutating func add(_ range: Range<Int>, hash: UInt64, isWord: Bool) {
    all.append(Word(hash: FeatureHash.mixed(hash), range: range, isWord: isWord))
  }

  /// An apostrophe between letters, as in "don't".
  private func isApostrophe(at index: Int) -> Bool {
    bytes[index] == 0x27 && index + 1 < bytes.count && Self.isLetter(bytes[index + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Bytes of other scripts are letters too.
  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a || byte >= 0x80 }
}
