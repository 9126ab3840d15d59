/// What may stand between a stop and the space behind it.
enum Closers {
  /// Behind closing quotation marks, brackets, emphasis, and footnote numbers such as `[1]`.
  static func skip(from start: Int, in text: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < text.endIndex, let length = length(at: index, in: text) { index += length }
    return index
  }

  private static func length(at index: Int, in text: ArraySlice<UInt8>) -> Int? {
    switch text[index] {
    case ASCII.quote, ASCII.apostrophe, ASCII.closeParenthesis, ASCII.closeBracket, ASCII.star, ASCII.underscore,
      ASCII.tilde, ASCII.backtick:
      return 1
    case ASCII.openBracket:
      let digits = text[(index + 1)...].prefix(4).prefix(while: \.isDigit).count
      let end = index + 1 + digits
      return digits > 0 && end < text.endIndex && text[end] == ASCII.closeBracket ? digits + 2 : nil
    case 0xC2: return index + 1 < text.endIndex && text[index + 1] == 0xBB ? 2 : nil
    case 0xE2, 0xE3, 0xEF: return index + 2 < text.endIndex && isWide(text[index...].prefix(3)) ? 3 : nil
    default: return nil
    }
  }

  /// `’ ” ›`, the closing corner and lenticular brackets, and the wide parenthesis.
  private static func isWide(_ mark: ArraySlice<UInt8>) -> Bool {
    let marks: [[UInt8]] = [
      [0xE2, 0x80, 0x99], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0xBA], [0xE3, 0x80, 0x8D], [0xE3, 0x80, 0x8F],
      [0xE3, 0x80, 0x91], [0xE3, 0x80, 0x8B], [0xEF, 0xBC, 0x89],
    ]
    return marks.contains(Array(mark))
  }
}

/// Emoji and emoticons behind a stop belong to the sentence before them.
enum Emoji {
  private static let emoticons: Set<String> = [
    ":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":p", ":/", ":-/", ":'(", "^^", "<3", ":|", "xD", "XD",
    "=)", "\\o/", ":o",
  ]

  /// Behind the words at `space` that are emoji only; `space` itself when there are none.
  static func skip(from space: Int, in text: ArraySlice<UInt8>) -> Int {
    var end = space
    while end < text.endIndex, text[end] == ASCII.space {
      guard end + 1 < text.endIndex, mayBegin(text[end + 1]) else { break }
      let word = text[(end + 1)...].prefix(40).prefix { $0 != ASCII.space }
      guard !word.isEmpty, isEmoji(word) || emoticons.contains(word.string) else { break }
      end = word.endIndex
    }
    return end
  }

  /// Whether one may begin with this byte: most words behind a stop begin with another.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte.isForeign || !byte.isWord || byte.lowered == UInt8(ascii: "x")
  }

  /// Pictures only: the planes of emoji, dingbats and symbols, with their joiners and variation selectors.
  private static func isEmoji(_ word: ArraySlice<UInt8>) -> Bool {
    word.string.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x2300...0x23FF, 0xFE0F, 0x200D, 0xE0020...0xE007F: true
      default: false
      }
    }
  }
}

/// The word that stands behind a stop, as far as it tells whether a sentence begins there.
struct NextWord {
  /// Where it begins, without marks before it; at most 64 bytes.
  private let opened: ArraySlice<UInt8>
  let isLower: Bool
  let isDigit: Bool

  init(at start: Int, in text: ArraySlice<UInt8>) {
    var opened = text[min(start, text.endIndex)...].prefix(64)
    while let first = opened.first {
      if first.isForeign {
        let (scalar, length) = opened.firstScalar
        guard !scalar.isLetter else { break }
        opened.removeFirst(length)
      } else if first.isWord || Self.stands(first) {
        break
      } else {
        opened.removeFirst()
      }
    }
    self.opened = opened
    isDigit = opened.first?.isDigit ?? false
    isLower = !opened.isEmpty && opened.firstScalar.scalar.isLowercase && !Self.isAddress(opened)
  }

  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.hasPrefix(ignoringCase: "http://") || text.hasPrefix(ignoringCase: "https://")
  }

  /// Its letters in lower case, at most 24 bytes.
  var word: String {
    let letters = opened.string.unicodeScalars.prefix { $0.isLetter || $0 == "'" }
    return String(String.UnicodeScalarView(letters)).lowercased()
  }

  /// Marks that names of code and of people begin with.
  private static func stands(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.backtick || byte == ASCII.at || byte == ASCII.hash
  }
}
