/// Statements behind each other that went the same way.
package struct Stretch: Hashable, Sendable {
  package var lines: ClosedRange<Int>
  package var fate: Fate
  /// What carries them, or would if it were not dropped; of very many, the first.
  package var carriers: [Carrier]
  /// How many more there are.
  package var others: Int

  /// As many carriers as are told of a statement.
  package static let carrierLimit = 24

  /// The carriers that were dropped, and so carry nothing.
  package var dropped: [Carrier] { carriers.filter(\.isDropped) }
}

/// What became of a statement.
package enum Fate: Hashable, Sendable {
  case carried
  /// Left out on purpose, with the reason.
  case setAside(String)
  /// It needs no carrying, with the reason.
  case chatter(String)
  /// Nothing carries it, and nobody said why.
  case lost
}

/// How many statements went which way; each is counted once.
package struct FateCounts: Hashable, Sendable {
  package var statements = 0
  package var carried = 0
  package var setAside = 0
  package var chatter = 0
  package var lost = 0

  package init() {}

  /// Counts statements that went one way.
  package mutating func add(_ fate: Fate, _ count: Int = 1) {
    statements += count
    switch fate {
    case .carried: carried += count
    case .setAside: setAside += count
    case .chatter: chatter += count
    case .lost: lost += count
    }
  }

  package static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.statements += right.statements
    sum.carried += right.carried
    sum.setAside += right.setAside
    sum.chatter += right.chatter
    sum.lost += right.lost
    return sum
  }

  /// How much of what has to be carried is, from 0 to 1; nil where nothing has to be.
  package var share: Double? {
    carried + lost == 0 ? nil : Double(carried) / Double(carried + lost)
  }

  /// The share in whole percent, never rounded up: 100 means all.
  package var percent: Int? {
    carried + lost == 0 ? nil : carried * 100 / (carried + lost)
  }
}
