/// Part of an item that cites statements which stand behind each other, and so carries them.
package struct Carrier: Hashable, Sendable {
  package var item: ItemID
  package var part: ItemPart
  /// The line of the item's file where it cites them first.
  package var line: Int
  package var isDropped: Bool
  /// The statements.
  package var lines: ClosedRange<Int>
}

extension Carrier {
  /// The carriers of one source's statements, by item and part; citations of one part that touch are one.
  ///
  /// What cites statements that are not there carries none: `check` has found it.
  static func all(of statements: Int, in places: [(item: CitingItem, place: CitingItem.Place)]) -> [Carrier] {
    var carriers: [Carrier] = []
    var open: [Key: Int] = [:]
    let ordered = places.enumerated().sorted { left, right in
      let (first, second) = (left.element.place.citation.lines, right.element.place.citation.lines)
      return (first.lowerBound, first.upperBound, left.offset) < (second.lowerBound, second.upperBound, right.offset)
    }
    for (item, place) in ordered.map(\.element) {
      let lines = place.citation.lines
      guard lines.upperBound <= statements else { continue }
      let key = Key(item: item.id, file: item.file, part: place.part)
      if let index = open[key], carriers[index].lines.upperBound + 1 >= lines.lowerBound {
        let end = max(carriers[index].lines.upperBound, lines.upperBound)
        carriers[index].lines = carriers[index].lines.lowerBound...end
        continue
      }
      open[key] = carriers.count
      carriers.append(
        Carrier(item: item.id, part: place.part, line: place.line, isDropped: item.isDropped, lines: lines))
    }
    return carriers.sorted(by: standsBefore)
  }

  private struct Key: Hashable {
    var item: ItemID
    var file: String
    var part: ItemPart
  }

  /// From the why to the how: intents, epics, stories, decisions.
  private static func standsBefore(_ left: Carrier, _ right: Carrier) -> Bool {
    (left.item.kind.rank, left.item, left.line, left.lines.lowerBound)
      < (right.item.kind.rank, right.item, right.line, right.lines.lowerBound)
  }
}

extension ItemKind {
  fileprivate var rank: Int {
    switch self {
    case .source: 0
    case .intent: 1
    case .epic: 2
    case .story: 3
    case .decision: 4
    }
  }
}
