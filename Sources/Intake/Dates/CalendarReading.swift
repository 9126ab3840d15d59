/// A date, a time of day, or both, as people and programs write them; made into ISO 8601.
///
/// Only what is written is given: no date is guessed for a time, no offset for a zone that has no fixed one, and no
/// order of day and month where both are possible.
struct CalendarReading: Hashable {
  typealias DayOrder = DateOrder

  var year: Int?
  var month: Int?
  var day: Int?
  /// The two numbers of a date whose order the date itself does not tell.
  var ambiguous: [Int] = []
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// `Z`, or `+02:00`.
  var offset = ""
  var isAfternoon: Bool?

  /// ISO 8601: `2005-06-06T22:21:22+02:00`, a date alone, or a time of day alone; empty when there is neither.
  func iso(_ order: DayOrder? = nil) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(32)
    let date = date(order)
    if let date {
      Self.add(date.year, width: 4, to: &text)
      text.append(ASCII.hyphen)
      Self.add(date.month, to: &text)
      text.append(ASCII.hyphen)
      Self.add(date.day, to: &text)
    }
    guard let time else { return text.string }
    if date != nil { text.append(UInt8(ascii: "T")) }
    Self.add(time.hour, to: &text)
    text.append(ASCII.colon)
    Self.add(time.minute, to: &text)
    if let second {
      text.append(ASCII.colon)
      Self.add(second, to: &text)
    }
    if date != nil { text += offset.utf8 }
    return text.string
  }

  /// Which order this date proves, if any.
  var provenOrder: DayOrder? {
    guard ambiguous.count == 2 else { return nil }
    if ambiguous[0] > 12 { return .dayFirst }
    return ambiguous[1] > 12 ? .monthFirst : nil
  }

  private func date(_ order: DayOrder?) -> (year: Int, month: Int, day: Int)? {
    guard let year else { return nil }
    var (month, day) = (month, day)
    if ambiguous.count == 2, let order = provenOrder ?? order {
      (day, month) = order == .dayFirst ? (ambiguous[0], ambiguous[1]) : (ambiguous[1], ambiguous[0])
    }
    guard let month, let day, 1...12 ~= month, 1...31 ~= day else { return nil }
    return (year, month, day)
  }

  private var time: (hour: Int, minute: Int)? {
    guard var hour, let minute, 0...59 ~= minute, 0...24 ~= hour else { return nil }
    if isAfternoon == true, hour < 12 { hour += 12 }
    if isAfternoon == false, hour == 12 { hour = 0 }
    return (hour, minute)
  }

  /// Adds at least `width` digits.
  private static func add(_ number: Int, width: Int = 2, to text: inout [UInt8]) {
    var power = 10
    for _ in 1..<width { power *= 10 }
    guard 0..<power ~= number else { return text += String(number).utf8 }
    while power > 1 {
      power /= 10
      text.append(0x30 + UInt8(number / power % 10))
    }
  }
}
