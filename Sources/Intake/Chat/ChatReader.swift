import PlanModel

/// Reads a chat log or a transcript: a turn for each line that shows a speaker, with the lines that go on with it.
struct ChatReader {
  private let lines: [TextLine]
  private let pattern: SpeechPattern
  private var manuscript: Manuscript
  private var seen: Set<String> = []

  static func read(_ lines: [TextLine], pattern: SpeechPattern, into manuscript: inout Manuscript) {
    var reader = ChatReader(lines: lines, pattern: pattern, manuscript: manuscript)
    reader.readTurns()
    manuscript = reader.manuscript
  }

  private init(lines: [TextLine], pattern: SpeechPattern, manuscript: Manuscript) {
    self.lines = lines
    self.pattern = pattern
    self.manuscript = manuscript
  }

  private mutating func readTurns() {
    var index = 0
    var isNotice = false
    begin(Voice())
    while index < lines.count {
      var first = lines[index]
      if !first.isBlank, let turn = pattern.turn(manuscript.text[first.range]) {
        begin(turn.voice)
        isNotice = turn.isNotice
        first.range = turn.body..<max(turn.body, first.range.upperBound)
      }
      let end = self.end(from: index + 1)
      add([first] + lines[(index + 1)..<end], isNotice: isNotice)
      index = end
    }
  }

  /// Where the next turn begins.
  private func end(from start: Int) -> Int {
    var index = start
    while index < lines.count {
      if !lines[index].isBlank, pattern.turn(manuscript.text[lines[index].range]) != nil { break }
      index += 1
    }
    return index
  }

  private mutating func begin(_ voice: Voice) {
    manuscript.voices.append(voice)
    guard !voice.name.isEmpty, seen.count < IntakeLimits.people, seen.insert(voice.name).inserted else { return }
    manuscript.people.append(Person(name: voice.name))
    if manuscript.received == nil, voice.time.utf8.count >= 10 { manuscript.received = voice.time }
  }

  private mutating func add(_ lines: [TextLine], isNotice: Bool) {
    let paragraphs = Paragraphs(text: manuscript.text)
    for range in paragraphs.ranges(of: lines[...]) {
      manuscript.passages.append(
        Passage(range: range, voice: manuscript.voices.count - 1, chatter: isNotice ? .notice : nil))
    }
  }
}
