/// Phrases in lower case that lines are held against: a table of how they begin, so that a line which begins otherwise
/// costs one look.
struct PhraseTable {
  private let phrases: [[UInt8]]
  /// For the first two bytes, which of the phrases begin so.
  private let places: [UInt16: [Int]]
  /// Whether any begins so; for searching, where each byte is asked.
  private let starts: [Bool]

  /// Takes a list that is parted by `|`; each phrase has two bytes at least.
  init(_ list: String) {
    phrases = list.split(separator: "|").map { Array($0.utf8) }
    places = Dictionary(grouping: phrases.indices) { [phrases] in Self.start(of: phrases[$0][...]) ?? 0 }
    var starts = [Bool](repeating: false, count: 1 << 16)
    for start in places.keys { starts[Int(start)] = true }
    self.starts = starts
  }

  /// Whether `text` begins with one of the phrases.
  func begins(_ text: ArraySlice<UInt8>) -> Bool {
    guard let start = Self.start(of: text), starts[Int(start)] else { return false }
    return places[start]?.contains { text.starts(with: phrases[$0]) } ?? false
  }

  /// Whether `text` is one of the phrases.
  func holds(_ text: ArraySlice<UInt8>) -> Bool {
    guard let start = Self.start(of: text), starts[Int(start)] else { return false }
    return places[start]?.contains { text.elementsEqual(phrases[$0]) } ?? false
  }

  /// Whether the first two bytes are those of a phrase.
  func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    Self.start(of: text).map { starts[Int($0)] } ?? false
  }

  /// Whether `text` ends with one of the phrases.
  func ends(_ text: ArraySlice<UInt8>) -> Bool {
    phrases.contains { text.suffix($0.count).elementsEqual($0) }
  }

  /// Whether one of the phrases stands anywhere in `text`.
  func isFound(in text: ArraySlice<UInt8>) -> Bool { count(in: text, enough: 1) > 0 }

  /// How many different phrases stand in `text`; counting stops at `enough`.
  func count(in text: ArraySlice<UInt8>, enough: Int) -> Int {
    var found: Set<Int> = []
    text.withUnsafeBufferPointer { bytes in
      guard bytes.count > 1 else { return }
      for index in 0..<(bytes.count - 1) {
        let start = UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        guard starts[Int(start)], let candidates = places[start] else { continue }
        let rest = bytes[index...]
        for place in candidates where rest.starts(with: phrases[place]) { found.insert(place) }
        if found.count >= enough { return }
      }
    }
    return found.count
  }

  private static func start(of text: ArraySlice<UInt8>) -> UInt16? {
    guard text.count > 1 else { return nil }
    return UInt16(text[text.startIndex]) << 8 | UInt16(text[text.startIndex + 1])
  }
}

/// Text in lower case.
enum LowerCase {
  /// As Unicode maps it; letters of ASCII and Latin-1 byte by byte, as they are most of all.
  static func of(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      // Latin Extended, Greek, Cyrillic, Armenian, Georgian and what else has capitals.
      case 0xC4...0xD6, 0xE1, 0xEA, 0xEF, 0xF0: return Array(text.string.lowercased().utf8)
      case 0x80...0x9E where previous == 0xC3 && byte != 0x97: result.append(byte + 0x20)
      default: result.append(byte.lowered)
      }
      previous = byte
    }
    return result
  }
}
