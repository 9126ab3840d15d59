/// In which order a date such as 03/04/2025 is written.
package enum DateOrder: String, CaseIterable, Sendable {
  /// 3 April.
  case dayFirst = "dmy"
  /// 4 March.
  case monthFirst = "mdy"
}

/// Dates in the order in which they are written, to tell what their numbers mean.
struct DateSequence {
  private typealias Place = (year: Int, first: Int, second: Int)

  private var last: Place?
  private var proven: DateOrder?
  /// How often the time goes back, and how often it goes on, read in either order.
  private var back = (day: 0, month: 0)
  private var on = (day: 0, month: 0)
  private var isAmbiguous = false

  mutating func add(_ date: CalendarReading) {
    guard date.ambiguous.count == 2, let year = date.year else { return }
    proven = proven ?? date.provenOrder
    let (first, second) = (date.ambiguous[0], date.ambiguous[1])
    if first != second, first <= 12, second <= 12 { isAmbiguous = true }
    if let last {
      let day = Self.step((last.year, last.second, last.first), (year, second, first))
      let month = Self.step((last.year, last.first, last.second), (year, first, second))
      if day < 0 { back.day += 1 } else if day > 0 { on.day += 1 }
      if month < 0 { back.month += 1 } else if month > 0 { on.month += 1 }
    }
    last = (year, first, second)
  }

  private static func step(_ from: (Int, Int, Int), _ to: (Int, Int, Int)) -> Int { from < to ? 1 : to < from ? -1 : 0 }

  /// Told by a date that has no other reading, else by time that never goes back in one order alone.
  var chatOrder: DateOrder? { proven ?? Self.order(day: back.day, month: back.month) }

  /// The same of rows, of which the newest may also come first.
  var rowOrder: DateOrder? {
    proven ?? Self.order(day: min(back.day, on.day), month: min(back.month, on.month))
  }

  /// There are dates with two readings.
  var hasTwoReadings: Bool { isAmbiguous }

  private static func order(day: Int, month: Int) -> DateOrder? {
    if day == 0, month > 0 { return .dayFirst }
    return month == 0 && day > 0 ? .monthFirst : nil
  }
}
