import PlanModel

/// The manuscript of a table as it is written, row by row.
struct TablePage {
  var manuscript = Manuscript()
  private var seen: Set<String> = []
  /// What was said in each row of a person and a time.
  private var rows: [RowWords] = []
  private var known: Set<UInt64> = []

  init(capacity: Int) { manuscript.text.reserveCapacity(capacity) }

  /// Somebody begins to speak. Who has a name is listed.
  mutating func begin(_ voice: Voice, address: String? = nil, isNamed: Bool = false) {
    manuscript.voices.append(voice)
    if manuscript.received == nil, voice.time.utf8.count >= 10 { manuscript.received = voice.time }
    if isNamed { list(Person(name: voice.name, address: address)) }
  }

  /// Takes down that somebody said the words from `first` on in one row.
  mutating func noteRow(from first: Int, by name: String, at time: String) {
    rows.append(RowWords(manuscript, from: first, by: name, at: time))
  }

  /// Adds a page with the rows that follow on those of this one.
  ///
  /// Tables of versions hold a row again for every change of its state: it is told apart here, where all are known.
  mutating func append(_ page: TablePage) {
    let (first, start, voice) = (manuscript.passages.count, manuscript.text.count, manuscript.voices.count)
    manuscript.text += page.manuscript.text
    manuscript.voices += page.manuscript.voices
    manuscript.passages += page.manuscript.passages.map { $0.moved(by: start, voices: voice) }
    for row in page.rows where !known.insert(row.fingerprint).inserted {
      for place in row.passages where manuscript.passages[first + place].chatter == nil {
        manuscript.passages[first + place].chatter = .repetition
      }
    }
    manuscript.attachments += page.manuscript.attachments
    manuscript.received = manuscript.received ?? page.manuscript.received
    for person in page.manuscript.people { list(person) }
  }

  private mutating func list(_ person: Person) {
    guard seen.count < IntakeLimits.people, seen.insert((person.address ?? person.name).lowercased()).inserted else {
      return
    }
    manuscript.people.append(person)
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
    manuscript.passages += part.passages.map { $0.moved(by: start, voices: voice) }
    for person in part.people { list(person) }
    // Whoever was quoted last does not speak on in the next field.
    if part.voices.count > 1 { manuscript.voices.append(author) }
  }
}

/// What one person said in one row at one time, in few bytes.
private struct RowWords {
  /// Of the name, the time and the words; what a program added to them is left out.
  let fingerprint: UInt64
  /// The places of the passages.
  let passages: Range<Int>

  init(_ manuscript: Manuscript, from first: Int, by name: String, at time: String) {
    passages = first..<manuscript.passages.count
    var hash = RowHash()
    hash.add(Array(name.utf8)[...])
    hash.add(Array(time.utf8)[...])
    for passage in manuscript.passages[passages] where passage.chatter == nil {
      hash.add(manuscript.text[passage.range])
    }
    fingerprint = hash.value
  }
}
