/// How speakers are shown in a text, known from the shape that recurs; nil where none does.
struct SpeechPattern {
  private let shapes: Set<SpeechLine.Shape>
  /// For names without a time: those that are believed.
  private let names: Set<String>
  private let order: CalendarReading.DayOrder?
  /// Lines in which others than people are heard are told apart by the times before all others.
  private let hasStamps: Bool

  /// A turn that begins on a line: who, when, and where the words begin.
  struct Turn {
    var voice: Voice
    var body: Int
    var isNotice: Bool
  }

  /// Judges all lines of a text.
  init?(_ lines: [TextLine], of text: [UInt8]) {
    var census = SpeechCensus()
    for line in lines where !line.isBlank { census.count(text[line.range]) }
    self.init(census)
  }

  init?(_ census: SpeechCensus) {
    order = census.order
    if census.isStamped {
      (shapes, names, hasStamps) = ([.stamped, .notice], [], true)
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

  /// The turn that begins on `line`, if one does.
  func turn(_ line: ArraySlice<UInt8>) -> Turn? {
    if hasStamps && ChatNotice.isNotice(line) { return Turn(voice: Voice(), body: line.startIndex, isNotice: true) }
    guard let speech = SpeechLine(line), shapes.contains(speech.shape) else { return nil }
    guard names.isEmpty || names.contains(speech.name) else { return nil }
    let voice = Voice(name: speech.name, time: speech.time.iso(order))
    return Turn(voice: voice, body: speech.body, isNotice: speech.shape == .notice)
  }
}

/// Lines that a chat program writes itself.
enum ChatNotice {
  static func isNotice(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "=== ".utf8) || line.starts(with: "*** ".utf8) || line.starts(with: "-!- ".utf8)
  }
}

/// Counts the shapes of a text's lines.
struct SpeechCensus {
  private var lines = 0
  private var shapes: [SpeechLine.Shape: Int] = [:]
  private var names: [SpeechLine.Shape: [String: Int]] = [:]
  private var first: SpeechLine.Shape?
  private(set) var order: CalendarReading.DayOrder?
  /// More names than this no conversation has; the rest are not counted.
  private static let mostNames = 20_000

  mutating func count(_ line: ArraySlice<UInt8>) {
    lines += 1
    let speech = SpeechLine(line)
    if lines == 1 { first = speech?.shape }
    guard let speech else { return }
    shapes[speech.shape, default: 0] += 1
    order = order ?? speech.time.provenOrder
    if names[speech.shape]?.count ?? 0 < Self.mostNames {
      names[speech.shape, default: [:]][speech.name, default: 0] += 1
    }
  }

  private func share(_ shape: SpeechLine.Shape, isAtLeast percent: Int) -> Bool {
    shapes[shape, default: 0] * 100 >= lines * percent
  }

  /// Lines that begin with a time and a name are hardly ever anything else.
  var isStamped: Bool {
    let count = shapes[.stamped, default: 0]
    return count >= 2 && (share(.stamped, isAtLeast: 20) || first == .stamped) || count == 1 && first == .stamped
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
