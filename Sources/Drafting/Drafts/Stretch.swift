import PlanModel

/// What is said in one breath: a turn, a short section of a document, a short conversation, or one voice of a table.
struct Stretch {
  /// A conversation of so few turns is about one thing, unless somebody holds a speech in it.
  private static let shortTalk = 12
  private static let shortText = 60
  /// A longer turn or section is about several things.
  private static let shortTurn = 12

  var statements: [Said]
  var shape: DraftingSource.Shape
  /// The subject of a mail or ticket, or the heading of a section.
  var title: String?
  /// Its words with those around it, by which it is held against others.
  var words: String

  /// Parts a source; headings belong to no stretch.
  static func stretches(of source: DraftingSource) -> [Stretch] {
    let statements = source.statements.filter { $0.isHeading != true }
    let turns = turns(source.statements)
    if source.shape != .table, turns.count <= shortTalk, statements.count <= shortText {
      let words = statements.map(\.text).joined(separator: " ")
      let title = DraftTitle.subject(source.title)
      return [Stretch(statements: statements, shape: source.shape, title: title, words: words)]
    }
    return turns.enumerated().map { place, turn in
      let around = source.shape == .table ? [turn] : Array(turns[max(0, place - 2)...min(turns.count - 1, place + 2)])
      var words = around.flatMap(\.statements).map(\.text).joined(separator: " ")
      if let heading = turn.heading { words += " " + heading }
      return Stretch(
        statements: turn.statements, shape: source.shape, title: turn.heading.map(DraftTitle.of), words: words)
    }
  }

  /// What one voice says until another speaks or a heading comes; the heading is kept where it says what this is about.
  private struct Turn {
    var statements: [Said] = []
    var heading: String?
  }

  private static func turns(_ statements: [Said]) -> [Turn] {
    var turns: [Turn] = []
    var heading: String?
    for said in statements {
      if said.isHeading == true {
        heading = StoryWords.areEnough(in: said.text) ? said.text : nil
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
