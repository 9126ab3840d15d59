import PlanModel

/// Reads a chat log or a transcript: a turn for each line that shows a speaker, with the lines that go on with it.
struct ChatReader {
  private var lines: [TextLine]
  private let pattern: SpeechPattern
  private var manuscript: Manuscript
  /// The time that a line of its own said last.
  private var clock = ""
  private var seen: Set<String> = []

  /// Words before the first turn have no speaker, or, when these lines go on with others, the one who spoke last.
  static func read(
    _ lines: [TextLine], pattern: SpeechPattern, into manuscript: inout Manuscript, goesOn: Bool = false
  ) {
    var reader = ChatReader(lines: lines, pattern: pattern, manuscript: manuscript)
    // The reader alone holds it now, so that adding to it copies nothing.
    manuscript = Manuscript()
    if !goesOn { reader.begin(Voice()) }
    reader.readTurns()
    manuscript = reader.manuscript
  }

  private init(lines: [TextLine], pattern: SpeechPattern, manuscript: Manuscript) {
    self.lines = lines
    self.pattern = pattern
    self.manuscript = manuscript
  }

  private mutating func readTurns() {
    var start = 0
    var isNotice = false
    for index in lines.indices where !lines[index].isBlank {
      let line = manuscript.text[lines[index].range]
      if let time = pattern.clock(line) {
        add(lines[start..<index], isNotice: isNotice)
        goOn(at: time, from: lines[index...index])
        (start, isNotice) = (index + 1, false)
        continue
      }
      guard let next = pattern.turn(line) else { continue }
      add(lines[start..<index], isNotice: isNotice)
      begin(next.voice.time.isEmpty ? Voice(name: next.voice.name, time: clock) : next.voice)
      isNotice = next.isNotice
      lines[index].range = next.body..<max(next.body, lines[index].range.upperBound)
      start = index
    }
    add(lines[start...], isNotice: isNotice)
  }

  /// A time on a line of its own: whoever speaks goes on, and those who have no time of their own speak then.
  private mutating func goOn(at time: String, from line: ArraySlice<TextLine>) {
    clock = time
    // Where names have no times, the line may be an answer.
    guard pattern.isHeaded else { return add(line, isNotice: true) }
    if let name = manuscript.voices.last?.name, !name.isEmpty { begin(Voice(name: name, time: time)) }
  }

  private mutating func begin(_ voice: Voice) {
    manuscript.voices.append(voice)
    guard !voice.name.isEmpty, seen.count < IntakeLimits.people, seen.insert(voice.name).inserted else { return }
    manuscript.people.append(Person(name: voice.name))
    if manuscript.received == nil, voice.time.utf8.count >= 10 { manuscript.received = voice.time }
  }

  private mutating func add(_ lines: ArraySlice<TextLine>, isNotice: Bool) {
    let paragraphs = Paragraphs(text: manuscript.text)
    for range in paragraphs.ranges(of: lines) {
      manuscript.passages.append(
        Passage(range: range, voice: manuscript.voices.count - 1, chatter: isNotice ? .notice : nil))
    }
  }
}
