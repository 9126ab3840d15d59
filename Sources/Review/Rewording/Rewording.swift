/// Two wordings of one thing, and what became of what was promised.
package struct Rewording {
  let before: WordedSide
  let after: WordedSide
  let hunks: [Hunk]

  package init(from before: String, to after: String) {
    self.before = WordedSide(before)
    self.after = WordedSide(after)
    hunks = Alignment.hunks(self.before.keys, self.after.keys)
  }

  /// The reasons, in the order of the rules; none where it seems to say the same.
  package var shifts: [Shift] {
    if hunks.isEmpty { return [] }
    var found: [Shift] = []
    let cases = [before.namesOneCase, after.namesOneCase]
    let isTurnedRound = cases[0].isOnly && cases[1].isNegated || cases[0].isNegated && cases[1].isOnly
    for rule in Self.rules where !isTurnedRound || !Self.ofCases.contains(where: { $0 == rule }) {
      for shift in rule.shifts(in: self) where !found.contains(shift) { found.append(shift) }
    }
    if !found.isEmpty { return found }
    let details = DetailRule.shifts(in: self)
    return details.isEmpty ? exchanged : details
  }

  /// One thing in place of another, of which words cannot tell which is more: `by post` and `by email`.
  private var exchanged: [Shift] {
    let places = hunks.filter {
      before.namesNews($0.before, beside: after) && after.namesNews($0.after, beside: before)
    }
    // A sentence that says all in other words may say the same.
    guard places.count == 1, hunks.count <= 2, let place = places.first else { return [] }
    return [shift(.detail, .unclear, place)]
  }

  /// What the reasons come to: less, where any of them says so; nil where none of them tells.
  package static func direction(of shifts: [Shift]) -> Shift.Direction? {
    if shifts.contains(where: { $0.direction == .weaker }) { return .weaker }
    return shifts.contains { $0.direction == .stronger } ? .stronger : nil
  }

  private static let rules: [any RewordingRule.Type] = [
    BoundRule.self, FrequencyRule.self, PeriodRule.self, ObligationRule.self, HedgeRule.self, ScopeRule.self,
    ExclusivityRule.self, ConditionRule.self,
    BreadthRule.self, AlternativeRule.self, SentenceRule.self, QualifierRule.self, RestrictionRule.self,
    PolarityRule.self, ScaleRule.self,
  ]

  /// What tells nothing where `only if` took the place of `not unless`.
  private static let ofCases: [any RewordingRule.Type] = [
    ExclusivityRule.self, ConditionRule.self, BreadthRule.self, PolarityRule.self,
  ]

  func shift(_ rule: Shift.Rule, _ direction: Shift.Direction, _ hunk: Hunk) -> Shift {
    let shown = whole(hunk)
    return Shift(rule, direction, before: before.excerpt(shown.before), after: after.excerpt(shown.after))
  }

  /// With the words behind it that are another form of each other: `every email` and `most emails`.
  private func whole(_ hunk: Hunk) -> Hunk {
    var shown = hunk
    guard !hunk.isInsertion, !hunk.isRemoval else { return hunk }
    while shown.before.upperBound < before.words.count, shown.after.upperBound < after.words.count,
      before.words[shown.before.upperBound] != after.words[shown.after.upperBound],
      before.keys[shown.before.upperBound] == after.keys[shown.after.upperBound]
    {
      shown.before = shown.before.lowerBound..<shown.before.upperBound + 1
      shown.after = shown.after.lowerBound..<shown.after.upperBound + 1
    }
    return shown
  }

  /// What came or went alone, with the side that it stands on: `gain` is what coming means.
  func onlySide(of hunk: Hunk) -> (side: WordedSide, range: Range<Int>, came: Bool)? {
    if hunk.isInsertion { return (after, hunk.after, true) }
    if hunk.isRemoval { return (before, hunk.before, false) }
    return nil
  }

  /// The side that `side` is compared with.
  func other(came: Bool) -> WordedSide { came ? before : after }
}

/// A rule that tells from words whether less or more is promised; each stands in a file of its own.
protocol RewordingRule: Sendable {
  static func shifts(in rewording: Rewording) -> [Shift]
}
