/// How much a finding weighs.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// The plan cannot be relied on until it is mended.
  case error
  /// Something is very likely wrong.
  case warning
  /// Something could be better.
  case advice

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
