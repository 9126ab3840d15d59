/// What an utterance looks like: its length, its marks, numbers, code, addresses.
enum Shape {
  static func marks(of text: [UInt8], _ words: Words) -> [UInt64] {
    let text = text.prefix(Words.longest)
    var marks = [UInt64(1000 + magnitude(words.all.count { $0.isWord }))]
    guard let first = text.first(where: { $0 > 0x20 }), let last = text.last(where: { $0 > 0x20 }) else { return marks }
    marks.append(isWord(last) ? 2 : 0x100 + UInt64(last))
    var looks: Set<UInt64> = []
    var capitals = 0
    for byte in text {
      switch byte {
      case 0x3f: looks.insert(3)
      case 0x21: looks.insert(4)
      case 0x40: looks.insert(5)
      case 0x0a: looks.insert(6)
      case 0x30...0x39: looks.insert(7)
      case 0x25, 0x24: looks.insert(8)
      case 0x60, 0x7b, 0x7d, 0x3c: looks.insert(9)
      case 0x5f: looks.insert(10)
      case 0x28: looks.insert(11)
      case 0x22: looks.insert(12)
      default: break
      }
      capitals = byte >= 0x41 && byte <= 0x5a ? capitals + 1 : 0
      if capitals == 3 { looks.insert(13) }
    }
    if first >= 0x61 && first <= 0x7a { looks.insert(14) }
    return marks + looks.sorted()
  }

  /// Letters, digits and bytes of other scripts.
  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
  }

  /// The number of binary digits.
  private static func magnitude(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }
}
