/// A moment written in ISO 8601 with its offset, such as `2026-03-01T09:30:00+01:00`, on one scale for all offsets.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC, by the proleptic Gregorian calendar.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Nil for anything but a date, `T` or a space, a time to the second (a fraction is dropped) and `Z` or an offset.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let day = CalendarDay(text.prefix(10)), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Self.number(bytes[11...12], below: 24), let minute = Self.number(bytes[14...15], below: 60),
      let second = Self.number(bytes[17...18], below: 61)
    else { return nil }
    var zone = bytes[19...]
    if zone.first == UInt8(ascii: ".") { zone = zone.dropFirst().drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
    guard let offset = Self.offset(Array(zone)) else { return nil }
    seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
  }

  /// As sources state it: as above, also to the minute; a time without an offset, which is taken for UTC; or a day, which is
  /// taken for its noon.
  package init?(stated text: String) {
    let (minute, rest) = (text.prefix(16), text.dropFirst(16))
    let whole = rest.hasPrefix(":") ? text : minute + ":00" + rest
    if let instant = Instant(whole) ?? Instant(whole + "Z") {
      self = instant
    } else {
      guard let day = CalendarDay(text.prefix(10)), text.utf8.count == 10 || "T ".contains(text.dropFirst(10).prefix(1))
      else { return nil }
      seconds = day.daysSince1970 * 86_400 + 43_200
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// `Z`, `+01:00` or `+0100`, in seconds east of UTC.
  private static func offset(_ zone: [UInt8]) -> Int? {
    if zone == Array("Z".utf8) { return 0 }
    guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, let hours = number(digits[0...1], below: 24),
      let minutes = number(digits[2...3], below: 60)
    else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 < limit ? $0 : nil }
  }
}

/// A day as `YYYY-MM-DD`.
package struct CalendarDay: Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWritten = zip(parts, [4, 2, 2]).allSatisfy { part, length in
      part.utf8.count == length && part.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
    guard parts.count == 3, isWritten, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      1...12 ~= month, 1...Self.length(of: month, in: year) ~= day
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Counted as <https://howardhinnant.github.io/date_algorithms.html#days_from_civil> does: years begin in March.
  package var daysSince1970: Int {
    // One cycle of 400 years ahead, so that January of the year 0 does not divide a negative number.
    let shifted = (month <= 2 ? year - 1 : year) + 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468 - 146_097
  }
}
