/// The number of a payment card (ISO/IEC 7812): 13 to 19 digits in one piece or in the groups that are printed, an
/// issuer's prefix with a length that it gives out, and the check digit by Luhn's formula.
enum CardNumber {
  /// The number whose first digit is at `index`.
  static func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    let before = bytes.byte(index - 1)
    guard bytes[index] >= UInt8(ascii: "2"), bytes[index] <= UInt8(ascii: "9"), bytes.byte(index + 1).isDigit,
      !before.isWord, ![.dot, .comma, .dash, .colon].contains(before) || !bytes.byte(index - 2).isWord
    else { return nil }
    var digits: [UInt8] = []
    var groups = [0]
    var separator: UInt8?
    var place = index
    while digits.count <= 19 {
      if bytes.byte(place).isDigit {
        digits.append(UInt8(bytes[place].digitValue))
        groups[groups.count - 1] += 1
        place += 1
        continue
      }
      let length = Self.separatorLength(in: bytes, at: place)
      let sign = bytes.byte(place) == .dash ? UInt8.dash : .space
      guard length > 0, bytes.byte(place + length).isDigit, sign == separator ?? sign else { break }
      // A word behind the last group is none of the number's.
      if isComplete(digits, groups), groups.count > 1 || sign == .space { break }
      separator = sign
      groups.append(0)
      place += length
    }
    let next = bytes.byte(place)
    guard isComplete(digits, groups), !next.isWord, next != .at,
      ![.dot, .comma, .dash].contains(next) || !bytes.byte(place + 1).isDigit
    else { return nil }
    return index..<place
  }

  private static func isComplete(_ digits: [UInt8], _ groups: [Int]) -> Bool {
    guard digits.count >= 13, digits.count <= 19, isPrinted(groups) else { return false }
    return isIssued(digits) && passesLuhn(digits)
  }

  /// A space, a no-break space or a dash.
  private static func separatorLength(in bytes: [UInt8], at place: Int) -> Int {
    switch bytes.byte(place) {
    case .space, .dash: 1
    case 0xc2 where bytes.byte(place + 1) == 0xa0: 2
    case 0xe2 where bytes.byte(place + 1) == 0x80 && bytes.byte(place + 2) == 0xaf: 3
    default: 0
    }
  }

  /// Fours, as on most cards; 4-6-5 of American Express, 4-6-4 of Diners Club, 6-13 and 8-8 of some lists.
  private static func isPrinted(_ groups: [Int]) -> Bool {
    if groups.count == 1 { return true }
    if groups.count >= 4 {
      return groups.dropLast().allSatisfy { $0 == 4 } && (1...4).contains(groups[groups.count - 1])
    }
    return [[4, 6, 5], [4, 6, 4], [6, 13], [8, 8]].contains(groups)
  }

  /// Prefixes of four digits with the lengths that are given out under them (<https://en.wikipedia.org/wiki/Payment_card_number>).
  private static func isIssued(_ digits: [UInt8]) -> Bool {
    let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    let lengths: Set<Int> =
      switch prefix {
      case 4000...4999: [13, 16, 19]
      case 5100...5599, 2221...2720, 2200...2204, 3528...3589: [16]
      case 3400...3499, 3700...3799: [15]
      case 3000...3059, 3095, 3600...3699, 3800...3999: [14, 16]
      case 6011, 6440...6599, 6521, 6522: [16]
      case 6200...6299, 8100...8171: [16, 17, 18, 19]
      case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763: [13, 14, 15, 16, 17, 18, 19]
      case 5067, 6362, 6277, 9792: [16]
      default: []
      }
    return lengths.contains(digits.count)
  }

  /// ISO/IEC 7812-1, annex B.
  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit) << (place & 1)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }
}
