/// `All`, `most`, `some`: of how many something is promised.
enum ScopeRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let told = rewording.after.quantities.filter { quantity in
      quantity.isBound && rewording.before.quantities.contains { $0.isBound && $0.isSameAmount(as: quantity) }
    }
    return rewording.hunks.compactMap { hunk in
      if told.contains(where: { quantity in hunk.after.contains { quantity.range.contains($0) } }) { return nil }
      if isNever(hunk, rewording) || isOfKind(hunk, rewording) { return nil }
      // One number for another is told as such.
      if [(hunk.before, rewording.before), (hunk.after, rewording.after)].allSatisfy({ range, side in
        range.contains { NumberWord.one(side.word($0)) != nil }
      }) {
        return nil
      }
      let old = rank(hunk.before, rewording.before)
      let new = rank(hunk.after, rewording.after)
      if let one = lastOfSeveral(hunk, rewording) { return rewording.shift(.scope, one, hunk) }
      guard let direction = ofSome(hunk, rewording) ?? direction(old, new, hunk) ?? exchange(old, new, hunk, rewording)
      else { return nil }
      let side = hunk.after.isEmpty ? rewording.before : rewording.after
      let index = hunk.after.isEmpty ? hunk.before.lowerBound : hunk.after.lowerBound
      // A condition that more has to meet holds less often.
      if side.isTurned(index) {
        // `If any fails` comes before `if all fail`.
        if let turned = ofSome(hunk, rewording) { return rewording.shift(.scope, turned, hunk) }
        return old == nil || new == nil ? nil : rewording.shift(.scope, direction.opposite, hunk)
      }
      return rewording.shift(.scope, direction, hunk)
    }
  }

  /// `The request must …` and `each request must …`, `all dates are …` and `dates are always …` are the same.
  private static func isOfKind(_ hunk: Hunk, _ rewording: Rewording) -> Bool {
    let sides = [(rewording.before, hunk.before), (rewording.after, hunk.after)]
    let places = sides.map { side, range in range.first { isUniversal($0, side) } }
    guard (places[0] == nil) != (places[1] == nil) else { return false }
    let has = places[0] == nil ? 1 : 0
    let ((side, _), (other, rest)) = (sides[has], sides[1 - has])
    if rest.contains(where: { some.union(many).union(groups).contains(other.word($0)) }) { return false }
    // The word for all only stands in another place.
    if rewording.hunks.count > 1,
      side.words.indices.count(where: { isUniversal($0, side) })
        == other.words.indices.count(where: { isUniversal($0, other) })
    {
      return true
    }
    guard let place = places[has], ["each", "every"].contains(side.word(place)), place + 1 < side.words.count,
      let first = other.words.indices.first
    else { return false }
    let noun = side.contents[place + 1]
    if noun.isEmpty { return false }
    // `Sensors report` is said of each of them.
    if other.contents[first] == noun, other.word(first).hasSuffix("s") { return true }
    return side.beginsSentence(place) && ["the", "a", "an"].contains(other.word(first)) && first + 1 < other.words.count
      && other.contents[first + 1] == noun
  }

  private static func isUniversal(_ index: Int, _ side: WordedSide) -> Bool {
    Vocabulary.universals.contains(side.word(index)) && !side.isFrequency(index)
  }

  /// What is said of things without a word for how many is said of all.
  private static func direction(_ old: Int?, _ new: Int?, _ hunk: Hunk) -> Shift.Direction? {
    switch (old, new) {
    case (let old?, let new?): old == new ? nil : new < old ? .weaker : .stronger
    case (nil, let new?): hunk.after.count <= most && new < all ? .weaker : nil
    case (let old?, nil): hunk.before.count <= most && old < all ? .stronger : nil
    case (nil, nil): nil
    }
  }

  /// `Not` says what `never` says.
  private static func isNever(_ hunk: Hunk, _ rewording: Rewording) -> Bool {
    let counts = [rewording.before, rewording.after].map { $0.words.count { Vocabulary.negations.contains($0) } }
    return counts[0] == counts[1]
      && (hunk.before.contains { rewording.before.word($0) == "never" }
        || hunk.after.contains { rewording.after.word($0) == "never" })
  }

  private static let most = 3
  /// As many words as may take the place of others for how many something holds.
  private static let longest = 6
  private static let all = 3

  /// `Any action` and `the last action`: another word than one for all picks some of them.
  private static func exchange(_ old: Int?, _ new: Int?, _ hunk: Hunk, _ rewording: Rewording) -> Shift.Direction? {
    guard (1...longest).contains(hunk.before.count), (1...longest).contains(hunk.after.count) else { return nil }
    let words = hunk.before.map(rewording.before.word) + hunk.after.map(rewording.after.word)
    if words.contains("never") || words.contains("no") { return nil }
    // `The permission of the owner` and `the permission of any manager`
    if isOfGuard(hunk.before, rewording.before), isOfGuard(hunk.after, rewording.after) {
      if new == all, old == nil { return .weaker }
      return old == all && new == nil ? .stronger : nil
    }
    if old == all, new == nil, words.contains("both"), words.contains("a") { return .weaker }
    if new == all, old == nil, words.contains("both"), words.contains("a") { return .stronger }
    if old == all, new == nil, rewording.after.hasNews(hunk.after, beside: rewording.before) { return .weaker }
    if new == all, old == nil, rewording.before.hasNews(hunk.before, beside: rewording.after) { return .stronger }
    return nil
  }

  /// `Old passwords` and `the last password`
  private static func lastOfSeveral(_ hunk: Hunk, _ rewording: Rewording) -> Shift.Direction? {
    func one(_ range: Range<Int>, _ side: WordedSide) -> String? {
      range.first { ["last", "latest", "first", "next"].contains(side.word($0)) && !side.word($0 + 1).hasSuffix("s") }
        .flatMap { side.words.indices.contains($0 + 1) ? side.contents[$0 + 1] : nil }
    }
    func several(_ range: Range<Int>, _ side: WordedSide, of noun: String) -> Bool {
      (range.lowerBound..<min(range.upperBound + 1, side.words.count)).contains {
        side.contents[$0] == noun && side.word($0).hasSuffix("s")
      }
    }
    if let noun = one(hunk.after, rewording.after), several(hunk.before, rewording.before, of: noun) { return .weaker }
    if let noun = one(hunk.before, rewording.before), several(hunk.after, rewording.after, of: noun) {
      return .stronger
    }
    return nil
  }

  private static func rank(_ range: Range<Int>, _ side: WordedSide) -> Int? {
    // `Any common format` is any.
    let hasUniversal = range.contains { Vocabulary.universals.contains(side.word($0)) && !side.isFrequency($0) }
    return range.compactMap { index -> Int? in
      if side.isFrequency(index) { return nil }
      let word = side.word(index)
      // `No one`, and `one week`, which is an amount.
      if word == "one", side.word(index - 1) == "no" || isAmount(index, side) { return nil }
      // `Everywhere but` says where not.
      if side.word(index + 1) == "but" { return nil }
      if word == "whole", side.word(index + 1).hasSuffix("s") { return nil }
      if Vocabulary.universals.contains(word) || word == "both" || word == "never" { return all }
      if many.contains(word), !["at", "the"].contains(side.word(index - 1)) { return 2 }
      if hasUniversal, groups.contains(word) { return nil }
      return groups.contains(word) || some.contains(word) || side.holds(["at", "least", "one"], at: index) ? 1 : nil
    }.min()
  }

  /// Whether it says whose permission is asked for.
  static func isOfGuard(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    guard range.lowerBound >= 2, ["of", "from", "by"].contains(side.word(range.lowerBound - 1)) else { return false }
    return Valence.of(range.lowerBound - 2..<range.lowerBound - 1, in: side) == .wanted
  }

  private static func isAmount(_ index: Int, _ side: WordedSide) -> Bool {
    [index + 1, index + 2].contains { Unit.named(side.word($0)) != nil }
      || PurposeWords.efforts.contains(side.word(index + 1))
  }

  /// `Any` and `all`, in a condition.
  private static func ofSome(_ hunk: Hunk, _ rewording: Rewording) -> Shift.Direction? {
    guard let first = hunk.after.first, rewording.after.isTurned(first), let place = hunk.before.first,
      rewording.before.isTurned(place)
    else { return nil }
    let old = hunk.before.map(rewording.before.word)
    let new = hunk.after.map(rewording.after.word)
    let all = ["all", "both", "every", "each"]
    if old.contains("any"), new.contains(where: all.contains) { return .weaker }
    return new.contains("any") && old.contains(where: all.contains) ? .stronger : nil
  }

  private static let many = Vocabulary.words("most majority")
  private static let some = Vocabulary.words(
    """
    some several few certain selected sometimes either one
    """.replacingNewLines)
  private static let groups = Vocabulary.words("main major common popular important critical key")
}
