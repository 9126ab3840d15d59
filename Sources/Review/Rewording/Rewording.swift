/// Two wordings of one thing, and what became of what was promised.
package struct Rewording {
  let before: WordedSide
  let after: WordedSide
  let hunks: [Hunk]

  package init(from before: String, to after: String) {
    self.before = WordedSide(before)
    self.after = WordedSide(after)
    let (old, new) = (self.before, self.after)
    // An article, or the rest of a phrase that has a synonym, is no change by itself.
    hunks = Self.joined(Alignment.hunks(old.keys, new.keys), old, new).filter {
      !old.isSlight($0.before) || !new.isSlight($0.after)
    }.filter { !Misspelling.isAll(of: $0, old, new) }
    isTurnedRound = Self.isTurnedRound(old, new, hunks)
  }

  /// What went before an article or the like and came behind it took its place: `my last five orders`, `all of my orders`.
  private static func joined(_ hunks: [Hunk], _ before: WordedSide, _ after: WordedSide) -> [Hunk] {
    hunks.reduce(into: []) { joined, hunk in
      guard let last = joined.last, last.isInsertion && hunk.isRemoval || last.isRemoval && hunk.isInsertion,
        hunk.before.lowerBound - last.before.upperBound == 1,
        linking.contains(before.words[last.before.upperBound]), linking.contains(after.words[last.after.upperBound])
      else {
        joined.append(hunk)
        return
      }
      joined[joined.count - 1] = Hunk(
        before: last.before.lowerBound..<hunk.before.upperBound, after: last.after.lowerBound..<hunk.after.upperBound)
    }
  }

  private static let linking = Vocabulary.words("a an the my our your their its his her of")

  /// Whether the same is said in another order, as in `a farmer confirms it` and `it is confirmed by a farmer`: what stands
  /// in one place and not in the other tells nothing then.
  let isTurnedRound: Bool

  private static func isTurnedRound(_ before: WordedSide, _ after: WordedSide, _ hunks: [Hunk]) -> Bool {
    if hunks.count < 2 { return false }
    let (old, new) = (before.contents.filter { !$0.isEmpty }, after.contents.filter { !$0.isEmpty })
    let places = Alignment.hunks(old, new)
    var came: [String: Int] = [:]
    for (place, hunk) in places.enumerated() { for content in new[hunk.after] { came[content] = place } }
    let isMoved = places.indices.contains { place in
      old[places[place].before].contains { came[$0].map { $0 != place } ?? false }
    }
    return isMoved || !before.subjects.isDisjoint(with: after.objects)
      || !after.subjects.isDisjoint(with: before.objects)
  }

  /// The reasons, in the order of the rules; none where it seems to say the same.
  package var shifts: [Shift] {
    var found = PatternRule.shifts(in: self)
    if hunks.isEmpty { return found }
    let cases = [before.namesOneCase, after.namesOneCase]
    let isOneCase = cases[0].isOnly && cases[1].isNegated || cases[0].isNegated && cases[1].isOnly
    let rules = isTurnedRound ? Self.orderless : Self.rules
    for rule in rules where !isOneCase || !Self.ofCases.contains(where: { $0 == rule }) {
      for shift in rule.shifts(in: self) where !found.contains(shift) { found.append(shift) }
    }
    if isOneAtMost { found.removeAll { [.bound, .exclusivity, .polarity].contains($0.rule) } }
    // `For everyone except the owner`, where it was for guests
    if found.contains(where: { $0.rule == .scope && $0.direction == .stronger && $0.after.contains("except") }) {
      found.removeAll { $0.rule == .condition && $0.direction == .weaker }
    }
    // Whom `only` lets in is no part of those who had it before.
    if found.contains(where: { $0.rule == .exclusivity && $0.direction == .stronger }) {
      found.removeAll { [.restriction, .scope, .qualifier].contains($0.rule) && $0.direction == .weaker }
    }
    // Whoever may look at a secret, fewer of them are more of a promise.
    if laysOpen { found = found.map { Self.ofAudience.contains($0.rule) ? $0.turned : $0 } }
    if found.isEmpty { found = OppositeRule.shifts(in: self) }
    if !found.isEmpty || isTurnedRound { return found }
    let details = DetailRule.shifts(in: self)
    return details.isEmpty ? ExchangeRule.shifts(in: self) : details
  }

  private static let rules: [any RewordingRule.Type] = [
    BoundRule.self, FrequencyRule.self, PeriodRule.self, ObligationRule.self, HedgeRule.self, ScopeRule.self,
    ExclusivityRule.self, ConditionRule.self,
    BreadthRule.self, WithoutRule.self, AlternativeRule.self, SentenceRule.self, QualifierRule.self,
    RestrictionRule.self,
    PolarityRule.self, ScaleRule.self,
  ]

  /// Whether `only one` stands where `no two` stood: `is done only once`, `cannot be done twice`.
  private var isOneAtMost: Bool {
    func says(_ side: WordedSide, _ value: Double) -> Bool {
      side.quantities.contains { $0.value == value && $0.comparator == nil }
    }
    let denies = [before, after].map { side in side.words.contains { Vocabulary.negations.contains($0) } }
    guard denies[0] != denies[1] else { return false }
    let (one, two) = denies[0] ? (after, before) : (before, after)
    return says(two, 2) && says(one, 1) && one.words.contains { ["only", "just", "exactly", "single"].contains($0) }
  }

  /// Whether both sides say who gets to see what ought to be kept from most, and not from its owner.
  private var laysOpen: Bool {
    [before, after].allSatisfy { side in
      Valence.exposes(side.words.indices, in: side)
        && !side.words.contains { Self.own.contains($0) || Vocabulary.negations.contains($0) }
    }
  }

  private static let own = Vocabulary.words("their your my own owner every each masked hidden encrypted hashed must")
  private static let ofAudience: Set<Shift.Rule> = [.scope, .restriction, .qualifier, .condition, .breadth]

  /// What does not depend on where something stands.
  private static let orderless: [any RewordingRule.Type] = [
    BoundRule.self, FrequencyRule.self, PeriodRule.self, ObligationRule.self, HedgeRule.self, ExclusivityRule.self,
    BreadthRule.self, WithoutRule.self, ScaleRule.self, DetailRule.self,
  ]

  /// What tells nothing where `only if` took the place of `not unless`.
  private static let ofCases: [any RewordingRule.Type] = [
    ExclusivityRule.self, ConditionRule.self, BreadthRule.self, WithoutRule.self, PolarityRule.self,
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
    if before.isArticle(hunk.before), hunk.after.count > 1 { return (after, after.withoutArticle(hunk.after), true) }
    if after.isArticle(hunk.after), hunk.before.count > 1 { return (before, before.withoutArticle(hunk.before), false) }
    return nil
  }

  /// The side that `side` is compared with.
  func other(came: Bool) -> WordedSide { came ? before : after }
}

/// A rule that tells from words whether less or more is promised; each stands in a file of its own.
protocol RewordingRule: Sendable {
  static func shifts(in rewording: Rewording) -> [Shift]
}
