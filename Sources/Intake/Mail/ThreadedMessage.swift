/// What a message's header tells of its place in a thread.
struct ThreadedMessage {
  var ids: MessageIDs
  /// Gmail's own number of the thread, as Takeout gives it.
  var gmailThread: String?
  /// Without the marks of replies and forwards, in lower case.
  var subject: String
  var isReply: Bool
  /// Seconds since 1970, to sort by; nil without a date.
  var sent: Int?

  init(_ header: HeaderFields) {
    ids = MessageIDs(header)
    gmailThread = header["x-gm-thrid"]?.string
    let whole = header.text("subject")
    subject = ReplySubject.base(whole).lowercased()
    isReply = ReplySubject.isReply(whole)
    sent = header["date"].flatMap { CalendarScanner.reading(of: $0).instant }
  }
}

extension CalendarReading {
  /// Seconds since 1970 in UTC, which is assumed where no offset is given; nil without a whole date.
  var instant: Int? {
    guard let year, let month, let day, 1...12 ~= month, 1...31 ~= day, 0...9999 ~= year else { return nil }
    let time = (hour ?? 0) * 3_600 + (minute ?? 0) * 60 + (second ?? 0)
    let hours = (isAfternoon == true && (hour ?? 12) < 12 ? 12 : 0) * 3_600
    return Self.days(year, month, day) * 86_400 + time + hours - offsetSeconds
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar; the year begins in March, so that leap days end it.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// `+02:00` as 7200.
  private var offsetSeconds: Int {
    let digits = offset.utf8.compactMap { $0.isDigit ? Int($0 - 0x30) : nil }
    guard digits.count == 4 else { return 0 }
    let seconds = (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60
    return offset.hasPrefix("-") ? -seconds : seconds
  }
}
