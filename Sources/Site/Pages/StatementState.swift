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

  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .met: 0
    case .waived: 1
    case .planned: 2
    case .unproven: 3
    case .stale: 4
    case .unmet: 5
    case .lost: 6
    case .aside: 7
    case .chatter: 8
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
struct StateCounts: Sendable {
  /// In the order of the states: a dictionary would be made for every row of every list.
  private var counts = [Int](repeating: 0, count: StatementState.allCases.count)

  subscript(state: StatementState) -> Int { counts[state.place] }
  var total: Int { counts.reduce(0, +) }
  var carried: Int { StatementState.allCases.filter(\.isCarried).map { self[$0] }.reduce(0, +) }

  mutating func add(_ state: StatementState, _ count: Int = 1) { counts[state.place] += count }

  static func += (left: inout Self, right: Self) {
    for place in left.counts.indices { left.counts[place] += right.counts[place] }
  }
}
