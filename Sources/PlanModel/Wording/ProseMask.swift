/// Makes of Markdown prose the words that its author said, in lower case and byte for byte at the same offsets.
///
/// Code, addresses and words in quotation marks become `opaque`, because they name something and say nothing themselves;
/// comments, citations, the targets of links and marks of emphasis become spaces.
struct ProseMask {
  /// Stands for a byte of something that is named.
  static let opaque = UInt8(ascii: "`")
  /// Stands for a byte that is no part of the word around it: the rest of a curly apostrophe.
  static let skipped: UInt8 = 0
  /// How far the end of a code span or a link is looked for, so that time stays linear.
  private static let reach = 1_000

  private let bytes: [UInt8]
  private(set) var result: [UInt8]
  private var index = 0

  init(_ source: ArraySlice<UInt8>) {
    bytes = Array(source)
    result = bytes
    while index < bytes.count { step() }
  }

  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      result[index] = byte | 0x20
      index += 1
    case UInt8(ascii: "`"): code()
    case UInt8(ascii: "<"): markup()
    case UInt8(ascii: "("): parenthesis()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quotation(closing: [byte])
    case UInt8(ascii: "["), UInt8(ascii: "]"): link()
    case UInt8(ascii: "-"): identifier()
    case UInt8(ascii: ":"): address()
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "\\"), 0x09, 0x0b...0x0d: fill(index + 1, with: 0x20)
    case UInt8(ascii: "_"): underscore()
    case 0xc2 where index + 1 < bytes.count && bytes[index + 1] == 0xa0: fill(index + 2, with: 0x20)
    case 0xe2 where index + 2 < bytes.count && bytes[index + 1] == 0x80: punctuation()
    // Arrows and other symbols part sentences and are no letters; so do pictures.
    case 0xe2 where index + 2 < bytes.count && (0x81...0xaf).contains(bytes[index + 1]):
      fill(index + 3, with: UInt8(ascii: ";"))
    case 0xf0: fill(index + 4, with: 0x20)
    default: index += 1
    }
  }

  private mutating func fill(_ end: Int, with byte: UInt8) {
    for place in index..<min(end, bytes.count) { result[place] = byte }
    index = min(end, bytes.count)
  }

  /// A code span: as many backticks as it began with end it (CommonMark 0.31, 6.1).
  private mutating func code() {
    let marks = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
    var place = index + marks
    while place < min(bytes.count, index + Self.reach) {
      let run = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == marks { return fill(place + run, with: Self.opaque) }
      place += max(1, run)
    }
    // Without an end these are marks and no code.
    fill(index + marks, with: 0x20)
  }

  /// A comment, a tag or an address in angle brackets.
  private mutating func markup() {
    if bytes[index...].starts(with: "<!--".utf8) {
      let end = bytes[index...].firstPlace(of: Array("-->".utf8))?.upperBound ?? bytes.count
      return fill(end, with: 0x20)
    }
    let next = index + 1 < bytes.count ? bytes[index + 1] | 0x20 : 0
    let isTag = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) || next == UInt8(ascii: "/") | 0x20
    guard isTag, let end = bytes[index...].prefix(200).firstIndex(of: UInt8(ascii: ">")) else {
      index += 1
      return
    }
    fill(end + 1, with: bytes[index..<end].contains(UInt8(ascii: ":")) ? Self.opaque : 0x20)
  }

  /// A parenthesis that holds a citation alone is no part of the sentence.
  private mutating func parenthesis() {
    if let end = bytes[index...].prefix(120).firstIndex(of: UInt8(ascii: ")")), end > index + 11,
      ItemID(utf8: bytes[(index + 1)..<(index + 1 + ItemID.length)]) != nil
    {
      return fill(end + 1, with: 0x20)
    }
    index += 1
  }

  /// Words in quotation marks, on at most a few lines, are somebody else's or a label's.
  private mutating func quotation(closing: [UInt8]) {
    let isInWord = index > 0 && Self.isWord(bytes[index - 1])
    let first = index + closing.count
    guard !isInWord, first < bytes.count, bytes[first] != 0x20,
      let end = bytes[first...].prefix(200).firstPlace(of: closing),
      end.upperBound == bytes.count || !Self.isWord(bytes[end.upperBound])
    else {
      if closing.count > 1 { fill(index + closing.count, with: 0x20) } else { index += 1 }
      return
    }
    fill(end.upperBound, with: Self.opaque)
  }

  /// The brackets of a link, and its target.
  private mutating func link() {
    let isTarget = bytes[index...].starts(with: "](".utf8)
    if isTarget, let end = bytes[index...].prefix(Self.reach).firstIndex(of: UInt8(ascii: ")")) {
      return fill(end + 1, with: 0x20)
    }
    // A ticked box in front of a list item.
    if bytes[index...].starts(with: "[x] ".utf8) || bytes[index...].starts(with: "[X] ".utf8), index == 0 {
      return fill(3, with: 0x20)
    }
    fill(index + 1, with: 0x20)
  }

  /// An item's id, with the lines that are cited behind it.
  private mutating func identifier() {
    let start = index - 2
    guard start >= 0, start + ItemID.length <= bytes.count, start == 0 || !Self.isWord(bytes[start - 1]),
      ItemID(utf8: bytes[start..<(start + ItemID.length)]) != nil
    else {
      index += 1
      return
    }
    let rest = bytes[(start + ItemID.length)...].prefix { Self.isWord($0) || $0 == UInt8(ascii: "#") || $0 == 0x2d }
    index = start
    fill(rest.endIndex, with: Self.opaque)
  }

  /// The rest of an address of the web or of mail, from its scheme on.
  private mutating func address() {
    guard bytes[index...].starts(with: "://".utf8) else {
      index += 1
      return
    }
    while index > 0, Self.isWord(bytes[index - 1]) { index -= 1 }
    let end = bytes[index...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ">") }
    fill(end ?? bytes.count, with: Self.opaque)
  }

  /// Emphasis at the edge of a word; within one it is a letter of a name.
  private mutating func underscore() {
    let isWithin =
      index > 0 && Self.isWord(bytes[index - 1]) && index + 1 < bytes.count && Self.isWord(bytes[index + 1])
    if isWithin { index += 1 } else { fill(index + 1, with: 0x20) }
  }

  /// General Punctuation of Unicode: quotation marks, dashes, the ellipsis.
  private mutating func punctuation() {
    switch bytes[index + 2] {
    case 0x99:
      result[index] = UInt8(ascii: "'")
      result[index + 1] = Self.skipped
      result[index + 2] = Self.skipped
      index += 3
    case 0x9c: quotation(closing: [0xe2, 0x80, 0x9d])
    case 0xa6: fill(index + 3, with: UInt8(ascii: "."))
    case 0x92...0x95:
      fill(index + 3, with: 0x20)
      result[index - 2] = UInt8(ascii: "-")
    default: fill(index + 3, with: 0x20)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xff:
      true
    default: false
    }
  }
}
