import Intake
import PlanModel

/// What a later original adds to a source: the statements that the source does not have, in the order of the original.
struct Continuation {
  /// With turns that go on behind the source's.
  private(set) var statements = StatementList()
  /// Lines are the source's.
  private(set) var chatter: [LedgerEntry] = []
  /// Lines are the source's.
  private(set) var internalLines: [LineRange] = []
  /// How many of the source's statements the later original does not have: they were edited, or left out.
  private(set) var missing = 0
  /// The lines of those of them that are no chatter; of the same words said twice the last.
  private(set) var missingLines: [Int] = []

  /// Sentences of at least this many bytes are taken for the same whoever is shown as their speaker: one program calls
  /// people by name, another by address.
  private static let telling = 24

  private struct Said: Hashable {
    var speaker: String?
    var text: String
  }

  /// - Parameter asksDays: whether words of another day are others; where it is only guessed that both are one
  ///   conversation, days are asked for by themselves.
  init(of source: Source, by reading: Reading, asksDays: Bool = true) {
    var unmatched: [Said: Times] = [:]
    for statement in source.statements.reversed() {
      let time = asksDays ? statement.time : ""
      unmatched[Said(speaker: statement.speaker, text: statement.text), default: Times()].put(time)
      unmatched[Said(speaker: nil, text: statement.text), default: Times()].put(time)
    }
    let reasons = Self.reasons(reading.chatter)
    let ownWords = Set(reading.internalLines.flatMap(\.bounds))
    var turns = Turns(behind: source.statements.map(\.turn).max() ?? 0)
    missing = source.statements.count
    for (index, statement) in reading.statements.enumerated() {
      if Self.take(statement, from: &unmatched) {
        missing -= 1
        continue
      }
      var added = statement
      added.turn = turns.number(of: statement.turn)
      statements.append(added)
      if ownWords.contains(index + 1) { internalLines.add(source.statements.count + statements.count) }
      if let why = reasons[index + 1] { addChatter(source.statements.count + statements.count, why) }
    }
    guard missing > 0 else { return }
    let needless = Self.reasons(source.chatter + source.setAside)
    for (index, statement) in source.statements.enumerated().reversed() {
      let said = Said(speaker: nil, text: statement.text)
      guard unmatched[said]?.takeLast() == true else { continue }
      if needless[index + 1] == nil { missingLines.append(index + 1) }
    }
    missingLines.reverse()
  }

  /// The later original holds all that the source has, and more.
  var containsSource: Bool { missing <= 0 }

  private static func take(_ statement: Statement, from unmatched: inout [Said: Times]) -> Bool {
    let exact = Said(speaker: statement.speaker, text: statement.text)
    let anybody = Said(speaker: nil, text: statement.text)
    if unmatched[exact]?.take(statement.time) == true {
      _ = unmatched[anybody]?.take(statement.time)
      return true
    }
    // Whoever says a short sentence counts, unless nobody is named: then the user did it at intake.
    guard statement.text.utf8.count >= telling || statement.speaker.isEmpty else { return false }
    return unmatched[anybody]?.take(statement.time) == true
  }

  /// When the same words were said, the first last.
  private struct Times {
    private var times: [String] = []
    private var leftOver = 0

    mutating func put(_ time: String) { times.append(time) }

    /// Takes away the first that may be the same occasion: words of another day are said again, but clocks of two places
    /// may be a day apart, and not everything says when.
    mutating func take(_ time: String) -> Bool {
      let near = times.indices.suffix(Self.reach).last { Self.isNear(times[$0], time) }
      guard let near else { return false }
      times.remove(at: near)
      return true
    }

    /// What is left over, the last first.
    mutating func takeLast() -> Bool {
      guard leftOver < times.count else { return false }
      leftOver += 1
      return true
    }

    /// Among more of the same words the first are enough.
    private static let reach = 32
    /// In seconds.
    private static let farthest = 36 * 3_600

    private static func isNear(_ one: String, _ other: String) -> Bool {
      if one.isEmpty || other.isEmpty || one == other { return true }
      guard let first = Instant(stated: one), let second = Instant(stated: other) else { return true }
      return abs(first.seconds - second.seconds) <= farthest
    }
  }

  private static func reasons(_ chatter: [LedgerEntry]) -> [Int: String] {
    var reasons: [Int: String] = [:]
    for entry in chatter { for line in entry.lines.bounds { reasons[line] = entry.why } }
    return reasons
  }

  private mutating func addChatter(_ line: Int, _ why: String) {
    if let last = chatter.last, last.why == why, last.lines.bounds.upperBound == line - 1 {
      chatter[chatter.count - 1].lines = LineRange(last.lines.bounds.lowerBound...line)
    } else {
      chatter.append(LedgerEntry(lines: LineRange(line...line), why: why))
    }
  }

  /// Numbers turns on behind those that there are.
  private struct Turns {
    private var number: Int
    private var current: Int?

    /// - Parameter last: as the file says it, which may be any number.
    init(behind last: Int) { number = min(max(0, last), 1 << 40) }

    mutating func number(of turn: Int) -> Int {
      if current != turn { (current, number) = (turn, number + 1) }
      return number
    }
  }
}

extension Source {
  /// Whether something was said on the same day in both, or one of them does not say when.
  func sharesDays(with reading: Reading) -> Bool {
    let days = statements.days
    if days.isEmpty { return true }
    let others = reading.statements.days
    return others.isEmpty || !days.isDisjoint(with: others)
  }

  /// Who says all that is in it, as where the user said so at intake.
  var onlySpeaker: String? {
    let speakers = statements.speakers
    return speakers.count == 1 && !statements.contains { $0.speaker.isEmpty } ? speakers[0] : nil
  }

  /// Whether it is worth comparing all words: enough is said that finding it again is no accident, and one end is the same.
  func hasAnEndOf(_ reading: Reading) -> Bool {
    let chatter = Set(chatter.flatMap { statements.numbers(in: $0.lines.bounds) })
    guard !reading.statements.isEmpty, let last = statements.indices.last,
      statements.indices.lazy.filter({ !chatter.contains($0 + 1) }).prefix(3).count == 3
    else { return false }
    let others = reading.statements
    return statements.text(at: 0).elementsEqual(others.text(at: 0))
      || statements.text(at: last).elementsEqual(others.text(at: others.count - 1))
  }
}

extension StatementList {
  /// The days on which anything of it was said, as `2026-11-02`.
  fileprivate var days: Set<Substring> {
    Set(lazy.compactMap { $0.time.utf8.count >= 10 ? $0.time.prefix(10) : nil })
  }
}
