import Concurrency

/// How speakers are shown in a text, known from the shape that recurs; nil where none does.
struct SpeechPattern {
  private let shapes: Set<SpeechLine.Shape>
  /// For names without a time: those that are believed.
  private let names: Set<String>
  private let order: CalendarReading.DayOrder?
  /// Times of two numbers are minutes and seconds of a recording.
  private let isElapsed: Bool
  /// Lines in which others than people are heard are told apart by the times before all others.
  private let hasStamps: Bool

  /// A turn that begins on a line: who, when, and where the words begin.
  struct Turn {
    var voice: Voice
    var body: Int
    var isNotice: Bool
    /// Beside the name stands that the team wrote it for itself.
    var isInternal = false
  }

  /// What a line says of who speaks.
  enum Mark {
    /// It shows a time and nothing else: from here on, what is said was said then.
    case clock(String)
    case turn(Turn)
    /// A meeting program notes what happened: nobody says it, and whoever spoke goes on.
    case event
  }

  /// Dates are left out that can be read in two ways.
  let hasUnclearDates: Bool
  /// A chat, in which people write, as its times show: hours of a day, not of a recording.
  let isChat: Bool

  /// Judges all lines of a text.
  init?(_ lines: [TextLine], of text: [UInt8], dateOrder: DateOrder? = nil) {
    var census = SpeechCensus()
    census.given = dateOrder
    var next = 0
    concurrently(parts: LineRun.places(in: lines)) { places in
      LineRun(places, of: lines, in: text).map(SpeechLine.inChat)
    } take: { speeches in
      for speech in speeches {
        if !lines[next].isBlank { census.count(text[lines[next].range], speech) }
        next += 1
      }
    }
    self.init(census)
  }

  init?(_ census: SpeechCensus) {
    (order, isElapsed) = (census.order, census.isElapsed)
    hasUnclearDates = census.hasUnclearDates
    isChat = census.isStamped && !census.isElapsed && census.hasDays
    if census.isStamped {
      (shapes, names, hasStamps) = ([.stamped, .notice, .timed, .action], census.known(.stamped), true)
    } else if census.isTimed {
      (shapes, names, hasStamps) = ([.timed], [], false)
    } else if census.isHeaded {
      (shapes, names, hasStamps) = ([.headed], [], false)
    } else if let names = census.speakers(.bold) {
      (shapes, self.names, hasStamps) = ([.bold], names, false)
    } else if let names = census.speakers(.angled) {
      (shapes, self.names, hasStamps) = ([.angled], names, false)
    } else if let names = census.speakers(.named) {
      (shapes, self.names, hasStamps) = ([.named], names, false)
    } else {
      return nil
    }
  }

  /// What `line` shows, if it shows anything.
  func mark(_ line: ArraySlice<UInt8>) -> Mark? {
    if !hasStamps && ChatNotice.isEvent(line) || ChatNotice.isFooter(line) { return .event }
    return clock(line).map(Mark.clock) ?? turn(line).map(Mark.turn)
  }

  /// The turn that begins on `line`, if one does.
  func turn(_ line: ArraySlice<UInt8>) -> Turn? {
    if hasStamps && ChatNotice.isNotice(line) { return Turn(voice: Voice(), body: line.startIndex, isNotice: true) }
    guard let speech = SpeechLine(line), shapes.contains(speech.shape) else { return nil }
    if hasStamps { return stamped(speech, line) }
    guard names.isEmpty || names.contains(speech.name) else { return nil }
    var turn = Turn(voice: Voice(name: speech.name, time: time(speech)), body: speech.body, isNotice: false)
    if speech.shape == .headed {
      // The name ends with its line, or with what separates it from what else stands there.
      turn.isInternal = line[..<speech.body].split {
        $0 == ASCII.newline || $0 == ASCII.pipe || $0 == ASCII.openParenthesis
      }
      .dropFirst().contains(where: InternalNote.isMark)
    }
    return turn
  }

  private func stamped(_ speech: SpeechLine, _ line: ArraySlice<UInt8>) -> Turn {
    switch speech.shape {
    case .stamped:
      let voice = Voice(name: speech.name, time: time(speech))
      return Turn(voice: voice, body: speech.body, isNotice: speech.isPlaceholder(in: line))
    case .action where names.contains(speech.name):
      let body = line[speech.words...].dropFirst().drop(while: \.isWhite).startIndex
      return Turn(voice: Voice(name: speech.name, time: time(speech)), body: body, isNotice: false)
    default: return Turn(voice: Voice(time: time(speech)), body: speech.words, isNotice: true)
    }
  }

  /// Names and times stand above the words.
  var isHeaded: Bool { shapes.contains(.headed) || shapes == [.timed] }

  /// Names alone show who speaks, as in minutes: nothing says when.
  var isOfNames: Bool { !names.isEmpty && !hasStamps }

  /// When a line that holds nothing but a time says that what follows was said, in a text without times before all
  /// lines.
  private func clock(_ line: ArraySlice<UInt8>) -> String? {
    // A month before it makes it the day of the whole.
    guard !hasStamps, line.first?.isDigit ?? false, SpeechLine.isTime(line) else { return nil }
    var cursor = SpeechCursor(line)
    return cursor.stamp().map { isElapsed ? $0.elapsed ?? $0.iso(order) : $0.iso(order) }
  }

  private func time(_ speech: SpeechLine) -> String {
    isElapsed ? speech.time.elapsed ?? speech.time.iso(order) : speech.time.iso(order)
  }
}

extension CalendarReading {
  /// `0:01` and `61:20` of a recording as hours, minutes and seconds: `00:00:01`, `01:01:20`.
  fileprivate var elapsed: String? {
    guard year == nil, isAfternoon == nil, second == nil, let minutes = hour, let seconds = minute else { return nil }
    return CalendarReading(hour: minutes / 60, minute: minutes % 60, second: seconds).iso()
  }
}
