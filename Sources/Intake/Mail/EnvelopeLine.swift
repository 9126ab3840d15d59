/// The line that a mailbox puts before each message: `From dana@example.com Fri May  3 10:32:00 2024` (RFC 4155).
///
/// Programs write it in many ways: Thunderbird `From - Fri May …` or `From -`, Gmail `From 1844347792267117879@xxx`,
/// Pipermail `From dana at example.com  Fri May …`, Eudora `From ???@???`.
struct EnvelopeLine {
  /// It has a date or one of the known forms without, so that it counts without an empty line before it.
  let isCertain: Bool
  /// The date that git gives every patch of `format-patch`, so that it can be told from mail.
  let isPatch: Bool

  private static let longest = 400
  private static let patchDate = Array("Mon Sep 17 00:00:00 2001".utf8)

  /// `line` has no line end; nil when it is no such line.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: "From ".utf8), line.count <= Self.longest else { return nil }
    let words = line.dropFirst(5).trimmed
    let sender = words.prefix { $0 != ASCII.space && $0 != ASCII.tab }
    let rest = words[sender.endIndex...].trimmed
    let calendar = CalendarScanner.reading(of: rest)
    let isDated = calendar.year != nil && calendar.month != nil && calendar.hour != nil
    let isBare = rest.isEmpty && (sender.elementsEqual("-".utf8) || Self.isNumbered(sender))
    guard isDated || isBare || rest.isEmpty && sender.contains(ASCII.at) else { return nil }
    isCertain = isDated || isBare
    isPatch = words.suffix(Self.patchDate.count).elementsEqual(Self.patchDate)
  }

  /// `1844347792267117879@xxx`
  private static func isNumbered(_ sender: ArraySlice<UInt8>) -> Bool {
    let digits = sender.prefix(while: \.isDigit)
    return !digits.isEmpty && sender[digits.endIndex...].elementsEqual("@xxx".utf8)
  }
}
