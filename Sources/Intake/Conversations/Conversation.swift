import PlanModel

/// A conversation as a structured export states it: what every export is turned into before its words are read.
struct Conversation {
  var title = ""
  /// When it began, as ISO 8601.
  var received: String?
  /// Those who take part without saying anything; whoever speaks is added from the turns.
  var people: [Person] = []
  var origin = Origin()
  /// In the order in which they are read.
  var turns: [Turn] = []
}

/// What one voice says at one time.
struct Turn {
  /// How the words are written.
  enum Form {
    /// As mail and chat are: lines, quoting with `>`, greetings and signatures.
    case plain
    /// As people chat and speak (`Talk`).
    case talk
    case markdown
    case html
    /// One statement as it stands: a cell, an option that was chosen.
    case whole
    /// One statement before the words proper, and part of the same turn: a subject, a review's title.
    case title
  }

  var speaker = ""
  var address: String?
  /// On which side they are, where the material says so.
  var role: Person.Role?
  /// ISO 8601, or empty.
  var time = ""
  /// UTF-8; line ends of any kind.
  var words: String
  var form = Form.plain
  /// All of it needs no carrying.
  var chatter: Chatter?
  /// Written by the team for itself.
  var isInternal = false
  /// It is a turn of its own, even when the same voice spoke before it.
  var startsAnew = false
  var attachments: [Attachment] = []
}

extension Conversation {
  /// Adds another conversation behind this one.
  mutating func append(_ other: Conversation) {
    turns += other.turns
    people += other.people
    if let reach = other.origin.reach { origin.reach = reach + (origin.reach ?? 0) }
    let known = Set(origin.segments)
    for segment in other.origin.segments where !known.contains(segment) { origin.segments.append(segment) }
  }

  /// The manuscript: the words of all turns, one below the other.
  func manuscript() throws(IntakeError) -> Manuscript {
    var manuscript = Manuscript(title: Title.shortened(title.foldingWhiteSpace()), received: received, people: people)
    manuscript.origin = origin
    for turn in turns { try manuscript.add(turn) }
    manuscript.mergePeople()
    return manuscript
  }
}

extension Manuscript {
  fileprivate mutating func add(_ turn: Turn) throws(IntakeError) {
    attachments += turn.attachments
    let author = Voice(name: turn.speaker.foldingWhiteSpace(), time: turn.time)
    if !author.name.isEmpty { people.append(Person(name: author.name, address: turn.address, role: turn.role)) }
    let words = Self.decoded(turn.words)
    guard words.contains(where: { !$0.isWhite }) else { return }
    let first = passages.count
    if turn.startsAnew || voices.last != author { voices.append(author) }
    switch turn.form {
    case .plain: try addThread(words, author)
    case .talk: try Talk.read(words, into: &self)
    case .html: try addThread(HTMLText.text(of: words[...]), author)
    case .markdown: goOn(with: try MarkdownReader.manuscript(ofComment: words))
    case .whole, .title: addWhole(words, turn.form == .title ? .title : .whole, author)
    }
    text += [ASCII.newline, ASCII.newline]
    for index in passages.indices[first...] {
      if let chatter = turn.chatter { passages[index].chatter = chatter }
      passages[index].isInternal = turn.isInternal
    }
  }

  /// A string of JSON can hold any character: those that only devices understand are spaces.
  private static func decoded(_ words: String) -> [UInt8] {
    TextDecoder.decode(Array(words.utf8)[...]).map { $0 < ASCII.space && !$0.isWhite || $0 == 0x7F ? ASCII.space : $0 }
  }

  private mutating func addThread(_ words: [UInt8], _ author: Voice) throws(IntakeError) {
    var thread = Manuscript(text: words, voices: [author])
    let lines = try LineTable.lines(of: &thread.text, quoted: true)
    ThreadReader.read(lines, author: author, into: &thread)
    goOn(with: thread)
  }

  /// Adds words whose first voice is the one that is speaking.
  private mutating func goOn(with words: Manuscript) {
    let (start, voice) = (text.count, voices.count - 1)
    text += words.text
    voices += words.voices.dropFirst()
    var author = voice
    var wasQuoted = false
    for var passage in words.passages {
      passage.range = (passage.range.lowerBound + start)..<(passage.range.upperBound + start)
      passage.voice += voice
      // A quote of Markdown names nobody: it is not the author's, and behind it the author goes on.
      if passage.isQuoted, passage.voice == voice {
        if !wasQuoted { voices.append(Voice()) }
        passage.voice = voices.count - 1
      } else if wasQuoted, passage.voice == voice {
        voices.append(voices[voice])
        author = voices.count - 1
      }
      if !passage.isQuoted, passage.voice == voice { passage.voice = author }
      wasQuoted = passage.isQuoted
      passages.append(passage)
    }
    people += words.people
  }

  private mutating func addWhole(_ words: [UInt8], _ form: Passage.Form, _ author: Voice) {
    let start = text.count
    text += words
    passages.append(Passage(range: start..<text.count, voice: voices.count - 1, form: form))
  }

  /// Everybody once, by address or, without one, by name; at most as many as are listed. Who speaks under another name
  /// than they are written to by ("Support", "Acme Support") goes by the one that they speak under, and by each of several.
  mutating func mergePeople() {
    var places: [String: Int] = [:]
    var merged: [Person] = []
    for person in people {
      let key = (person.address ?? person.name).lowercased()
      if let place = places[key] {
        // What one part of the material does not say, another may.
        merged[place].role = merged[place].role ?? person.role
        // Who writes under a name is first written to by the address alone.
        if merged[place].name == merged[place].address, !person.name.isEmpty { merged[place].name = person.name }
      } else if merged.count < IntakeLimits.people {
        places[key] = merged.count
        merged.append(person)
      }
    }
    let speaking = Set(voices.map(\.name))
    for person in people {
      guard let address = person.address, speaking.contains(person.name), let place = places[address.lowercased()],
        !merged.contains(where: { $0.name == person.name })
      else { continue }
      if !speaking.contains(merged[place].name) {
        merged[place].name = person.name
      } else if merged.count < IntakeLimits.people {
        merged.append(Person(name: person.name, address: merged[place].address, role: merged[place].role))
      }
    }
    people = merged
  }
}
