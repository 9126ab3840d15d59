/// A telephone number as people write it (ITU-T E.123 and national habits).
///
/// International: `+` or `00`, a code that exists, and 8 to 15 digits in all. National: 9 to 13 digits that begin with
/// the trunk prefix `0` or an area code in brackets, or are grouped as in North America, Russia, China, Brazil or Spain;
/// there has to be a separator. Behind a word for telephones any 6 to 15 digits will do. A short extension belongs to it.
///
/// Dates, times, ranges, addresses of version 4, decimal fractions, and numbers of orders, articles and books are none.
enum PhoneNumber {
  /// The number that begins at `index` with a digit, `+` or `(`.
  static func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    guard mayBegin(bytes, at: index), let run = run(in: bytes, at: index) else { return nil }
    let isInternational = bytes[index] == .plus || bytes.byte(index + 1) == .plus
    let shape = PhoneShape(run, bytes)
    guard let groups = isInternational ? shape.international() : national(shape, bytes, at: index) else { return nil }
    let end = run.prefix(groups).end(in: bytes)
    guard mayEnd(bytes, at: end), !isInternational || !isAmount(bytes, at: end) else { return nil }
    return index..<PhoneExtension.end(in: bytes, at: end)
  }

  private static func national(_ shape: PhoneShape, _ bytes: [UInt8], at index: Int) -> Int? {
    switch PhoneContext.before(index, in: bytes) {
    case .telephone: shape.inContext(minimum: 6) ?? shape.national()
    case .perhaps: shape.national() ?? shape.inContext(minimum: 9)
    case .otherNumber: nil
    case .unknown: shape.national()
    }
  }

  /// The groups of digits behind the sign at `index`: `+49`, `+ 49`, `+(49)`, `(+49)`, `(030)`, `030`.
  private static func run(in bytes: [UInt8], at index: Int) -> NumberRun? {
    let isBracket = bytes[index] == .openRound
    let sign = isBracket ? index + 1 : index
    guard bytes.byte(sign) == .plus else {
      guard bytes.byte(sign).isDigit, digitsAhead(bytes, at: index) >= 6 else { return nil }
      return closed(NumberRun(in: bytes, at: index), isBracket)
    }
    let first = bytes.byte(sign + 1) == .space ? sign + 2 : sign + 1
    let isInner = bytes.byte(first) == .openRound && !isBracket
    let digit = isInner ? bytes.byte(first + 1) : bytes.byte(first)
    guard digit.isDigit, digit != .zero else { return nil }
    return closed(NumberRun(in: bytes, at: first, opensBracket: isBracket), isBracket)
  }

  /// A bracket around all of a number is none of it: then nothing begins here.
  private static func closed(_ run: NumberRun, _ isBracket: Bool) -> NumberRun? {
    isBracket && run.groups.count < 2 ? nil : run
  }

  /// What stands before `index` is no part of the same number or name.
  private static func mayBegin(_ bytes: [UInt8], at index: Int) -> Bool {
    let before = bytes.byte(index - 1)
    let second = bytes.byte(index - 2)
    switch before {
    case .dash, .plus: return !second.isWord && second != .plus
    case .dot, .colon, .slash, .comma: return !second.isDigit
    case .hash, .percent, .at, UInt8(ascii: "$"), UInt8(ascii: "~"): return false
    case .space: return !isInRow(bytes, at: index)
    default: return !before.isWord
    }
  }

  /// Whether two groups of digits stand before, with single spaces behind them.
  private static func isInRow(_ bytes: [UInt8], at index: Int) -> Bool {
    var place = index
    for _ in 0..<2 {
      let end = place - 1
      place = end
      while place > end - 6, bytes.byte(place - 1).isDigit { place -= 1 }
      if place == end || bytes.byte(end) != .space { return false }
    }
    return !bytes.byte(place - 1).isDigit
  }

  /// What stands at `end` continues neither the number nor a word.
  private static func mayEnd(_ bytes: [UInt8], at end: Int) -> Bool {
    let next = bytes.byte(end)
    let second = bytes.byte(end + 1)
    switch next {
    case UInt8(ascii: "x"): return second.isDigit
    case .at, .percent: return false
    case .dot, .slash, .colon, .comma, .plus: return !second.isDigit
    case .dash: return !second.isAlphanumeric
    default: return !next.isWord
    }
  }

  /// `+20 000 000 €`
  private static func isAmount(_ bytes: [UInt8], at end: Int) -> Bool {
    let place = bytes.byte(end) == .space ? end + 1 : end
    let units = ["€", "$", "£", "EUR", "USD", "%"]
    return units.contains { bytes.holds(Array($0.utf8), at: place) }
  }

  /// How many digits stand in the next bytes, with nothing but separators between them.
  private static func digitsAhead(_ bytes: [UInt8], at index: Int) -> Int {
    var digits = 0
    for place in index..<min(bytes.count, index + 32) {
      switch bytes[place] {
      case .zero...UInt8(ascii: "9"): digits += 1
      case .space, .dash, .dot, .slash, .openRound, .closeRound, 0x80...: continue
      default: return digits
      }
    }
    return digits
  }
}
