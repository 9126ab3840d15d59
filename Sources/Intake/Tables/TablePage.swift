import PlanModel

/// The manuscript of a table as it is written, row by row.
struct TablePage {
  var manuscript = Manuscript()
  private var seen: Set<String> = []

  init(capacity: Int) { manuscript.text.reserveCapacity(capacity) }

  /// Somebody begins to speak. Who has a name is listed.
  mutating func begin(_ voice: Voice, address: String? = nil, isNamed: Bool = false) {
    manuscript.voices.append(voice)
    if manuscript.received == nil, voice.time.utf8.count >= 10 { manuscript.received = voice.time }
    guard isNamed, seen.count < IntakeLimits.people, seen.insert((address ?? voice.name).lowercased()).inserted else {
      return
    }
    manuscript.people.append(Person(name: voice.name, address: address))
  }

  /// Adds decoded words that are one passage.
  mutating func add(_ words: ArraySlice<UInt8>, _ form: Passage.Form, chatter: Chatter? = nil) {
    guard !words.isEmpty else { return }
    let start = manuscript.text.count
    manuscript.text += words
    manuscript.passages.append(
      Passage(
        range: start..<manuscript.text.count, voice: manuscript.voices.count - 1, form: form, chatter: chatter))
    manuscript.text.append(ASCII.newline)
  }

  /// Adds the decoded words of a field as they are written: a line, lines of a mail, or HTML.
  mutating func addWords(_ words: ArraySlice<UInt8>) throws(IntakeError) {
    switch CellForm(words) {
    case .line: add(words, .prose)
    case .lines: try addThread(Array(words))
    case .html: try addThread(HTMLText.text(of: words))
    }
  }

  private mutating func addThread(_ words: [UInt8]) throws(IntakeError) {
    let author = manuscript.voices.last ?? Voice()
    // A manuscript of its own: who is quoted in a field costs no more for what stands in the fields before.
    var part = Manuscript(text: words, voices: [author])
    let lines = try LineTable.lines(of: &part.text, quoted: true)
    ThreadReader.read(lines, author: author, into: &part)
    let (start, voice) = (manuscript.text.count, manuscript.voices.count - 1)
    manuscript.text += part.text
    manuscript.text.append(ASCII.newline)
    manuscript.voices += part.voices.dropFirst()
    for passage in part.passages {
      var moved = passage
      moved.range = (passage.range.lowerBound + start)..<(passage.range.upperBound + start)
      moved.voice += voice
      manuscript.passages.append(moved)
    }
    for person in part.people where seen.count < IntakeLimits.people {
      if seen.insert((person.address ?? person.name).lowercased()).inserted { manuscript.people.append(person) }
    }
    // Whoever was quoted last does not speak on in the next field.
    if part.voices.count > 1 { manuscript.voices.append(author) }
  }
}
