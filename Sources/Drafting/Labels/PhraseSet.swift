/// Phrases to look for in the words of a text, in one pass.
struct PhraseSet {
  private var rests: [UInt64: [[UInt64]]] = [:]

  init(_ phrases: [String]) {
    for phrase in phrases {
      let words = Self.words(phrase)
      if let first = words.first { rests[first, default: []].append(Array(words.dropFirst())) }
    }
  }

  /// Whether one of the phrases stands in `words`.
  func occurs(in words: [UInt64]) -> Bool {
    words.indices.contains { place in
      rests[words[place]]?.contains { words[(place + 1)...].starts(with: $0) } ?? false
    }
  }

  /// Whether `words` begin with one of the phrases.
  func opens(_ words: [UInt64]) -> Bool {
    guard let first = words.first, let rests = rests[first] else { return false }
    return rests.contains { words.dropFirst().starts(with: $0) }
  }

  /// The words of a text, without its marks; apostrophes are the same however they are typed.
  static func words(_ text: String) -> [UInt64] {
    let text = text.utf8.prefix(Words.longest)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      // The ends of U+2019 and of U+00A0, whose beginnings were kept already.
      if byte == 0x99, bytes.count > 1, bytes[bytes.count - 1] == 0x80, bytes[bytes.count - 2] == 0xE2 {
        bytes.removeLast(2)
        bytes.append(0x27)
      } else if byte == 0xA0, bytes.last == 0xC2 {
        bytes[bytes.count - 1] = 0x20
      } else {
        bytes.append(byte)
      }
    }
    return Words(bytes).all.filter(\.isWord).map(\.hash)
  }
}
