/// Says who wrote the words that are quoted behind it: "On 3 May 2024 at 10:32, Dana Ng <dana@example.com> wrote:".
struct Attribution {
  /// How many lines it takes.
  var lineCount: Int
  var voice: Voice
  var address: String?
  /// It can be nothing else, so that what follows is quoted even without quote marks.
  var isCertain: Bool

  /// More lines than this no mail program needs.
  private static let mostLines = 4
  private static let longest = 400

  /// Reads one that begins at the first of `lines`; they are of one depth and hold no blank line.
  ///
  /// `isQuoted` tells, for a number of lines, whether what comes after them is quoted deeper.
  static func read(_ lines: ArraySlice<TextLine>, of text: [UInt8], isQuoted: (Int) -> Bool) -> Attribution? {
    guard let first = lines.first, mayEnd(lines.prefix(mostLines), of: text, isQuoted) else { return nil }
    let opens = AttributionWords.opens(text[first.range])
    for count in 1...mostLines where count <= lines.count {
      let last = lines[lines.startIndex + count - 1]
      guard count == 1 || opens, last.range.upperBound - first.range.lowerBound <= longest else { return nil }
      guard mayEnd(text[last.range], isQuoted: isQuoted(count)) else { continue }
      let words = WhiteSpace.folded(text[first.range.lowerBound..<last.range.upperBound])
      if var found = Attribution(words[...], opens: opens, isQuoted: isQuoted(count)) {
        found.lineCount = count
        return found
      }
    }
    return nil
  }

  /// A colon, or a verb when quoted lines follow.
  private static func mayEnd(_ line: ArraySlice<UInt8>, isQuoted: Bool) -> Bool {
    var line = line
    while line.last == ASCII.star || line.last == ASCII.underscore { line.removeLast() }
    // Marks of the direction of writing: U+200E, U+200F, U+202A to U+202E.
    while line.count > 3, line.suffix(3).starts(with: [0xE2, 0x80]), [0x8E, 0x8F, 0xAA, 0xAB, 0xAC].contains(line.last)
    {
      line.removeLast(3)
    }
    return line.last == ASCII.colon || line.suffix(3).elementsEqual("：".utf8)
      || isQuoted && AttributionWords.endsWithVerb(line)
  }

  private static func mayEnd(_ lines: ArraySlice<TextLine>, of text: [UInt8], _ isQuoted: (Int) -> Bool) -> Bool {
    lines.enumerated().contains { mayEnd(text[$0.element.range], isQuoted: isQuoted($0.offset + 1)) }
  }

  private init?(_ words: ArraySlice<UInt8>, opens: Bool, isQuoted: Bool) {
    guard isQuoted || AttributionText.hasVerb(words) else { return nil }
    let body = AttributionText(words)
    let hasTime = body.calendar.hour != nil
    let hasDate = body.calendar.year != nil || body.calendar.month != nil
    let isDated = hasTime || hasDate
    isCertain = body.hasVerb && (body.address != nil && (isDated || isQuoted) || opens && hasTime && hasDate)
    guard isCertain || isQuoted && (body.hasVerb || isDated && (body.address != nil || opens)) else { return nil }
    guard !body.name.isEmpty || body.address != nil || isDated else { return nil }
    lineCount = 1
    address = body.address
    voice = Voice(name: body.name.isEmpty ? body.address ?? "" : body.name, time: body.calendar.iso())
  }
}

/// The parts of an attribution: verb, address, name, date.
private struct AttributionText {
  var hasVerb: Bool
  var address: String?
  var name: String
  var calendar: CalendarReading

  init(_ words: ArraySlice<UInt8>) {
    let sentence = words.string
    let verb = AttributionWords.verb(in: sentence)
    hasVerb = verb != nil || Self.quotes(sentence)
    let mailbox = MailboxInText(words)
    address = mailbox?.address
    var dated = words
    if let mailbox {
      name = Self.name(before: words[..<mailbox.range.lowerBound].string)
      dated = (words[..<mailbox.range.lowerBound] + words[mailbox.range.upperBound...])[...]
    } else if let verb {
      let behind = String(sentence[verb.upperBound...])
      let isBehind = behind.contains { $0.isLetter } && !behind.contains { $0.isNumber }
      name = isBehind ? Self.plain(behind) : Self.name(before: String(sentence[..<verb.lowerBound]))
    } else {
      name = Self.name(before: sentence)
    }
    if Self.pronouns.contains(name.lowercased()) { name = "" }
    calendar = CalendarScanner.reading(of: dated)
  }

  static func hasVerb(_ words: ArraySlice<UInt8>) -> Bool {
    let sentence = words.string
    return AttributionWords.verb(in: sentence) != nil || quotes(sentence)
  }

  private static func quotes(_ sentence: String) -> Bool { sentence.lowercased().hasPrefix("quoting ") }

  /// The words of a name at the end of `text`: back to a date, a comma or a word that never belongs to a name.
  private static func name(before text: String) -> String {
    let trimmed = text.drop { $0 == " " }
    if let quoted = quotedName(at: trimmed) { return quoted }
    var words: [Substring] = []
    for word in trimmed.split(separator: " ").reversed() {
      let isName = !word.contains { $0.isNumber } && !AttributionWords.notInNames.contains(word.lowercased())
      guard isName, !(word.hasSuffix(",") && !words.isEmpty), words.count < 6 else { break }
      words.insert(word, at: 0)
    }
    return plain(words.joined(separator: " "))
  }

  /// `"Ng, Dana" <dana@example.com>`
  private static func quotedName(at text: Substring) -> String? {
    var bytes = Array(text.utf8)[...].trimmed
    guard bytes.last == ASCII.quote else { return nil }
    bytes.removeLast()
    return bytes.lastIndex(of: ASCII.quote).map { bytes[($0 + 1)...].string }
  }

  private static func plain(_ name: String) -> String {
    // The last ones set the direction of writing.
    let marks = " ,:;*_\"'<>()[]“”：-\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{2066}\u{2067}\u{2068}\u{2069}"
    let front = name.drop { marks.contains($0) }
    let bare = String(front.reversed().drop { marks.contains($0) }.reversed())
    // `Ana Souza (Acme)`: the mark closes what the name opens.
    for (open, close) in [("(", ")"), ("[", "]")] where front.hasPrefix(bare + close) {
      if bare.contains(open), !bare.contains(close) { return bare + close }
    }
    return bare
  }

  private static let pronouns: Set<String> = [
    "i", "you", "he", "she", "they", "we", "it", "as i", "ich", "je", "yo", "as you",
  ]
}
