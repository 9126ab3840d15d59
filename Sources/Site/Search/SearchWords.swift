/// Text as the words that a search of a site looks up: runs of letters, digits and their marks, in small letters, Latin
/// ones without their accents. Where a script has no spaces between words each letter is a word.
///
/// `search.js` reads what is typed in the same way; the two change together.
enum SearchWords {
  /// What is longer is cut there: nobody types more of it.
  static let longest = 24

  /// Hands over each word of a text, one that stands there twice as often.
  static func each(of text: String, _ body: (SearchWord) -> Void) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return eachASCII(text, body) }
    var word = String.UnicodeScalarView()
    var length = 0
    func close() {
      if length > 0 { body(SearchWord(word)) }
      word.removeAll(keepingCapacity: true)
      length = 0
    }
    for scalar in text.unicodeScalars {
      if isJoined(scalar) { continue }
      guard isPart(scalar) else {
        close()
        continue
      }
      if standsAlone(scalar) { close() }
      if length < longest {
        for small in folded(scalar) { word.append(small) }
        length += 1
      }
      if standsAlone(scalar) { close() }
    }
    close()
  }

  /// The same for most texts, in a fraction of the time.
  private static func eachASCII(_ text: String, _ body: (SearchWord) -> Void) {
    var letters = ASCIILetters()
    for byte in text.utf8 {
      let small = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
      if (0x30...0x39).contains(small) || (0x61...0x7a).contains(small) {
        letters.append(small)
      } else if !letters.isEmpty {
        body(letters.word)
        letters = ASCIILetters()
      }
    }
    if !letters.isEmpty { body(letters.word) }
  }

  /// An accent that stands behind its letter.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36f).contains(scalar.value) }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x61...0x7a).contains(value | 0x20)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Thai, Lao, Burmese, Khmer, and the signs of Chinese and Japanese.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xe00...0xeff, 0x1000...0x109f, 0x1780...0x17ff, 0x2e80...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff: true
    default: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let value = scalar.value
    if value < 0x80 {
      let small = (0x41...0x5a).contains(value) ? value | 0x20 : value
      return String.UnicodeScalarView([Unicode.Scalar(UInt8(small))])
    }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    if let first = small.first, small.count == 1, (0xdf...0x17f).contains(first.value) {
      let base = bases[Int(first.value) - 0xdf]
      if base != UInt8(ascii: ".") { return String.UnicodeScalarView([Unicode.Scalar(base)]) }
    }
    return small
  }

  /// The letters U+00DF to U+017F without their accents; a point where there is none to take away.
  private static let bases = Array(
    (".aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiii"
      + "ii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.")
      .utf8)
}
