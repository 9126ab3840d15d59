import PlanModel

/// What is said in one breath: a turn, a short section of a document, a short conversation, or one voice of a table.
struct Stretch {
  /// A conversation of so few turns is about one thing, unless somebody holds a speech in it.
  private static let shortTalk = 24
  private static let shortText = 60
  /// A longer turn or section is about several things.
  private static let shortTurn = 12

  var statements: [Said]
  var shape: DraftingSource.Shape
  /// The subject of a mail or ticket, or the heading of a section.
  var title: String?
  /// Its words with those around it, by which it is held against others.
  var words: String
  /// Whether it is a whole conversation about one matter.
  var isWhole = false
  /// Whether it belongs to no topic of its own: a list of decisions or tasks at the end of minutes.
  var isLoose = false

  /// Parts a source; headings belong to no stretch.
  static func stretches(of source: DraftingSource) -> [Stretch] {
    let statements = source.statements.filter { $0.isHeading != true }
    let turns = turns(source)
    let isParted = source.isMinutes && Set(turns.compactMap(\.heading)).count > 1
    if source.shape != .table, turns.count <= shortTalk, statements.count <= shortText, !isParted {
      let words = statements.map(\.text).joined(separator: " ")
      let title = isNamed(source) ? DraftTitle.subject(source.title) : nil
      return [Stretch(statements: statements, shape: source.shape, title: title, words: words, isWhole: true)]
    }
    return turns.enumerated().map { place, turn in
      // What has a heading says itself what it is about.
      let isAlone = source.shape == .table || turn.heading != nil
      let around = isAlone ? [turn] : Array(turns[max(0, place - 2)...min(turns.count - 1, place + 2)])
      var words = around.flatMap(\.statements).map(\.text).joined(separator: " ")
      if let heading = turn.heading { words += " " + heading }
      return Stretch(
        statements: turn.statements, shape: source.shape, title: turn.heading.map(DraftTitle.of), words: words,
        isLoose: turn.statements.allSatisfy(\.isUnderList))
    }
  }

  /// Whether its title says what a source is about: somebody gave it, or it opens with what is wanted.
  private static func isNamed(_ source: DraftingSource) -> Bool {
    guard source.isTitledByOpening else { return true }
    guard let first = source.statements.first, first.label == .problem || first.label == .request else { return false }
    return DraftTitle.of(first.text) == DraftTitle.of(source.title)
  }

  /// What one voice says until another speaks or a heading comes; the heading is kept where it says what this is about.
  private struct Turn {
    var statements: [Said] = []
    var heading: String?
  }

  private static func turns(_ source: DraftingSource) -> [Turn] {
    var turns: [Turn] = []
    var heading: String?
    for said in source.statements {
      if said.isHeading == true {
        let isTopic = source.isMinutes ? Topic.isNamed(by: said) : StoryWords.areEnough(in: said.text)
        heading = isTopic ? said.text : nil
        turns.append(Turn(heading: heading))
      } else if source.isMinutes, Topic.isNumbered(said.text) {
        heading = said.text
        turns.append(Turn(heading: heading))
      } else if let last = turns.last, last.statements.last.map({ $0.turn == said.turn }) ?? true {
        turns[turns.count - 1].statements.append(said)
      } else {
        turns.append(Turn(statements: [said]))
      }
    }
    return turns.filter { !$0.statements.isEmpty }.flatMap { turn in
      turn.statements.count > shortTurn ? turn.statements.map { Turn(statements: [$0]) } : [turn]
    }
  }
}

/// Headings that name what is talked of below them.
enum Topic {
  private static let generic: Set<String> = [
    "discussion", "notes", "updates", "update", "misc", "miscellaneous", "aob", "any other business", "other", "topics",
    "meeting notes", "minutes", "verschiedenes", "sonstiges", "diskussion", "divers", "varios", "transcript", "summary",
  ]
  private static let items: Set<String> = [
    "top", "topic", "item", "agenda item", "punkt", "tagesordnungspunkt", "point", "punto", "sujet", "tema",
  ]

  /// Whether a heading tells a topic: not the parts that all minutes have, and no date.
  static func isNamed(by said: Said) -> Bool {
    let words = said.text.lowercased().split { !$0.isLetter }
    guard said.level != 1, !words.isEmpty, !generic.contains(words.joined(separator: " ")) else { return false }
    if BriefPart(heading: said.text, isHeading: true) != nil { return false }
    let isDate = said.text.contains { $0.isNumber } && words.count <= 2 && said.text.split(separator: " ").count <= 4
    return !isDate || isNumbered(said.text) || startsWithNumber(said.text)
  }

  /// Whether a line is an item of an agenda: "TOP 2: Minimum stock".
  static func isNumbered(_ text: String) -> Bool { rest(of: text) != nil }

  /// The words behind "TOP 2:"; nil where there is no such opening.
  static func rest(of text: String) -> Substring? {
    guard let mark = text.prefix(30).firstIndex(where: { ":.)–".contains($0) }) else { return nil }
    let opening = text[..<mark].lowercased().split(separator: " ")
    guard opening.count > 1, let last = opening.last, last.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    guard items.contains(opening.dropLast().joined(separator: " ")) else { return nil }
    let rest = text[mark...].dropFirst().drop { $0 == " " }
    return rest.isEmpty || rest.count > 80 ? nil : rest
  }

  private static func startsWithNumber(_ text: String) -> Bool {
    let rest = text.drop { $0.isNumber }
    return rest.count < text.count && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
