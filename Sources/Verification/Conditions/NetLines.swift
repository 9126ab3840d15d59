import Git
import Patterns
import PlanModel

/// The lines of one file that match a pattern and that the story's commits, taken together, add and remove.
struct NetLines {
  /// Where a line stands; its text is what it is kept by.
  private struct Place {
    var path: String
    var number: Int
  }

  /// Without one, all lines.
  private let pattern: Pattern?
  private var added: [String: [Place]] = [:]
  private var removed: [String: [Place]] = [:]

  init(pattern: Pattern?) { self.pattern = pattern }

  /// Counts in one commit's change; false when the pattern took too much work on some line.
  ///
  /// A line moved within one commit stays added and removed, as that commit's diff has it: lines only cancel out across
  /// commits. A merge's diff against its first parent tells again what the merged commits did, if they are linked too,
  /// so of its lines only those count that are not yet there, and none cancel out.
  mutating func apply(_ lines: LineChanges, path: String, _ isMerge: Bool, _ budget: inout SearchBudget) -> Bool {
    guard let plus = matching(lines.added, path: path, &budget),
      let minus = matching(lines.removed, path: path, &budget)
    else { return false }
    if isMerge {
      added.merge(plus) { $0.count >= $1.count ? $0 : $1 }
      removed.merge(minus) { $0.count >= $1.count ? $0 : $1 }
    } else {
      let before = (added: added, removed: removed)
      for (text, places) in plus { Self.put(places, at: text, into: &added, cancelling: &removed, before.removed) }
      for (text, places) in minus { Self.put(places, at: text, into: &removed, cancelling: &added, before.added) }
    }
    return true
  }

  /// The first line of that side, by number.
  func first(_ side: StoryDiff.Side) -> ConditionFact? {
    var first: (text: String, place: Place)?
    for (text, places) in side == .added ? added : removed {
      for place in places where first.map({ place.number < $0.place.number }) ?? true { first = (text, place) }
    }
    return first.map { Excerpt(number: $0.place.number, line: $0.text).fact(path: $0.place.path) }
  }

  /// All lines of that side, by number.
  func lines(_ side: StoryDiff.Side) -> [StoryDiff.Line] {
    (side == .added ? added : removed).flatMap { text, places in
      places.map { StoryDiff.Line(side, number: $0.number, text: text) }
    }.sorted { ($0.number, $0.text) < ($1.number, $1.text) }
  }

  /// Adds `facts` to one side, less as many as earlier commits had put on the other.
  private static func put(
    _ places: [Place], at text: String, into side: inout [String: [Place]],
    cancelling other: inout [String: [Place]], _ earlier: [String: [Place]]
  ) {
    let cancelled = min(places.count, earlier[text]?.count ?? 0)
    other[text]?.removeFirst(cancelled)
    side[text, default: []].append(contentsOf: places.dropFirst(cancelled))
  }

  private func matching(
    _ lines: [LineChanges.Line], path: String, _ budget: inout SearchBudget
  ) -> [String: [Place]]? {
    var found: [String: [Place]] = [:]
    for line in lines {
      switch pattern?.firstMatch(in: line.text, budget: &budget) {
      case nil, .found: found[line.text, default: []].append(Place(path: path, number: line.number))
      case .absent: continue
      case .tooCostly: return nil
      }
    }
    return found
  }
}
