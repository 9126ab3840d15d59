// Names, and what programs put around them.

extension SpeechCursor {
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
    return Self.nick(name)
  }

  /// A field of its own between tabs, as in logs that are tables: `\tdana\tit fails`.
  mutating func tabbedName() -> String? {
    guard byte() == ASCII.tab else { return nil }
    let field = line[(index + 1)...].prefix(Self.longestName).prefix { $0 != ASCII.tab }
    let name = field.trimmed
    guard field.endIndex < line.endIndex, line[field.endIndex] == ASCII.tab, name.contains(where: \.isWord) else {
      return nil
    }
    index = field.endIndex
    skipSpaces()
    return Self.nick(name)
  }

  /// `* dana waves`, as IRC shows what somebody does: the words keep the name.
  func actor() -> String? {
    let rest = line[index...].prefix(Self.longestName)
    guard rest.first == ASCII.star, rest.dropFirst().first?.isWhite ?? false else { return nil }
    let name = rest.dropFirst(2).drop(while: \.isWhite).prefix { !$0.isWhite }
    return name.isEmpty ? nil : name.string
  }

  /// Without the marks of whoever runs a channel, and without spaces.
  private static func nick(_ name: ArraySlice<UInt8>) -> String {
    name.drop { $0 == ASCII.at || $0 == ASCII.plus || $0 == ASCII.percent || $0 == ASCII.tilde || $0 == ASCII.space }
      .string
  }

  /// A name that is alone on the rest of the line.
  mutating func nameAlone() -> String? {
    let rest = line[index...]
    guard rest.count <= Self.longestName, let last = rest.last, last.isWord || last == ASCII.closeParenthesis,
      let name = SpeakerName.plain(rest)
    else { return nil }
    // Of what stands behind a name in parentheses, as an organisation does, no more is known.
    let person = last == ASCII.closeParenthesis ? String(name.prefix { $0 != "(" }) : name
    guard person.utf8.count <= 40, SpeakerName.isNameLike(person) else { return nil }
    index = line.endIndex
    return name
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
    guard let colon = WideColon.firstColon(in: head), colon > index else { return nil }
    if head[colon] == 0xEF { return nameBeforeWideColon(colon) }
    let next = colon + 1 < line.endIndex ? line[colon + 1] : ASCII.space
    guard next != ASCII.slash, !next.isDigit, let name = SpeakerName.plain(head[..<colon]) else { return nil }
    index = colon + 1
    skipSpaces()
    return name
  }

  /// Chinese and Japanese have a colon of their own width.
  private mutating func nameBeforeWideColon(_ colon: Int) -> String? {
    guard let name = SpeakerName.plain(line[index..<colon]) else { return nil }
    index = colon + WideColon.length
    skipSpaces()
    return name
  }

  /// `Dana Ng  0:01` and `Dana (PM) - 10:32 AM` alone on a line, or `Dana [10:32]: it fails`.
  mutating func nameAndTime() -> (name: String, time: CalendarReading, isAlone: Bool)? {
    let start = index
    let head = line[index...].prefix(Self.longestHeading)
    for place in head.indices
    where place > start && Self.mayStartTime(head, place) && !Self.numbersName(at: place, in: head) {
      var cursor = self
      cursor.index = place
      guard let time = cursor.stamp() else { continue }
      guard let name = SpeakerName.heading(head[start..<place]), !HeadingWords.isMonth(name, of: time) else {
        return nil
      }
      while [ASCII.colon, ASCII.space, ASCII.star].contains(cursor.byte()) { cursor.index += 1 }
      let isAlone = cursor.index >= line.endIndex
      let hasColon = line[cursor.index - 1] == ASCII.colon || line[max(start, cursor.index - 2)] == ASCII.colon
      guard isAlone || hasColon else { return nil }
      index = cursor.index
      return (name, time, isAlone)
    }
    return nil
  }

  /// Whether the digits here belong to a name, as in `Speaker 2  0:05`: a clock stands behind them. Behind a month they
  /// are its day.
  private static func numbersName(at place: Int, in line: ArraySlice<UInt8>) -> Bool {
    let number = line[place...].prefix(while: \.isDigit)
    let gap = line[number.endIndex...].prefix {
      $0.isWhite || $0 == ASCII.hyphen || $0 == ASCII.comma || $0 == ASCII.colon || $0 == ASCII.pipe
    }
    guard 1...3 ~= number.count, gap.contains(where: \.isWhite) else { return false }
    let rest = line[gap.endIndex...]
    let hour = rest.dropFirst(ClockWord.length(in: rest) ?? 0).prefix(while: \.isDigit)
    let clock = line[hour.endIndex...].prefix(2)
    guard 1...2 ~= hour.count, clock.first == ASCII.colon, clock.last?.isDigit ?? false else { return false }
    let word = line[..<place].split(whereSeparator: \.isWhite).last?.string.lowercased() ?? ""
    return CalendarWords.months[word.hasSuffix(".") ? String(word.dropLast()) : word] == nil
  }

  /// Behind a space, or an opening bracket; a date may begin with its month.
  private static func mayStartTime(_ line: ArraySlice<UInt8>, _ place: Int) -> Bool {
    let byte = line[place]
    if byte == ASCII.openBracket || byte == ASCII.openParenthesis { return true }
    guard line[place - 1].isWhite else { return false }
    return byte.isDigit || SpeechCursor.monthBeforeDay(line[place...]) != nil
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
