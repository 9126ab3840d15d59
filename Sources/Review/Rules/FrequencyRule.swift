/// How often something happens, however it is said: `every week` and `quarterly`.
enum FrequencyRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let old = rewording.before.frequencies
    let new = rewording.after.frequencies
    if old.map(\.interval) == new.map(\.interval) { return [] }
    let before = old.first.map { rewording.before.excerpt($0.range) } ?? ""
    let after = new.first.map { rewording.after.excerpt($0.range) } ?? ""
    if let one = old.first, let two = new.first {
      guard let direction = direction(old.map(\.interval), new.map(\.interval)) else { return [] }
      let isTurned =
        rewording.after.isCondition(two.range.lowerBound) && rewording.before.isCondition(one.range.lowerBound)
      return [Shift(.frequency, isTurned ? direction.opposite : direction, before: before, after: after)]
    }
    // Whenever something happens is sooner than when its time has come.
    let follows = [rewording.before, rewording.after].map { side in
      side.words.indices.contains { ["whenever", "as"].contains(side.word($0)) && side.isCondition($0) }
        || side.words.contains("whenever")
    }
    if old.isEmpty, follows[0], !follows[1] { return [Shift(.frequency, .weaker, after: after)] }
    if new.isEmpty, follows[1], !follows[0] { return [Shift(.frequency, .stronger, before: before)] }
    // A single word may name a thing: `the monthly report`.
    guard
      zip([old, new], [rewording.before, rewording.after]).allSatisfy({ frequencies, side in
        frequencies.allSatisfy { $0.range.count > 1 || side.word($0.range.lowerBound) == "continuously" }
      })
    else { return [] }
    // `At the end of the day` and `of each day`
    if rewording.hunks.count > 0,
      isNamed(old, rewording.before, rewording.after) || isNamed(new, rewording.after, rewording.before)
    {
      return []
    }
    // After each of the things that happen is oftener than now and then.
    let each = [rewording.before, rewording.after].map { side in
      side.words.indices.contains { ["every", "each"].contains(side.word($0)) && !side.isFrequency($0) }
    }
    if old.isEmpty, each[0], !each[1] { return [Shift(.frequency, .weaker, after: after)] }
    if new.isEmpty, each[1], !each[0] { return [Shift(.frequency, .stronger, before: before)] }
    // Among other words it says of which things, and not how often.
    let isAlone = rewording.hunks.allSatisfy { hunk in
      hunk.after.allSatisfy { rewording.after.isFrequency($0) }
        || !hunk.after.contains { rewording.after.isFrequency($0) }
    }
    if !isAlone { return [] }
    if new.isEmpty { return hasLimit(rewording.after) ? [] : [Shift(.frequency, .weaker, before: before)] }
    return hasLimit(rewording.before) ? [] : [Shift(.frequency, .stronger, after: after)]
  }

  /// Whether all of one side come oftener than all of the other.
  private static func direction(_ old: [Double], _ new: [Double]) -> Shift.Direction? {
    guard let fastest = old.min(), let slowest = old.max() else { return nil }
    if new.allSatisfy({ $0 <= fastest }) { return .stronger }
    return new.allSatisfy { $0 >= slowest } ? .weaker : .unclear
  }

  /// Whether the other side has the time without how often.
  private static func isNamed(_ frequencies: [Frequency], _ side: WordedSide, _ other: WordedSide) -> Bool {
    frequencies.contains { other.words.contains(side.word($0.range.upperBound - 1)) }
  }

  /// Whether numbers or words for at once say when it happens instead.
  private static func hasLimit(_ side: WordedSide) -> Bool {
    side.quantities.contains { $0.unit == .time } || side.words.contains("always")
  }
}
