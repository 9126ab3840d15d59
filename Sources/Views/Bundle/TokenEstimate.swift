/// How many tokens a language model's tokenizer makes of a text, rather too many than too few.
///
/// A tokenizer with its vocabulary is megabytes that differ from model to model. What byte-pair encoders have in common is
/// how they part a text first (the patterns of cl100k_base and o200k_base: a run of letters, at most three digits, a run of
/// marks, white space), and that pieces which are rare in English and code fall apart. Each piece is counted by its length
/// and by its pairs of letters that are rare there. Held against cl100k_base the estimate is 1.1 to 1.6 times the count for
/// prose and code, and above it for hexadecimal, base64, random letters, emoji and fifteen languages (docs/reference/bundle.md).
package enum TokenEstimate {
  /// What is added to the whole, in percent.
  private static let margin = 5

  package static func tokens(in text: String) -> Int {
    var scanner = PieceScanner(Array(text.unicodeScalars))
    let quarters = scanner.quarters()
    return (quarters * (100 + margin) + 399) / 400
  }
}

/// Counts in quarters of a token.
private struct PieceScanner {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func quarters() -> Int {
    var sum = 0
    while at < scalars.count { sum += next() }
    return sum
  }

  private mutating func next() -> Int {
    let scalar = scalars[at]
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": return word()
    case " ", "\t": return blanks()
    case "\n", "\r":
      _ = run { $0 == "\n" || $0 == "\r" }
      return 4
    case _ where scalar.isASCII: return marks()
    default:
      at += 1
      return Self.quarters(ofForeign: scalar)
    }
  }

  private mutating func run(_ isPart: (Unicode.Scalar) -> Bool) -> ArraySlice<Unicode.Scalar> {
    let start = at
    while at < scalars.count, isPart(scalars[at]) { at += 1 }
    return scalars[start..<at]
  }

  // MARK: letters and digits

  private mutating func word() -> Int {
    let start = at
    let blob = run { $0.isLetter || $0.isDigit || $0 == "+" || $0 == "/" || $0 == "=" }
    if blob.count >= 8, blob.contains(where: \.isDigit), blob.contains(where: \.isLetter) {
      return 4 * blob.count
    }
    at = start
    if scalars[at].isDigit { return (run(\.isDigit).count + 2) / 3 * 4 }
    return Self.quarters(ofLetters: run(\.isLetter))
  }

  /// Parts at capitals, as `camelCase` and `HTTPServer` are read.
  private static func quarters(ofLetters letters: ArraySlice<Unicode.Scalar>) -> Int {
    var sum = 0
    var start = letters.startIndex
    for index in letters.indices.dropFirst() {
      let isHump = letters[index].isUpper && !letters[index - 1].isUpper
      let endsCapitals =
        letters[index].isUpper && index + 1 < letters.endIndex && !letters[index + 1].isUpper
        && letters[index - 1].isUpper
      if isHump || endsCapitals {
        sum += quarters(ofHump: letters[start..<index])
        start = index
      }
    }
    return sum + quarters(ofHump: letters[start...])
  }

  private static func quarters(ofHump hump: ArraySlice<Unicode.Scalar>) -> Int {
    var rare = 0
    for index in hump.indices.dropFirst() {
      let (first, second) = (hump[index - 1].place, hump[index].place)
      if LetterPairs.common[first] >> UInt32(second) & 1 == 0 { rare += 1 }
    }
    let isCapitals = hump.count > 1 && hump.allSatisfy(\.isUpper)
    return 4 * max(isCapitals ? (hump.count + 1) / 2 : 0, (hump.count + 5) / 6, 1 + rare)
  }

  // MARK: the rest

  /// One blank before a word belongs to the word.
  private mutating func blanks() -> Int {
    let blanks = run { $0 == " " || $0 == "\t" }
    let joins =
      at < scalars.count
      && (scalars[at].isLetter || scalars[at].isDigit || "({[\"=".unicodeScalars.contains(scalars[at]))
    return blanks.count == 1 && blanks.first == " " && joins ? 0 : 4 * (1 + blanks.count / 60)
  }

  private mutating func marks() -> Int {
    let marks = run { $0.isASCII && !$0.isLetter && !$0.isDigit && $0.value > 0x20 || $0.value == 0x7F }
    guard let first = marks.first else {
      // A control character.
      at += 1
      return 8
    }
    if marks.allSatisfy({ $0 == first }) { return 4 * (1 + marks.count / 16) }
    return marks.count < 4 ? 4 * ((2 * marks.count + 2) / 3) : 4 * marks.count
  }

  private static func quarters(ofForeign scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Kana and Hangul are more often pieces of their own than other letters of three bytes.
    case 0x3040...0x30FF, 0xAC00...0xD7A3: 6
    case 0..<0x800: scalar.properties.isAlphabetic ? 4 : 6
    case 0x800..<0x10000: 8
    default: 16
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isUpper: Bool { "A"..."Z" ~= self }
  fileprivate var isLetter: Bool { "a"..."z" ~= self || isUpper }
  fileprivate var isDigit: Bool { "0"..."9" ~= self }
  /// Of a letter in the alphabet, from 0.
  fileprivate var place: Int { Int(value | 0x20) - 0x61 }
}

/// Which letters follow which in English words and identifiers, each in at least 6 of 10,000 pairs.
private enum LetterPairs {
  /// A row for each first letter, a bit for each second one.
  static let common: [UInt32] = [
    0x13EBD4E, 0x1164911, 0x1E4D95, 0x164919, 0x1EFF97F, 0x1E4931, 0x166991, 0xA4111, 0x2AEF87F, 0x0, 0x40110,
    0x11C4919,
    0x1CD913, 0x3CED7D, 0x7EFD6F, 0x11EC991, 0x100000, 0x13EFD7D, 0x15CFD95, 0x15ED9BD, 0xEB937, 0x111, 0x66191,
    0x88014,
    0xCA010, 0x10,
  ]
}
