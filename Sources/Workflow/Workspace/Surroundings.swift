/// What a command is given by the world: nothing below the front-ends asks for any of it by itself.
package struct Surroundings: Sendable {
  /// The folder in which the command was called, absolute.
  package var directory: String
  package var environment: [String: String]
  package var clock: @Sendable () -> Timestamp
  /// This program, as hooks are to call it: an absolute path.
  package var program: String?
  /// Where random ids come from.
  package var randomness: @Sendable () -> UInt64
  /// What is kept from one question to the next; nil where there is but one.
  package var memory: HistoryMemory?
  package var code: CodeMemory?

  package init(
    directory: String, environment: [String: String], program: String? = nil,
    clock: @escaping @Sendable () -> Timestamp,
    randomness: @escaping @Sendable () -> UInt64
  ) {
    self.directory = directory
    self.environment = environment
    self.program = program
    self.clock = clock
    self.randomness = randomness
  }

  /// The same, but that git fetches nothing: a partial clone would ask its remote for each object that it lacks, in the
  /// middle of a push. Git before 2.45 does not know of the first variable, and is kept from every protocol.
  package var withoutNetwork: Surroundings {
    var surroundings = self
    surroundings.environment["GIT_NO_LAZY_FETCH"] = "1"
    surroundings.environment["GIT_ALLOW_PROTOCOL"] = ""
    return surroundings
  }

  /// An absolute path for one that a user typed.
  package func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : directory + "/" + path
  }
}

/// A moment with the offset from UTC at which it was told.
package struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC.
  package var seconds: Int64
  /// Minutes east of UTC.
  package var offset: Int

  package init(seconds: Int64, offset: Int = 0) {
    self.seconds = seconds
    self.offset = offset
  }

  /// `2026-05-04`, in the local calendar.
  package var date: String {
    let (year, month, day) = civilDate
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// `2026-05-04T16:20:00+02:00`, as ISO 8601 has it.
  package var iso8601: String {
    let time = Self.floorMod(seconds + Int64(offset) * 60, 86_400)
    let (hour, minute, second) = (Int(time / 3600), Int(time / 60 % 60), Int(time % 60))
    let clock = "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))"
    guard offset != 0 else { return "\(date)T\(clock)Z" }
    let zone = "\(Self.padded(abs(offset) / 60, 2)):\(Self.padded(abs(offset) % 60, 2))"
    return "\(date)T\(clock)\(offset < 0 ? "-" : "+")\(zone)"
  }

  /// Whether `text` is a day of the calendar, as `2026-12-31`.
  package static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// Days to a date of the Gregorian calendar, after Howard Hinnant's `civil_from_days`
  /// (<https://howardhinnant.github.io/date_algorithms.html>).
  private var civilDate: (year: Int, month: Int, day: Int) {
    let local = seconds + Int64(offset) * 60
    let days = Int((local - Self.floorMod(local, 86_400)) / 86_400) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func floorMod(_ value: Int64, _ divisor: Int64) -> Int64 {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
