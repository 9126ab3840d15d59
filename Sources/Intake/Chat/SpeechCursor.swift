/// Reads the beginning of a chat line piece by piece.
struct SpeechCursor {
  /// The longest name, and the longest line of a name and a time, in bytes.
  static let longestName = 60
  static let longestHeading = 100

  let line: ArraySlice<UInt8>
  var index: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    index = line.startIndex
  }

  func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < line.endIndex ? line[index + offset] : 0
  }

  mutating func skipSpaces() {
    while byte().isWhite { index += 1 }
  }

  /// Marks of writing direction, which phone exports put first.
  mutating func skipMarks() {
    skipSpaces()
    while byte() == 0xE2, DirectionMark.stands(at: index, in: line) {
      index += DirectionMark.length
      skipSpaces()
    }
  }

  /// The number of a message before a time in brackets.
  mutating func skipNumber() {
    let digits = line[index...].prefix(8).prefix(while: \.isDigit).count
    guard digits > 0, line[(index + digits)...].starts(with: [ASCII.space, ASCII.openBracket]) else { return }
    index += digits + 1
  }

  /// What stands between a time and a name. A hyphen at a word, as in `-!-`, belongs to it.
  mutating func skipSeparators() {
    if byte() == ASCII.comma { index += 1 }
    skipMarks()
    while byte() == ASCII.pipe || byte() == ASCII.hyphen && byte(1).isWhite || line[index...].starts(with: "–".utf8) {
      index += byte().isForeign ? 3 : 1
      skipMarks()
    }
  }

  /// The day of the week before a date.
  mutating func skipWeekday() {
    let word = line[index...].prefix(12).prefix { $0.isLetter || $0.isForeign }
    guard word.count >= 2, HeadingWords.isWeekday(word.string) else { return }
    index = word.endIndex
    while byte() == ASCII.comma || byte() == ASCII.dot || byte().isWhite { index += 1 }
  }

  mutating func skipEmphasis() -> Bool {
    let marks = line[index...].prefix { $0 == ASCII.star || $0 == ASCII.underscore }.count
    index += marks
    return marks > 0
  }

  // MARK: times

  /// A time of day, with or without a date, in brackets or bare; the cursor moves behind it.
  mutating func stamp() -> CalendarReading? {
    var start = index
    if start < line.endIndex, line[start] == ASCII.backslash { start += 1 }
    guard start < line.endIndex else { return nil }
    let first = line[start]
    if first == ASCII.openBracket || first == ASCII.openParenthesis {
      let close = first == ASCII.openBracket ? ASCII.closeBracket : ASCII.closeParenthesis
      let inside = line[(start + 1)...].prefix(40).prefix { $0 != close && $0 != ASCII.backslash }
      let end = inside.endIndex + (inside.endIndex < line.endIndex && line[inside.endIndex] == ASCII.backslash ? 1 : 0)
      guard end < line.endIndex, line[end] == close, let time = Self.time(inside) else { return nil }
      index = end + 1
      return time
    }
    guard first.isDigit || Self.monthBeforeDay(line[start...]) != nil, let end = Self.endOfTime(line[start...]),
      let time = Self.time(line[start..<end])
    else {
      return nil
    }
    index = end
    return time
  }

  /// A reading of `text` if it holds a time of day and no words but those of times.
  private static func time(_ text: ArraySlice<UInt8>) -> CalendarReading? {
    guard text.contains(ASCII.colon), text.first(where: { !$0.isWhite })?.isDigit ?? false || hasMonth(text) else {
      return nil
    }
    let reading = CalendarScanner.reading(of: text)
    guard reading.hour != nil, reading.minute != nil else { return nil }
    return reading
  }

  private static func hasMonth(_ text: ArraySlice<UInt8>) -> Bool {
    text.split { !$0.isLetter }.contains { CalendarWords.months[$0.string.lowercased()] != nil }
  }

  /// The length of a month's name that the day follows: `Nov 15 12:18:10`, `November 3, 2026`, `Nov. 3`.
  static func monthBeforeDay(_ text: ArraySlice<UInt8>) -> Int? {
    let word = text.prefix(12).prefix { $0.isLetter || $0.isForeign }
    guard word.count >= 3 else { return nil }
    var rest = text[word.endIndex...]
    if rest.first == ASCII.dot { rest.removeFirst() }
    guard rest.first == ASCII.space else { return nil }
    let day = rest.dropFirst().prefix(3).prefix(while: \.isDigit)
    // `May 10:32` is a name and a time.
    guard 1...2 ~= day.count, text[day.endIndex...].first != ASCII.colon,
      CalendarWords.months[word.string.lowercased()] != nil
    else { return nil }
    return word.count
  }

  /// Where a bare time ends: digits and the marks between them, `T`, `Z`, `am` or `p. m.`, and the words that phones
  /// put between date and time.
  private static func endOfTime(_ text: ArraySlice<UInt8>) -> Int? {
    let month = monthBeforeDay(text) ?? 0
    var end = text.startIndex
    var place = end + month
    let window = text.prefix(40)
    while place < window.endIndex {
      let byte = window[place]
      if byte.isDigit || byte == UInt8(ascii: "Z") && isBehindDigit(window, place) {
        end = place + 1
      } else if isTimeMark(byte) {
        // It is part of the time if a digit follows.
      } else if let half = halfDay(window[place...]) {
        return place + half
      } else if let word = ClockWord.length(in: window[place...]) ?? monthName(behindDayIn: window, at: place) {
        place += word
        continue
      } else if byte != UInt8(ascii: "T") || !isBehindDigit(window, place) {
        break
      }
      place += 1
    }
    return end > text.startIndex ? end : nil
  }

  /// The length of the month's name in `31 December 2023 10:32`, with the space that a number follows.
  private static func monthName(behindDayIn text: ArraySlice<UInt8>, at place: Int) -> Int? {
    var day = text[..<place]
    while let last = day.last, last == ASCII.space || last == ASCII.dot { day.removeLast() }
    guard text[place].isLetter || text[place].isForeign, day.endIndex < place, day.last?.isDigit ?? false else {
      return nil
    }
    let word = text[place...].prefix { $0.isLetter || $0.isForeign }
    let gap = text[word.endIndex...].prefix { $0 == ASCII.dot || $0 == ASCII.comma || $0 == ASCII.space }
    guard text[gap.endIndex...].first?.isDigit ?? false, CalendarWords.months[word.string.lowercased()] != nil else {
      return nil
    }
    return word.count + gap.count
  }

  private static func isTimeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.space, ASCII.colon, ASCII.dot, ASCII.slash, ASCII.hyphen, ASCII.comma: true
    default: false
    }
  }

  private static func isBehindDigit(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    place > text.startIndex && text[place - 1].isDigit
  }

  /// The length of `am`, `PM`, `a.m.` or `p. m.` at the beginning.
  private static func halfDay(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first?.lowered, first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
    for form in ["m", ".m.", ". m.", " m."] where text.dropFirst().startsIgnoringCase(form) {
      let next = text.dropFirst(1 + form.utf8.count).first
      return next.map(\.isLetter) ?? false ? nil : 1 + form.utf8.count
    }
    return nil
  }
}
