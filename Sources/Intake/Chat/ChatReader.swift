import Concurrency
import PlanModel

/// Reads a chat log or a transcript: a turn for each line that shows a speaker, with the lines that go on with it.
struct ChatReader {
  private var lines: [TextLine]
  private let pattern: SpeechPattern
  private var manuscript: Manuscript
  /// The time that a line of its own said last.
  private var clock = ""
  private var seen: Set<String> = []
  /// The group's name as a notice says it last.
  private var group: String?
  /// Where the turn at hand begins, and whether a program says it.
  private var start = 0
  private var isNotice = false
  /// Whether the team wrote the turn at hand for itself.
  private var isInternal = false

  /// Words before the first turn have no speaker, or, when these lines go on with others, the one who spoke last.
  static func read(
    _ lines: [TextLine], pattern: SpeechPattern, into manuscript: inout Manuscript, goesOn: Bool = false
  ) {
    var reader = ChatReader(lines: lines, pattern: pattern, manuscript: manuscript)
    // The reader alone holds it now, so that adding to it copies nothing.
    manuscript = Manuscript()
    if !goesOn { reader.begin(Voice()) }
    reader.readTurns()
    reader.finish()
    manuscript = reader.manuscript
  }

  private init(lines: [TextLine], pattern: SpeechPattern, manuscript: Manuscript) {
    self.lines = lines
    self.pattern = pattern
    self.manuscript = manuscript
  }

  private mutating func readTurns() {
    let (lines, text, pattern) = (lines, manuscript.text, pattern)
    concurrently(parts: LineRun.places(in: lines)) { places in
      let run = LineRun(places, of: lines, in: text)
      return (places: places, start: run.start, marks: run.map(pattern.mark))
    } take: { run in
      for (index, mark) in zip(run.places, run.marks) { read(mark, at: index, from: run.start) }
    }
    endTurn(before: lines.count)
  }

  /// - Parameter base: where the text begins that the places of the mark are of.
  private mutating func read(_ mark: SpeechPattern.Mark?, at index: Int, from base: Int) {
    switch mark {
    case .clock(let time):
      endTurn(before: index)
      goOn(at: time, from: lines[index...index])
      (start, isNotice) = (index + 1, false)
    case .turn(let next):
      endTurn(before: index)
      begin(next.voice.time.isEmpty ? Voice(name: next.voice.name, time: clock) : next.voice)
      (isNotice, isInternal) = (next.isNotice, next.isInternal)
      let body = base + next.body
      lines[index].range = body..<max(body, lines[index].range.upperBound)
      start = index
    case .event:
      endTurn(before: index)
      let speaker = manuscript.voices.last ?? Voice()
      manuscript.voices.append(Voice())
      add(lines[index...index], isNotice: true)
      manuscript.voices.append(speaker)
      (start, isNotice) = (index + 1, false)
    case nil where isBesideWords(at: index):
      endTurn(before: index)
      if InternalNote.isMark(manuscript.text[lines[index].range]) { isInternal = true }
      add(lines[index...index], isNotice: true)
      start = index + 1
    case nil where pattern.isOfNames && isOfMinutes(at: index):
      endTurn(before: index)
      begin(Voice())
      (start, isNotice) = (index, false)
    case nil: break
    }
  }

  /// Whether the line stands right below a heading and is none of the words: to whom they go, or for whom they are.
  private func isBesideWords(at index: Int) -> Bool {
    guard pattern.isHeaded, index > 0, index == start + 1, !(manuscript.voices.last?.name.isEmpty ?? true) else {
      return false
    }
    // The words may begin on the line of the heading.
    guard lines[start].isBlank || lines[start].range.isEmpty else { return false }
    let line = manuscript.text[lines[index].range]
    if InternalNote.isMark(line) { return true }
    guard line.count <= 80, let last = line.last, !".?!".utf8.contains(last) else { return false }
    return line.hasPrefix(ignoringCase: "To: ")
  }

  /// Whether the line is whose who keeps the minutes: a decision or task, or the topic that is talked of next.
  private func isOfMinutes(at index: Int) -> Bool {
    let words = manuscript.text[lines[index].range]
    if MinutesLine.isKeepers(words) { return true }
    guard MinutesLine.isTopic(words), index > 0, lines[index - 1].isBlank else { return false }
    let next = lines[(index + 1)...].first { !$0.isBlank }
    return next.map { pattern.turn(manuscript.text[$0.range]) != nil } ?? false
  }

  /// What is true of the whole: of a chat how many people write, and what its group is called.
  private mutating func finish() {
    manuscript.hasUnclearDates = manuscript.hasUnclearDates || pattern.hasUnclearDates
    guard pattern.isChat else { return }
    if let group { manuscript.title = Title.shortened(group.foldingWhiteSpace()) }
    manuscript.isNamedByFile = group == nil
    let people = seen.filter { !SpeakerName.answers($0) && !BotName.isProgram($0) }
    if people.count > 1 { manuscript.origin.reach = people.count }
  }

  private mutating func endTurn(before index: Int) { add(lines[start..<index], isNotice: isNotice) }

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
    manuscript.people.append(Person(name: voice.name, role: Person.Role(behind: voice.name)))
    if manuscript.received == nil, voice.time.utf8.count >= 10 { manuscript.received = voice.time }
  }

  private mutating func add(_ lines: ArraySlice<TextLine>, isNotice: Bool) {
    let paragraphs = Paragraphs(text: manuscript.text)
    let voice = manuscript.voices.count - 1
    // Above the first turn a meeting program says when it was, and how long.
    let isHead = pattern.isHeaded && !isNotice && manuscript.voices.allSatisfy(\.name.isEmpty)
    if isHead || manuscript.voices.count == 1 && statesDay(lines) { return addHead(lines) }
    if pattern.isOfNames, manuscript.received == nil, manuscript.voices.count == 1 {
      for line in lines { manuscript.received = manuscript.received ?? MinutesLine.date(manuscript.text[line.range]) }
    }
    for range in paragraphs.ranges(of: lines) {
      let words = manuscript.text[range]
      if isNotice { group = ChatNotice.groupName(in: words) ?? group }
      if !isNotice, let mark = ChatNotice.editMark(in: words) {
        let said = words[..<mark].trimmed
        if !said.isEmpty { append(Passage(range: said.startIndex..<said.endIndex, voice: voice)) }
        append(Passage(range: mark..<range.upperBound, voice: voice, form: .whole, chatter: .notice))
      } else {
        append(Passage(range: range, voice: voice, chatter: isNotice ? .notice : nil))
      }
    }
  }

  private mutating func append(_ passage: Passage) {
    var passage = passage
    passage.isInternal = isInternal
    manuscript.passages.append(passage)
  }

  /// Whether these are the few lines above a chat of which one says when it was.
  private func statesDay(_ lines: ArraySlice<TextLine>) -> Bool {
    lines.count <= 12 && lines.contains { !$0.isBlank && MeetingHead.date(manuscript.text[$0.range]) != nil }
  }

  /// Lines before anybody speaks: a title, the day, and how long it took.
  private mutating func addHead(_ lines: ArraySlice<TextLine>) {
    for line in lines where !line.isBlank {
      let words = manuscript.text[line.range]
      let date = MeetingHead.date(words)
      if manuscript.received == nil, let date { manuscript.received = date }
      let isFact = date != nil || MeetingHead.isDuration(words)
      if !isFact, manuscript.title.isEmpty, !ChatNotice.isEvent(words) {
        manuscript.title = Title.shortened(WhiteSpace.folded(words).string)
      }
      if Ruler.isLayout(words) { continue }
      manuscript.passages.append(
        Passage(
          range: line.range, voice: manuscript.voices.count - 1, form: isFact ? .whole : .prose,
          chatter: isFact ? .metadata : nil))
    }
  }
}
