import PlanModel

/// A source as a person reads it: who says what, with the numbers that citations use.
enum SourceView {
  /// - Parameter lines: only these statements.
  static func text(_ source: Source, lines: ClosedRange<Int>?) -> TerminalText {
    var text = TerminalText()
    text.line("\(source.id, .id)  \(source.title, .strong)")
    text.line("\("\(source.format.words), \(source.received ?? "no date"), \(source.folder)", .faint)")
    for fact in facts(source) { text.line("\(fact, .faint)") }
    let margins = notes(source)
    let ownWords = source.internalNumbers
    let agents = Set(source.people.filter { $0.role == .agent }.map(\.name))
    let begins = Dictionary(
      source.revisions.enumerated().dropFirst().map { ($1.first, $0 + 1) }, uniquingKeysWith: { $1 })
    var turn: Int?
    for number in lines ?? 1...max(1, source.statements.count) where number <= source.statements.count {
      let statement = source.statements[number - 1]
      if let revision = begins[number] {
        text.line()
        text.line("\("— taken in again: revision \(revision) —", .faint)")
      }
      if statement.turn != turn {
        turn = statement.turn
        text.line()
        let speaker = statement.speaker.isEmpty ? "(nobody named)" : statement.speaker
        let role = agents.contains(statement.speaker) ? ", agent" : ""
        text.line("\(speaker, .strong)\(role)\(statement.time.isEmpty ? "" : ", " + statement.time)")
      }
      text.append(line(number, statement, note: margins[number], isInternal: ownWords.contains(number)))
    }
    return text
  }

  /// Behind what the team wrote for itself, wherever it is shown.
  static let internalMark = "  [internal]"

  static func mark(_ number: Int, of source: Source) -> String { source.isInternal(number) ? internalMark : "" }

  private static func line(
    _ number: Int, _ statement: Statement, note: String?, isInternal: Bool
  ) -> TerminalText {
    var text = TerminalText()
    let label = "L\(number)"
    let margin = String(repeating: " ", count: max(1, 5 - label.count))
    let words = statement.text + (isInternal ? internalMark : "") + (note.map { "  [\($0)]" } ?? "")
    let style: TerminalText.Style = note == nil ? .plain : .faint
    for (row, line) in wrapped(words, width: ShowView.width - 8).enumerated() {
      if row == 0 {
        text.line("  \(label, .id)\(margin) \(StyledLine(line, style))")
      } else {
        text.line("        \(StyledLine(line, style))")
      }
    }
    return text
  }

  private static func facts(_ source: Source) -> [String] {
    var facts: [String] = []
    if source.reach > 1 || !source.segments.isEmpty {
      let segments = source.segments.isEmpty ? "" : ": \(Phrase.list(source.segments, limit: 8))"
      facts.append("stands for \(Phrase.count(source.reach, "voice"))\(segments)")
    }
    if let url = source.url { facts.append(url) }
    if let example = source.chatter.first?.why {
      facts.append("what is marked as [\(example)] and the like needs no carrying")
    }
    if !source.internalLines.isEmpty { facts.append("what is marked as [internal] the team wrote for itself") }
    facts += source.attachments.map { "attached: \(SourceFacts.words($0))" }
    if !source.redactions.isEmpty { facts.append("replaced: \(SourceFacts.words(source.redactions))") }
    return facts
  }

  /// Why a statement needs no carrying, by its number.
  private static func notes(_ source: Source) -> [Int: String] {
    reasons(source.chatter, in: source).merging(reasons(source.setAside, in: source).mapValues { "set aside: \($0)" }) {
      $1
    }
  }

  static func json(_ source: Source, lines: ClosedRange<Int>?) -> JSONValue {
    let chatter = reasons(source.chatter, in: source)
    let setAside = reasons(source.setAside, in: source)
    let ownWords = source.internalNumbers
    let shown = source.statements.indices.filter { lines?.contains($0 + 1) ?? true }
    let statements = JSONValue(shown) { index in
      let statement = source.statements[index]
      return [
        "ref": .string("\(source.id)#L\(index + 1)"), "turn": .int(statement.turn), "time": .string(statement.time),
        "speaker": .string(statement.speaker), "text": .string(statement.text),
        "chatter": JSONValue(chatter[index + 1]), "set_aside": JSONValue(setAside[index + 1]),
        "internal": .bool(ownWords.contains(index + 1)),
      ]
    }
    return .document(
      kind: "show",
      [
        "source": SourcesView.summary(source), "statements": statements,
        "attachments": JSONValue(source.attachments, SourceFacts.json),
        "people": JSONValue(source.people) {
          ["name": .string($0.name), "address": JSONValue($0.address), "role": JSONValue($0.role?.rawValue)]
        },
      ])
  }

  private static func reasons(_ entries: [LedgerEntry], in source: Source) -> [Int: String] {
    var reasons: [Int: String] = [:]
    for entry in entries {
      for line in source.statements.numbers(in: entry.lines.bounds) { reasons[line] = entry.why }
    }
    return reasons
  }
}
