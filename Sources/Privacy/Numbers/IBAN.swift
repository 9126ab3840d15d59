/// An International Bank Account Number (ISO 13616): a country, two check digits, and an account of the length that the
/// country has, in one piece or in groups of four; the remainder by 97 has to be 1.
enum IBAN {
  /// The number whose country begins at `index`, with two digits behind.
  static func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    guard index >= 0, bytes[index].isLetter, bytes.byte(index + 1).isLetter, bytes.byte(index + 2).isDigit,
      bytes.byte(index + 3).isDigit, !bytes.byte(index - 1).isWord,
      bytes[index].isUpper == bytes.byte(index + 1).isUpper
    else { return nil }
    let country = UInt16(bytes[index].lowercased) << 8 | UInt16(bytes[index + 1].lowercased)
    guard let length = lengths[country] else { return nil }
    var characters: [UInt8] = []
    var place = index
    while characters.count < length {
      let byte = bytes.byte(place)
      if byte.isAlphanumeric {
        characters.append(byte.lowercased)
        place += 1
      } else {
        let gap = separatorLength(in: bytes, at: place)
        guard gap > 0, characters.count % 4 == 0, bytes.byte(place + gap).isAlphanumeric else { return nil }
        place += gap
      }
    }
    guard !bytes.byte(place).isWord, remainder(characters) == 1 else { return nil }
    return index..<place
  }

  private static func separatorLength(in bytes: [UInt8], at place: Int) -> Int {
    switch bytes.byte(place) {
    case .space, .dash: 1
    case 0xc2 where bytes.byte(place + 1) == 0xa0: 2
    case 0xe2 where bytes.byte(place + 1) == 0x80 && bytes.byte(place + 2) == 0xaf: 3
    default: 0
    }
  }

  /// ISO 7064's MOD 97-10, with the first four characters behind the others.
  private static func remainder(_ characters: [UInt8]) -> Int {
    var remainder = 0
    for character in characters[4...] + characters[..<4] {
      if character.isDigit {
        remainder = (remainder * 10 + character.digitValue) % 97
      } else {
        remainder = (remainder * 100 + Int(character - UInt8(ascii: "a")) + 10) % 97
      }
    }
    return remainder
  }

  /// How many characters a country's numbers have, by its two letters (SWIFT's IBAN Registry, release 99).
  private static let lengths: [UInt16: Int] = {
    let table = """
      ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24
      fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32
      li21 lt20 lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24
      rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30
      """
    var lengths: [UInt16: Int] = [:]
    for entry in table.split(whereSeparator: \.isWhitespace) {
      let letters = Array(entry.utf8.prefix(2))
      lengths[UInt16(letters[0]) << 8 | UInt16(letters[1])] = Int(entry.dropFirst(2))
    }
    return lengths
  }()
}
