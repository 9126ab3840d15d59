/// An offset from the beginning of a recording.
struct CaptionTime: Hashable {
  let milliseconds: Int

  /// `00:00:04.500`: hours, minutes, seconds and thousandths, as WebVTT writes them.
  var offset: String {
    let seconds = milliseconds / 1_000
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
    return clock.joined(separator: ":") + "." + Self.padded(milliseconds % 1_000, 3)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// The line that says when a cue is shown: `00:01.000 --> 00:04.500`, and the settings behind it.
///
/// Hours may be missing and may have any number of digits, as WebVTT says; SubRip separates the thousandths with a
/// comma. Files made by hand also have a colon there, leave them out, put spaces between, or draw a shorter arrow.
struct CaptionTiming {
  let begin: CaptionTime
  let end: CaptionTime

  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, first.isDigit, line.contains(ASCII.colon) else { return nil }
    var clock = CaptionClock(line)
    guard let begin = clock.time(), clock.isPrecise, clock.skipArrow() else { return nil }
    self.begin = begin
    guard let end = clock.isAtEnd ? begin : clock.time() else { return nil }
    self.end = end
  }
}

/// Reads a timing line piece by piece.
private struct CaptionClock {
  private var rest: ArraySlice<UInt8>
  /// The last time had hours or thousandths: `12:30 -> 13:00` is an agenda's.
  private(set) var isPrecise = false
  /// It had both.
  private var isWhole = false

  init(_ line: ArraySlice<UInt8>) { rest = line }

  var isAtEnd: Bool { rest.allSatisfy(\.isWhite) }

  /// Two or three numbers with colons between them, and thousandths if there are any.
  mutating func time() -> CaptionTime? {
    skipSpaces()
    guard var seconds = number()?.value else { return nil }
    var parts = 1
    while parts < 3, take(ASCII.colon) {
      guard let next = number() else { return nil }
      seconds = seconds * 60 + next.value
      parts += 1
    }
    guard parts > 1 else { return nil }
    let isFollowed = take(ASCII.dot) || take(ASCII.comma) || take(ASCII.colon)
    (isPrecise, isWhole) = (parts == 3 || isFollowed, parts == 3 && isFollowed)
    return CaptionTime(milliseconds: seconds * 1_000 + (isFollowed ? thousandths() : 0))
  }

  /// `-->`, or a shorter one; YouTube's own captions have a comma.
  mutating func skipArrow() -> Bool {
    if isWhole, take(ASCII.comma) { return rest.first?.isDigit ?? false }
    skipSpaces()
    let hyphens = rest.prefix(3).prefix { $0 == ASCII.hyphen }.count
    rest = rest.dropFirst(hyphens)
    return hyphens > 0 && take(ASCII.greater)
  }

  private mutating func thousandths() -> Int {
    guard let (value, count) = number() else { return 0 }
    return switch count {
    case 1: value * 100
    case 2: value * 10
    case 3: value
    default: Int(String(value).prefix(3)) ?? 0
    }
  }

  private mutating func number() -> (value: Int, count: Int)? {
    let digits = rest.prefix(10).prefix(while: \.isDigit)
    guard 1...9 ~= digits.count else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }

  /// Passes over `byte` and the spaces around it, if it comes next.
  private mutating func take(_ byte: UInt8) -> Bool {
    let next = rest.drop { $0 == ASCII.space }
    guard next.first == byte else { return false }
    rest = next.dropFirst().drop { $0 == ASCII.space }
    return true
  }

  private mutating func skipSpaces() {
    rest = rest.drop(while: \.isWhite)
  }
}
