extension SpeechLine {
  /// It has seconds, or its minutes are no multiple of five.
  fileprivate var isOffSchedule: Bool { time.second != nil || (time.minute ?? 0) % 5 != 0 }
}

/// Counts the shapes of a text's lines.
struct SpeechCensus {
  private var lines = 0
  private var shapes: [SpeechLine.Shape: Int] = [:]
  private var names: [SpeechLine.Shape: [String: Int]] = [:]
  private var first: SpeechLine.Shape?
  private var last: SpeechLine.Shape?
  /// Lines of a time and a name with words below them.
  private var timedWithWords = 0
  /// Those of them with a bracket or bar, which an agenda does not have.
  private var timedWithMarks = 0
  /// Those of them at a time that nobody plans, as an agenda does.
  private var timedOffSchedule = 0
  private var dates = DateSequence()
  /// A day stands before some time.
  private(set) var hasDays = false
  /// How the user says that dates are meant.
  var given: DateOrder?
  /// Whether the times show that they count from the beginning of a recording; nil as long as there are none.
  private var elapsed: Bool?
  /// More names than this no conversation has; the rest are not counted.
  private static let mostNames = 20_000

  mutating func count(_ line: ArraySlice<UInt8>) { count(line, SpeechLine.inChat(line)) }

  /// Counts a line that was read already.
  mutating func count(_ line: ArraySlice<UInt8>, _ speech: SpeechLine?) {
    // What whoever keeps minutes, or a program, writes beside what is said tells nothing of how speakers are shown.
    if speech == nil, MinutesLine.isTopic(line) || MinutesLine.isKeepers(line) || ChatNotice.isFooter(line) {
      return
    }
    lines += 1
    if last == .timed, speech?.shape != .timed, speech?.shape != .notice { timedWithWords += 1 }
    last = speech?.shape
    if last == .timed, line.first == ASCII.openBracket || line.contains(ASCII.pipe) { timedWithMarks += 1 }
    if lines == 1 { first = speech?.shape }
    guard let speech else { return }
    shapes[speech.shape, default: 0] += 1
    dates.add(speech.time)
    if speech.time.day != nil || !speech.time.ambiguous.isEmpty { hasDays = true }
    if last == .timed, speech.isOffSchedule { timedOffSchedule += 1 }
    noteElapsed(speech, in: line)
    if names[speech.shape]?.count ?? 0 < Self.mostNames {
      names[speech.shape, default: [:]][speech.name, default: 0] += 1
    }
  }

  var order: DateOrder? { given ?? dates.chatOrder }

  /// Nothing tells how dates are meant that have two readings.
  var hasUnclearDates: Bool { order == nil && dates.hasTwoReadings }

  var isElapsed: Bool { elapsed ?? false }

  /// No clock shows 61:20, and hardly any chat begins in the first hour of a day.
  private mutating func noteElapsed(_ speech: SpeechLine, in line: ArraySlice<UInt8>) {
    let time = speech.time
    guard let hour = time.hour, time.second == nil else { return }
    guard time.year == nil, time.day == nil, time.isAfternoon == nil else { return elapsed = false }
    // A clock shows 00:03 or 12:03 AM.
    let counts = line.drop { $0 == ASCII.openBracket || $0.isWhite }.starts(with: "0:".utf8)
    let isRecording = !speech.isTimeFirst || speech.shape == .timed && counts
    if elapsed == nil { elapsed = hour == 0 && speech.shape != .notice && isRecording }
    if hour > 23 { elapsed = true }
  }

  /// The names that stand behind times.
  func known(_ shape: SpeechLine.Shape) -> Set<String> { Set(names[shape, default: [:]].keys) }

  private func share(_ shape: SpeechLine.Shape, isAtLeast percent: Int) -> Bool {
    shapes[shape, default: 0] * 100 >= lines * percent
  }

  /// Lines that begin with a time and a name are hardly ever anything else.
  var isStamped: Bool {
    let count = shapes[.stamped, default: 0]
    return count >= 2 && (share(.stamped, isAtLeast: 20) || first == .stamped) || count == 1 && first == .stamped
  }

  /// Lines of a time and a name alone, with words below them, where a name recurs, all words belong to one, or all such
  /// lines are headings.
  var isTimed: Bool {
    let count = shapes[.timed, default: 0]
    let recurs = names[.timed, default: [:]].contains { $0.value > 1 } || timedWithMarks == count || areHeadings
    return count >= 2 && recurs && timedWithWords * 2 > count && (share(.timed, isAtLeast: 20) || first == .timed)
  }

  /// Whether times stand before full names alone, at least one of them off any schedule, and words below each.
  private var areHeadings: Bool {
    guard shapes[.notice] == nil, shapes[.stamped] == nil, timedOffSchedule > 0 else { return false }
    return timedWithWords == shapes[.timed] && names[.timed, default: [:]].keys.allSatisfy { $0.contains(" ") }
  }

  var isHeaded: Bool {
    shapes[.headed, default: 0] >= 2 && (share(.headed, isAtLeast: 5) || first == .headed)
  }

  /// The names of a shape without times, if they show a conversation: one of them recurs, or they are roles.
  func speakers(_ shape: SpeechLine.Shape) -> Set<String>? {
    let counts = names[shape, default: [:]].filter { SpeakerName.isNameLike($0.key) }
    let turns = counts.values.reduce(0, +)
    let recurring = counts.filter { $0.value > 1 }
    let areRoles = counts.count >= 2 && counts.keys.allSatisfy(SpeakerName.isRole)
    guard areRoles || turns >= 3 && counts.count >= 2 && !recurring.isEmpty else { return nil }
    // Labels recur as well, but they do not make up most of a text, nor begin it.
    let isMostly = turns * 100 >= lines * (shape == .bold ? 10 : 40)
    guard isMostly || first == shape && turns * 100 >= lines * 10 else { return nil }
    let inTurns = recurring.values.reduce(0, +)
    guard shape != .named || areRoles || inTurns * 2 >= turns else { return nil }
    return Set(counts.keys)
  }
}
