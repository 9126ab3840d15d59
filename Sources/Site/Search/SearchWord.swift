/// A word that is looked up, in few bytes: an index of a large plan holds a million of them, and most are of ASCII.
enum SearchWord: Hashable, Sendable {
  /// The bytes of a word of ASCII, eight in a part from the lowest on, and behind them how many they are.
  case letters(SIMD4<UInt64>)
  /// A word with a letter that is not ASCII.
  case text(String)

  init(_ scalars: String.UnicodeScalarView) {
    var letters = ASCIILetters()
    for scalar in scalars {
      guard scalar.isASCII else {
        self = .text(String(scalars))
        return
      }
      letters.append(UInt8(scalar.value))
    }
    self = letters.word
  }

  /// Of a word of ASCII no more than the letters that are there: nearly all have eight or less.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text): hasher.combine(text)
    case .letters(let letters):
      hasher.combine(letters.x)
      if letters.y != 0 { hasher.combine(letters.y) }
      if letters.z != 0 { hasher.combine(letters.z) }
    }
  }

  var string: String {
    switch self {
    case .text(let text): text
    case .letters(let letters):
      String(
        decoding: (0..<Int(letters.w)).map { UInt8(truncatingIfNeeded: letters[$0 / 8] >> UInt64($0 % 8 * 8)) },
        as: UTF8.self)
    }
  }
}

/// A word of ASCII that is being read; what is longer than ``SearchWords/longest`` is cut there.
struct ASCIILetters {
  private var letters = SIMD4<UInt64>(repeating: 0)

  var isEmpty: Bool { letters.w == 0 }
  var word: SearchWord { .letters(letters) }

  mutating func append(_ byte: UInt8) {
    let count = Int(letters.w)
    guard count < SearchWords.longest else { return }
    letters[count / 8] |= UInt64(byte) << UInt64(count % 8 * 8)
    letters.w += 1
  }
}
