import Git
import Patterns
import PlanModel

/// The lines of one file that match a pattern and that the story's commits, taken together, add and remove.
struct NetLines {
  private let pattern: Pattern
  private var added: [String: [ConditionFact]] = [:]
  private var removed: [String: [ConditionFact]] = [:]

  init(pattern: Pattern) { self.pattern = pattern }

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
      for (text, facts) in plus { Self.put(facts, at: text, into: &added, cancelling: &removed, before.removed) }
      for (text, facts) in minus { Self.put(facts, at: text, into: &removed, cancelling: &added, before.added) }
    }
    return true
  }

  /// The first line of that side, by number.
  func first(_ side: LineConditions.Side) -> ConditionFact? {
    let facts = (side == .added ? added : removed).values.joined()
    return facts.min { $0.lineNumber < $1.lineNumber }
  }

  /// Adds `facts` to one side, less as many as earlier commits had put on the other.
  private static func put(
    _ facts: [ConditionFact], at text: String, into side: inout [String: [ConditionFact]],
    cancelling other: inout [String: [ConditionFact]], _ earlier: [String: [ConditionFact]]
  ) {
    let cancelled = min(facts.count, earlier[text]?.count ?? 0)
    other[text]?.removeFirst(cancelled)
    side[text, default: []].append(contentsOf: facts.dropFirst(cancelled))
  }

  private func matching(
    _ lines: [LineChanges.Line], path: String, _ budget: inout SearchBudget
  ) -> [String: [ConditionFact]]? {
    var found: [String: [ConditionFact]] = [:]
    for line in lines {
      switch pattern.firstMatch(in: line.text, budget: &budget) {
      case .found: found[line.text, default: []].append(Excerpt(number: line.number, line: line.text).fact(path: path))
      case .absent: continue
      case .tooCostly: return nil
      }
    }
    return found
  }
}

extension ConditionFact {
  fileprivate var lineNumber: Int {
    if case .line(_, let number, _) = self { number } else { 0 }
  }
}
