import PlanModel

/// How far a statement came: what became of it, and what is known of that.
enum StatementState: String, CaseIterable {
  case met, waived, planned, unproven, stale, unmet, lost, aside, chatter

  init(_ verdict: Verdict) {
    switch verdict {
    case .met: self = .met
    case .waived: self = .waived
    case .unproven: self = .unproven
    case .stale: self = .stale
    case .unmet: self = .unmet
    }
  }

  var mark: String {
    switch self {
    case .met: "✓"
    case .waived: "○"
    case .planned: "→"
    case .unproven: "?"
    case .stale: "↻"
    case .unmet: "✗"
    case .lost: "!"
    case .aside: "–"
    case .chatter: "·"
    }
  }

  var word: String {
    switch self {
    case .planned: "planned"
    case .aside: "set aside"
    default: rawValue
    }
  }

  var isCarried: Bool { self != .lost && self != .aside && self != .chatter }

  /// What it means to somebody who has not read the glossary.
  var meaning: String {
    switch self {
    case .met: "done, and shown to be as asked"
    case .waived: "let go for now, with a reason"
    case .planned: "carried by the plan; nothing is judged yet"
    case .unproven: "in work or done, and not shown yet"
    case .stale: "shown for other code or other words"
    case .unmet: "judged, and not as asked"
    case .lost: "nothing carries it"
    case .aside: "left out on purpose, with a reason"
    case .chatter: "greetings and signatures: needs no carrying"
    }
  }
}

/// How many of something stand in each state.
struct StateCounts {
  private(set) var counts: [StatementState: Int] = [:]

  subscript(state: StatementState) -> Int { counts[state] ?? 0 }
  var total: Int { counts.values.reduce(0, +) }
  var carried: Int { counts.filter(\.key.isCarried).values.reduce(0, +) }

  mutating func add(_ state: StatementState, _ count: Int = 1) { counts[state, default: 0] += count }

  static func += (left: inout Self, right: Self) { left.counts.merge(right.counts, uniquingKeysWith: +) }
}
