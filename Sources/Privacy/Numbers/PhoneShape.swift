/// Which of the first groups of a run of digits make a telephone number. A space may end it, no other separator.
struct PhoneShape {
  private let groups: [NumberRun.Group]
  private let counts: [Int]
  /// All digits, as ASCII.
  private let digits: [UInt8]

  init(_ run: NumberRun, _ bytes: [UInt8]) {
    groups = run.groups
    counts = run.counts
    digits = run.groups.flatMap { bytes[$0.range] }
  }

  /// How many groups an international number has whose code begins `skipped` digits behind the start.
  func international(skipping skipped: Int = 0) -> Int? {
    guard let lengths = CallingCode.lengths(of: digits.dropFirst(skipped)) else { return nil }
    // A fraction: `+48.857712`.
    if counts.count == 2, groups[1].separator == .dot { return nil }
    return longest { end in
      // `+49 (0)30`: the trunk prefix is dialled at home only.
      let count = count(end) - skipped - (isTrunkInBrackets(end) ? 1 : 0)
      return lengths.contains(count) && !digits[..<self.count(end)].suffix(6).allSatisfy { $0 == .zero }
    }
  }

  /// How many groups make a number where a word says that one is coming.
  func inContext(minimum: Int) -> Int? {
    isDate ? nil : longest { (minimum...15).contains(count($0)) && !isAddress($0) }
  }

  /// How many groups make a number by their form alone.
  func national() -> Int? {
    guard counts.count > 1, !isDate else { return nil }
    if digits[0] == .zero { return digits[1] == .zero ? prefixed() : trunk() }
    return northAmerican() ?? bracketed() ?? grouped()
  }

  /// `0049 30 123456`
  private func prefixed() -> Int? {
    // Only in Italy a zero stands behind the code.
    let isNational = digits.count > 4 && digits[4] == .zero && !digits[2..<4].elementsEqual("39".utf8)
    guard !isNational, let end = international(skipping: 2), count(end) >= 11 else { return nil }
    return end
  }

  /// The trunk prefix 0 and an area or network: `030 123456`, `0171/1234567`, `01 23 45 67 89`, `(030) 12345-0`.
  private func trunk() -> Int? {
    guard (2...6).contains(counts[0]) else { return nil }
    if counts.count == 2 {
      // `01.234567` is a fraction, and `01067-01069` a range.
      if groups[1].separator == .dot, counts[0] == 2 { return nil }
      if counts[0] == counts[1], digits[counts[0]] == .zero { return nil }
    }
    return longest { end in
      guard (9...13).contains(count(end)), !isAddress(end) else { return false }
      for index in 1..<max(1, end) {
        let isWide = groups[index].separator == .wide && index > 1
        let isShort = counts[index] < 2 && !(index == end - 1 && groups[index].separator == .dash)
        if isWide || isShort || counts[index] > 9 { return false }
      }
      // Pairs are French only when there are five, alike separated; else they are times or dates.
      let isPairs = counts[..<end].allSatisfy { $0 == 2 }
      return !isPairs || (end == 5 && groups[1..<5].allSatisfy { $0.separator == groups[1].separator })
    }
  }

  /// `(212) 555-0123`, `212-555-0123`, `1 212 555 0123`: area and exchange begin with 2 to 9, as the North American
  /// Numbering Plan has it.
  private func northAmerican() -> Int? {
    let first = counts.starts(with: [1, 3, 3, 4]) && digits[0] == UInt8(ascii: "1") ? 1 : 0
    let end = first + 3
    guard first == 1 || counts.starts(with: [3, 3, 4]), ends(after: end), (2...9).contains(digits[first].digitValue),
      (2...9).contains(digits[first + 3].digitValue)
    else { return nil }
    let separators = [groups[first + 1].separator, groups[first + 2].separator]
    guard !separators.contains(.wide), separators[1] != .slash else { return nil }
    // A row of numbers has the same form.
    let isRow = separators == [.space, .space] && !groups[first].isBracketed && counts.count > end
    return isRow ? nil : end
  }

  /// An area code in brackets: `(11) 91234-5678`, `8 (912) 345-67-89`, but not a year.
  private func bracketed() -> Int? {
    if groups[0].isBracketed, [2, 3, 5].contains(counts[0]) { return longest { (9...13).contains(count($0)) } }
    guard counts.starts(with: [1, 3]), groups[1].isBracketed, (7...8).contains(digits[0].digitValue) else { return nil }
    return longest { count($0) == 11 }
  }

  /// Groups that no other number has.
  private func grouped() -> Int? {
    let forms: [(counts: [Int], first: ClosedRange<Int>)] = [
      // Russia, China, Spain, Poland.
      ([1, 3, 3, 2, 2], 8...8), ([1, 3, 3, 4], 7...8), ([3, 4, 4], 1...1), ([3, 2, 2, 2], 6...9),
      ([2, 3, 2, 2], 1...9),
    ]
    for form in forms where counts == form.counts && form.first.contains(digits[0].digitValue) {
      let isPlain = groups[1...].allSatisfy { $0.separator == .space || $0.separator == .dash }
      if isPlain { return counts.count }
    }
    // Brazil's have their dash before the last four digits.
    let isBrazilian = [[2, 5, 4], [2, 4, 4]].contains(counts)
    return isBrazilian && groups[1].separator == .space && groups[2].separator == .dash ? 3 : nil
  }

  // MARK: Parts

  /// The most groups that satisfy `isWhole` and may end there.
  private func longest(_ isWhole: (Int) -> Bool) -> Int? {
    for end in (0..<groups.count).reversed() where ends(after: end + 1) && isWhole(end + 1) { return end + 1 }
    return nil
  }

  private func ends(after end: Int) -> Bool {
    guard end < groups.count, let separator = groups[end].separator else { return end == groups.count }
    return [.space, .wide, .opening].contains(separator)
  }

  /// The digits of the first `end` groups.
  private func count(_ end: Int) -> Int { counts[..<end].reduce(0, +) }

  private func isTrunkInBrackets(_ end: Int) -> Bool {
    groups[..<end].indices.contains { groups[$0].isBracketed && counts[$0] == 1 && digits[count($0)] == .zero }
  }

  /// `31.12.2026`, `12-31-26`, `2026/12/31`.
  private var isDate: Bool {
    guard counts.count >= 3, let separator = groups[1].separator, separator == groups[2].separator,
      [.dot, .dash, .slash].contains(separator)
    else { return false }
    let numbers = (0..<3).map { digits[count($0)..<count($0 + 1)].prefix(4).reduce(0) { $0 * 10 + $1.digitValue } }
    switch counts[..<3] {
    case [2, 2, 4]: return max(numbers[0], numbers[1]) <= 31 && min(numbers[0], numbers[1]) <= 12
    case [4, 2, 2]: return (1...12).contains(numbers[1]) && numbers[2] <= 31
    case [2, 2, 2]: return counts.count == 3 || groups[3].separator != separator
    default: return false
    }
  }

  /// `010.020.030.040`
  private func isAddress(_ end: Int) -> Bool {
    end == 4 && counts[..<4].allSatisfy { $0 <= 3 } && groups[1..<4].allSatisfy { $0.separator == .dot }
  }
}
