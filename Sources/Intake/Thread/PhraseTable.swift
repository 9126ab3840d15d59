/// Phrases in lower case that lines are held against: a table of how they begin, so that a line which begins otherwise
/// costs one look.
struct PhraseTable {
  let phrases: [[UInt8]]
  /// For each hash of three bytes, which of the phrases begin so.
  private let places: [UInt16: [Int]]
  /// Whether any begins so, a bit for each hash: 8 KiB that stay in the cache while each byte of a text is asked.
  private let starts: [UInt64]

  /// Takes a list that is parted by `|`; each phrase has two bytes at least.
  init(_ list: String) {
    phrases = list.split(separator: "|").map { Array($0.utf8) }
    var places: [UInt16: [Int]] = [:]
    for (place, phrase) in phrases.enumerated() {
      // Behind a phrase of two bytes anything may stand, or nothing.
      let thirds = phrase.count > 2 ? [phrase[2]] : Array(0...255)
      for slot in Set(thirds.map { Self.slot(phrase[0], phrase[1], $0) }) { places[slot, default: []].append(place) }
    }
    var starts = [UInt64](repeating: 0, count: 1 << 10)
    for slot in places.keys { starts[Int(slot >> 6)] |= 1 << UInt64(slot & 63) }
    (self.places, self.starts) = (places, starts)
  }

  /// Whether `text` begins with one of the phrases.
  func begins(_ text: ArraySlice<UInt8>) -> Bool {
    candidates(text).contains { text.starts(with: phrases[$0]) }
  }

  /// Whether `text` is one of the phrases.
  func holds(_ text: ArraySlice<UInt8>) -> Bool {
    candidates(text).contains { text.elementsEqual(phrases[$0]) }
  }

  /// Whether `text` is one of the phrases, the case of ASCII letters apart.
  func holds(ignoringCase text: ArraySlice<UInt8>) -> Bool {
    candidates(ignoringCase: text).contains { place in
      text.count == phrases[place].count && zip(text, phrases[place]).allSatisfy { $0.lowered == $1 }
    }
  }

  /// Whether a phrase may begin as `text` does, judged by three bytes.
  func mayBegin(_ text: ArraySlice<UInt8>) -> Bool { text.count == 2 || !candidates(text).isEmpty }

  /// All the phrases of some tables in one.
  init(_ tables: [PhraseTable]) {
    self.init(tables.flatMap(\.phrases).map { $0[...].string }.joined(separator: "|"))
  }

  /// Whether a phrase may begin as `text` does, the case of ASCII letters apart.
  func mayBegin(ignoringCase text: ArraySlice<UInt8>) -> Bool { !candidates(ignoringCase: text).isEmpty }

  private func candidates(_ text: ArraySlice<UInt8>) -> [Int] {
    guard text.count > 1 else { return [] }
    let start = text.startIndex
    return candidates(Self.slot(text[start], text[start + 1], text.count > 2 ? text[start + 2] : 0))
  }

  private func candidates(ignoringCase text: ArraySlice<UInt8>) -> [Int] {
    guard text.count > 1 else { return [] }
    let start = text.startIndex
    let third = text.count > 2 ? text[start + 2].lowered : 0
    return candidates(Self.slot(text[start].lowered, text[start + 1].lowered, third))
  }

  private func candidates(_ slot: UInt16) -> [Int] {
    starts[Int(slot >> 6)] >> UInt64(slot & 63) & 1 == 1 ? places[slot] ?? [] : []
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
      let starts = starts
      for index in 0..<(bytes.count - 1) {
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        let slot = Self.slot(bytes[index], bytes[index + 1], third)
        guard starts[Int(slot >> 6)] >> UInt64(slot & 63) & 1 == 1 else { continue }
        let rest = bytes[index...]
        for place in places[slot] ?? [] where rest.starts(with: phrases[place]) { found.insert(place) }
        if found.count >= enough { return }
      }
    }
    return found.count
  }

  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    let start = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    return UInt16(truncatingIfNeeded: (start &* 0x9E37_79B1) >> 16)
  }
}

/// Text in lower case.
enum LowerCase {
  /// As Unicode maps it; letters of ASCII and Latin-1 byte by byte, as they are most of all.
  static func of(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var isOther = false
    let result = [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
      var previous: UInt8 = 0
      for byte in text {
        switch byte {
        case 0..<0x80: buffer[count] = byte.lowered
        // Latin Extended, Greek, Cyrillic, Armenian, Georgian and what else has capitals.
        case 0xC4...0xD6, 0xE1, 0xEA, 0xEF, 0xF0:
          isOther = true
          return
        case 0x80...0x9E where previous == 0xC3 && byte != 0x97: buffer[count] = byte + 0x20
        default: buffer[count] = byte
        }
        previous = byte
        count += 1
      }
    }
    return isOther ? Array(text.string.lowercased().utf8) : result
  }
}
