/// Reads the beginning of a chat line piece by piece.
struct SpeechCursor {
  /// The longest name, and the longest line of a name and a time, in bytes.
  private static let longestName = 60
  private static let longestHeading = 100

  private let line: ArraySlice<UInt8>
  private(set) var index: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    index = line.startIndex
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < line.endIndex ? line[index + offset] : 0
  }

  mutating func skipSpaces() {
    while byte().isWhite { index += 1 }
  }

  /// Marks of writing direction, which phone exports put first.
  mutating func skipMarks() {
    skipSpaces()
    while line[index...].starts(with: [0xE2, 0x80, 0x8E]) || line[index...].starts(with: [0xE2, 0x80, 0x8F]) {
      index += 3
    }
  }

  /// The number of a message before a time in brackets.
  mutating func skipNumber() {
    let digits = line[index...].prefix(8).prefix(while: \.isDigit).count
    guard digits > 0, line[(index + digits)...].starts(with: [ASCII.space, ASCII.openBracket]) else { return }
    index += digits + 1
  }

  /// What stands between a time and a name.
  mutating func skipSeparators() {
    while byte().isWhite || byte() == ASCII.hyphen || byte() == ASCII.pipe || line[index...].starts(with: "–".utf8) {
      index += byte().isForeign ? 3 : 1
    }
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
    guard first.isDigit, let end = Self.endOfTime(line[start...]), let time = Self.time(line[start..<end]) else {
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

  /// Where a bare time ends: digits and the marks between them, `T`, `Z`, and `am` or `p. m.`.
  private static func endOfTime(_ text: ArraySlice<UInt8>) -> Int? {
    var end = text.startIndex
    var place = end
    let window = text.prefix(40)
    while place < window.endIndex {
      let byte = window[place]
      if byte.isDigit || byte == UInt8(ascii: "Z") && isBehindDigit(window, place) {
        end = place + 1
      } else if let half = halfDay(window[place...]) {
        return place + half
      } else if !isTimeMark(byte), byte != UInt8(ascii: "T") || !isBehindDigit(window, place) {
        break
      }
      place += 1
    }
    return end > text.startIndex ? end : nil
  }

  private static func isTimeMark(_ byte: UInt8) -> Bool {
    [ASCII.space, ASCII.colon, ASCII.dot, ASCII.slash, ASCII.hyphen, ASCII.comma].contains(byte)
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

  // MARK: names

  /// `<dana>`, and what IRC puts before a name.
  mutating func angledName() -> String? {
    guard byte() == ASCII.less else { return nil }
    let name = line[(index + 1)...].prefix(Self.longestName).prefix { $0 != ASCII.greater }
    guard !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == ASCII.greater,
      !name.contains(ASCII.space) || name.first == ASCII.space
    else { return nil }
    let next = name.endIndex + 1
    guard next == line.endIndex || line[next].isWhite else { return nil }
    index = next
    skipSpaces()
    return name.drop { $0 == ASCII.at || $0 == ASCII.plus || $0 == ASCII.space }.string
  }

  /// `From Dana Ng to Everyone:`, as meeting programs save their chat.
  mutating func meetingName() -> String? {
    guard line[index...].hasPrefix(ignoringCase: "From ") else { return nil }
    let head = line[index...].prefix(2 * Self.longestName)
    guard let colon = head.firstIndex(of: ASCII.colon) else { return nil }
    let words = head[(index + 5)..<colon].string
    let ends = [" to ", " an ", " à ", " a "].compactMap { words.range(ofWord: $0) }
    index = colon + 1
    skipSpaces()
    return Array((ends.first.map { words[..<$0.lowerBound] } ?? words[...]).utf8).trimmed.string
  }

  mutating func nameBeforeColon() -> String? {
    let head = line[index...].prefix(Self.longestName)
    guard let colon = head.firstIndex(of: ASCII.colon), colon > index else { return nil }
    let next = colon + 1 < line.endIndex ? line[colon + 1] : ASCII.space
    guard next != ASCII.slash, !next.isDigit, let name = SpeakerName.plain(head[..<colon]) else { return nil }
    index = colon + 1
    skipSpaces()
    return name
  }

  /// `Dana Ng  0:01` and `Dana (PM) - 10:32 AM` alone on a line, or `Dana [10:32]: it fails`.
  mutating func nameAndTime() -> (name: String, time: CalendarReading, isAlone: Bool)? {
    let start = index
    let head = line[index...].prefix(Self.longestHeading)
    for place in head.indices where place > start && Self.mayStartTime(head, place) {
      var cursor = self
      cursor.index = place
      guard let time = cursor.stamp() else { continue }
      guard let name = SpeakerName.plain(head[start..<place]) else { return nil }
      while [ASCII.colon, ASCII.space, ASCII.star].contains(cursor.byte()) { cursor.index += 1 }
      let isAlone = cursor.index >= line.endIndex
      let hasColon = line[cursor.index - 1] == ASCII.colon || line[max(start, cursor.index - 2)] == ASCII.colon
      guard isAlone || hasColon else { return nil }
      index = cursor.index
      return (name, time, isAlone)
    }
    return nil
  }

  /// Behind a space, or an opening bracket.
  private static func mayStartTime(_ line: ArraySlice<UInt8>, _ place: Int) -> Bool {
    let byte = line[place]
    if byte == ASCII.openBracket || byte == ASCII.openParenthesis { return true }
    return byte.isDigit && line[place - 1].isWhite
  }
}

extension String {
  /// The first place of `word` in short text.
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    let (text, pattern) = (Array(utf8), Array(word.utf8))
    guard let offset = text.indices.first(where: { text[$0...].starts(with: pattern) }) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: pattern.count)
  }
}
