/// Cuts masked text into words and counts its sentences.
struct WordScanner {
  private let text: [UInt8]
  private(set) var words: [Word] = []
  private var sentence = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func scan() {
    words.reserveCapacity(text.count / 6)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == ProseMask.opaque || Self.isLetter(byte) || Self.isDigit(byte) {
        index = word(from: index)
      } else {
        if Self.isStop(byte), !words.isEmpty, index + 1 == text.count || text[index + 1] <= 0x20, !isAbbreviated {
          if words.last?.sentence == sentence { sentence += 1 }
        }
        index += 1
      }
    }
  }

  /// Takes the word that begins at `start`; returns where it ends.
  private mutating func word(from start: Int) -> Int {
    var hash = FNV1a.basis
    var end = start
    var kind: Word.Kind = Self.isDigit(text[start]) ? .number : .plain
    while end < text.count, continues(end, from: start) {
      let byte = text[end]
      if byte == ProseMask.opaque || byte == UInt8(ascii: "_") { kind = .opaque }
      if byte == UInt8(ascii: "."), kind == .plain, end - start > 1 { kind = .opaque }
      if byte != ProseMask.skipped { hash = FNV1a.adding(byte, to: hash) }
      end += 1
    }
    words.append(Word(kind: kind, range: start..<end, hash: hash, sentence: sentence))
    return end
  }

  private func continues(_ place: Int, from start: Int) -> Bool {
    let byte = text[place]
    if Self.isLetter(byte) || Self.isDigit(byte) || byte == ProseMask.opaque || byte == ProseMask.skipped {
      return true
    }
    guard place > start else { return false }
    let next = place + 1 < text.count ? text[place + 1] : 0x20
    switch byte {
    case UInt8(ascii: "'"): return Self.isLetter(next) || next == ProseMask.skipped
    case UInt8(ascii: "_"): return Self.isLetter(next) || Self.isDigit(next) || next == byte
    case UInt8(ascii: "."): return Self.isLetter(next) && Self.isLetter(text[place - 1]) || Self.isDigit(next)
    case UInt8(ascii: ","): return Self.isDigit(next) && Self.isDigit(text[place - 1])
    case UInt8(ascii: "%"): return Self.isDigit(text[place - 1])
    default: return false
    }
  }

  /// Whether the last word is one that is written with a point.
  private var isAbbreviated: Bool {
    guard let last = words.last else { return false }
    return last.sentence == sentence && Self.abbreviations.contains(last.hash)
  }

  private static let abbreviations: WordSet = "e.g i.e etc eg ie vs approx incl resp cf no fig sec min max dr mr mrs"

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
