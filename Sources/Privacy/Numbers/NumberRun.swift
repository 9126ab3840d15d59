/// Groups of digits with what stands between them, as telephone numbers are written.
struct NumberRun {
  /// What stands between two groups.
  enum Separator {
    case space, dash, dot, slash
    /// ` - ` or ` / `.
    case wide
    /// An opening or closing bracket, with a space or dash or without.
    case opening, closing
  }

  struct Group {
    var range: Range<Int>
    /// What stands before it; nil before the first.
    var separator: Separator?
    /// Whether it stands in brackets.
    var isBracketed: Bool

    var count: Int { range.count }
  }

  private(set) var groups: [Group] = []

  /// The groups from `start`, where a digit or an opening bracket is. At most `limit` digits are read, and a few more.
  ///
  /// - Parameter opensBracket: whether a bracket is open already.
  init(in bytes: [UInt8], at start: Int, opensBracket: Bool = false, limit: Int = 24) {
    var place = start
    var isOpen = opensBracket
    var separator: Separator?
    if bytes.byte(place) == .openRound {
      isOpen = true
      place += 1
    }
    var digits = 0
    while digits < limit {
      let end = bytes.end(from: place, limit: limit) { $0.isDigit }
      if end == place { break }
      groups.append(Group(range: place..<end, separator: separator, isBracketed: isOpen))
      digits += end - place
      guard let next = Self.separator(in: bytes, at: end) else { break }
      if next.kind == (isOpen ? .opening : .closing) || (isOpen && next.kind != .closing) { break }
      if next.kind == .opening { isOpen = true }
      if next.kind == .closing { isOpen = false }
      separator = next.kind
      place = end + next.length
    }
    // A bracket that nothing closes is none of the number's.
    if isOpen, groups.last?.isBracketed == true, bytes.byte(groups[groups.count - 1].range.upperBound) != .closeRound {
      groups.removeLast()
    }
  }

  /// The separator at `place`, in front of a digit, with its length in bytes.
  private static func separator(in bytes: [UInt8], at place: Int) -> (kind: Separator, length: Int)? {
    var kind: Separator?
    var place = place
    let start = place
    // ` - ` and `) - ` are three characters and four; more are no separator.
    for _ in 0..<4 {
      if bytes.byte(place).isDigit { return kind.map { ($0, place - start) } }
      guard let (sign, length) = sign(in: bytes, at: place) else { return nil }
      switch (kind, sign) {
      case (nil, _): kind = sign
      case (.space, .opening), (.dash, .opening), (.slash, .opening): kind = .opening
      case (.space, .dash), (.space, .slash): kind = .wide
      case (.dash, .space), (.slash, .space), (.wide, .space): kind = .wide
      case (.closing, .space), (.closing, .dash), (.closing, .slash), (.opening, .space): break
      default: return nil
      }
      place += length
    }
    return bytes.byte(place).isDigit ? kind.map { ($0, place - start) } : nil
  }

  private static func sign(in bytes: [UInt8], at place: Int) -> (Separator, length: Int)? {
    switch bytes.byte(place) {
    case .space: return (.space, 1)
    case .dash: return (.dash, 1)
    case .dot: return (.dot, 1)
    case .slash: return (.slash, 1)
    case .openRound: return (.opening, 1)
    case .closeRound: return (.closing, 1)
    case 0xc2 where bytes.byte(place + 1) == 0xa0: return (.space, 2)
    case 0xe2 where bytes.byte(place + 1) == 0x80:
      // U+2009 and U+202F are spaces; U+2010 to U+2013 are hyphens and dashes.
      switch bytes.byte(place + 2) {
      case 0x89, 0xaf: return (.space, 3)
      case 0x90...0x93: return (.dash, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// The groups up to and without `end`.
  func prefix(_ end: Int) -> NumberRun {
    var run = self
    run.groups = Array(groups.prefix(end))
    return run
  }

  var counts: [Int] { groups.map(\.count) }
  var digitCount: Int { groups.reduce(0) { $0 + $1.count } }

  /// Where the last group ends, with the bracket that closes it.
  func end(in bytes: [UInt8]) -> Int {
    guard let last = groups.last else { return 0 }
    return last.range.upperBound + (last.isBracketed && bytes.byte(last.range.upperBound) == .closeRound ? 1 : 0)
  }
}
