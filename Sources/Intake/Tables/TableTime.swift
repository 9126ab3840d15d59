/// The time of a row, as spreadsheets and exports write times.
enum TableTime {
  /// ISO 8601, or empty. Seconds and milliseconds since 1970 are read where a number is one of this century.
  static func iso(_ field: ArraySlice<UInt8>, dayOrder: CalendarReading.DayOrder?) -> String {
    if field.allSatisfy(\.isDigit) {
      guard let number = Int(field.string) else { return "" }
      if field.count == 10, number >= 946_684_800 { return iso(seconds: number) }
      if field.count == 13, number >= 946_684_800_000 { return iso(seconds: number / 1000) }
    }
    return CalendarScanner.reading(of: field).iso(dayOrder)
  }

  /// Days to a date in the proleptic Gregorian calendar (H. Hinnant, chrono-compatible low-level date algorithms).
  private static func iso(seconds: Int) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    let shifted = days + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    var reading = CalendarReading()
    reading.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    reading.month = month
    reading.year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    (reading.hour, reading.minute, reading.second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    reading.offset = "Z"
    return reading.iso()
  }
}
