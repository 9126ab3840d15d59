import PlanModel

/// Patterns of files in a sentence, `src/**` and `src/core/**`: which of two takes in more.
enum PatternRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let (old, new) = (rewording.before.patterns, rewording.after.patterns)
    guard old.count == new.count else { return [] }
    return zip(old, new).compactMap { before, after in
      if before == after { return nil }
      let spares = rewording.after.words.contains { sparing.contains($0) || Vocabulary.negations.contains($0) }
      let wider: Shift.Direction = spares ? .weaker : .stronger
      guard let direction = GlobReach.direction(from: Glob(before), to: Glob(after), widerIs: wider) else { return nil }
      return Shift(.scope, direction, before: before, after: after)
    }
  }

  private static let sparing = Vocabulary.words(
    "except excluding exclude excludes excluded ignore ignores ignored skip skips skipped exempt unless without apart")
}
