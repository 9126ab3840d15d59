/// A line that begins somebody's turn, as chats, transcripts and their exports write it.
///
///     [10:32] <dana> it fails                 2024-05-01 10:32 - Dana: it fails
///     Dana Ng  0:01                           Dana (10:32): it fails
///     **Dana:** it fails                      Dana: it fails
struct SpeechLine {
  enum Shape: Hashable {
    /// A time, then a name.
    case stamped
    /// A time and words without a name: somebody joined.
    case notice
    /// A name and a time on a line of their own; the words follow.
    case headed
    /// A name and a colon, set in bold.
    case bold
    /// A name and a colon.
    case named
    /// A name in angle brackets.
    case angled
    /// A time and a name on a line of their own; the words follow.
    case timed
    /// A time, a star, and what somebody does.
    case action
  }

  var shape: Shape
  var name: String
  var time: CalendarReading
  /// Where the words begin, which may be the end of the line.
  var body: Int
  /// Where the line goes on behind its time; where there is no time first, where it begins.
  var words: Int
  var isTimeFirst = false

  /// The words are what a program put in their place: `<Media omitted>`, or behind a mark of direction.
  func isPlaceholder(in line: ArraySlice<UInt8>) -> Bool {
    ChatNotice.isPlaceholder(line[min(body, line.endIndex)...], before: line[min(words, line.endIndex)..<body])
  }

  init?(_ line: ArraySlice<UInt8>) {
    var cursor = SpeechCursor(line)
    cursor.skipMarks()
    cursor.skipNumber()
    if let time = cursor.stamp() {
      self.init(stamped: time, &cursor)
    } else {
      self.init(unstamped: &cursor)
    }
  }

  private init?(stamped time: CalendarReading, _ cursor: inout SpeechCursor) {
    (self.time, isTimeFirst) = (time, true)
    let tabbed = cursor
    cursor.skipSeparators()
    words = cursor.index
    (shape, name, body) = (.notice, "", cursor.index)
    // What IRC and support desks report has names with colons as well.
    if ChatNotice.isNotice(cursor.line[cursor.index...]) { return }
    if let actor = cursor.actor() {
      (shape, name) = (.action, actor)
    } else if let name = cursor.angledName() ?? cursor.meetingName() ?? Self.tabbed(tabbed, &cursor)
      ?? cursor.nameBeforeColon()
    {
      cursor.skipMarks()
      (shape, self.name, body) = (.stamped, name, cursor.index)
    } else if let name = cursor.nameAlone() {
      (shape, self.name, body) = (.timed, name, cursor.index)
    }
  }

  /// A name in a field of its own, which begins where the time ends.
  private static func tabbed(_ start: SpeechCursor, _ cursor: inout SpeechCursor) -> String? {
    var field = start
    guard let name = field.tabbedName() else { return nil }
    cursor = field
    return name
  }

  private init?(unstamped cursor: inout SpeechCursor) {
    time = CalendarReading()
    words = cursor.index
    let isBold = cursor.skipEmphasis()
    if let name = cursor.angledName() {
      (shape, self.name) = (.angled, name)
    } else if let heading = cursor.nameAndTime() {
      (shape, name, time) = (heading.isAlone ? .headed : .stamped, heading.name, heading.time)
    } else if let name = cursor.nameBeforeColon() {
      _ = cursor.skipEmphasis()
      (shape, self.name) = (isBold ? .bold : .named, name)
      cursor.skipSpaces()
      if let stamp = cursor.stamp() { time = stamp }
    } else {
      return nil
    }
    cursor.skipSpaces()
    body = cursor.index
  }

  /// How a line begins that a chat program has not written itself.
  static func inChat(_ line: ArraySlice<UInt8>) -> SpeechLine? {
    ChatNotice.isNotice(line) ? nil : SpeechLine(line)
  }

  /// Lines in which a name and the time below it, as copied from chat programs and help desks, are one line; the mark of a
  /// note may stand between them.
  static func joined(_ lines: [TextLine], of text: [UInt8]) -> [TextLine] {
    var result: [TextLine] = []
    result.reserveCapacity(lines.count)
    for line in lines {
      guard !result.isEmpty, isTime(text[line.range]) else {
        result.append(line)
        continue
      }
      if result.count > 1, InternalNote.isMark(text[result[result.count - 1].range]),
        isName(text[result[result.count - 2].range])
      {
        result.removeLast()
      }
      let name = result[result.count - 1]
      if isName(text[name.range]) {
        result[result.count - 1].range = name.range.lowerBound..<line.range.upperBound
      } else {
        result.append(line)
      }
    }
    return result
  }

  static func isTime(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 40, line.contains(ASCII.colon) else { return false }
    var cursor = SpeechCursor(line.drop { $0.isWhite })
    // `Tuesday, November 3, 2026 at 10:04 AM`.
    cursor.skipWeekday()
    return cursor.stamp() != nil && cursor.index == line.endIndex
  }

  private static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 40, let name = SpeakerName.plain(line) else { return false }
    guard !line.contains(where: \.isDigit) || SpeakerName.isNumberedRole(name) else { return false }
    return SpeakerName.isNameLike(name) && !name.hasSuffix(".")
  }
}
