import JSONText

/// The times of exports, as ISO 8601.
enum JSONTime {
  /// A date as it is written (RFC 3339 and its relatives), or a number of seconds, milliseconds or microseconds since
  /// 1970, also in digits within a string; empty for anything else.
  static func iso(_ node: JSONNode?) -> String {
    guard let text = node?.text else { return "" }
    if let seconds = epoch(text) { return iso(seconds: seconds) }
    return node?.kind == .string ? CalendarScanner.reading(of: Array(text.utf8)[...]).iso() : ""
  }

  /// Whole seconds since 1970 in Coordinated Universal Time: `2016-05-06T14:03:03Z`.
  static func iso(seconds: Int) -> String {
    let (days, rest) = (floor(seconds, 86_400), seconds - floor(seconds, 86_400) * 86_400)
    let date = date(days)
    let parts = [rest / 3_600, rest / 60 % 60, rest % 60].map { padded($0) }
    return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(parts.joined(separator: ":"))Z"
  }

  /// The seconds of a time between 1973 and 5138 that is written as a number; its size tells the unit.
  private static func epoch(_ text: String) -> Int? {
    let digits = text.prefix { $0 != "." }
    let fraction = text.dropFirst(digits.count).dropFirst()
    guard fraction.utf8.allSatisfy(\.isDigit), digits.utf8.allSatisfy(\.isDigit), let number = Int(digits) else {
      return nil
    }
    switch digits.utf8.count {
    case 9...11: return number
    case 12...14: return number / 1_000
    case 15...17: return number / 1_000_000
    default: return nil
    }
  }

  /// The day of the Gregorian calendar, `days` after 1 January 1970.
  ///
  /// Years are counted from March, so that the leap day is the last of its year (Hinnant, chrono-compatible date
  /// algorithms: civil_from_days).
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floor(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
