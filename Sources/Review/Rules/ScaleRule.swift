/// Words of which one says more than the other: `blocks` and `warns`, `immediately` and `eventually`.
enum ScaleRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    let near = rewording.hunks.flatMap { hunk -> [Shift] in
      scales.compactMap { scale in
        let old = rank(Array(hunk.before), rewording.before, scale)
        let new = rank(Array(hunk.after), rewording.after, scale)
        guard let direction = direction(old, new, scale) else { return nil }
        return rewording.shift(.scale, direction, hunk)
      }
    }
    return near.isEmpty && rewording.hunks.count <= most ? far(rewording) : near
  }

  /// Of a sentence with many changes, the one word may stand in another place than the other.
  private static let most = 4

  private static func far(_ rewording: Rewording) -> [Shift] {
    let before = rewording.hunks.flatMap { Array($0.before) }
    let after = rewording.hunks.flatMap { Array($0.after) }
    return scales.compactMap { scale in
      guard let old = rank(before, rewording.before, scale), let new = rank(after, rewording.after, scale), old != new
      else { return nil }
      let words = { (indices: [Int], side: WordedSide, rank: Int) in
        indices.map(side.word).first { scale.steps[rank].contains($0) } ?? ""
      }
      return Shift(
        .scale, new > old ? .weaker : .stronger, before: words(before, rewording.before, old),
        after: words(after, rewording.after, new))
    }
  }

  private static func direction(_ old: Int?, _ new: Int?, _ scale: Scale) -> Shift.Direction? {
    switch (old, new) {
    case (let old?, let new?): old == new ? nil : new > old ? .weaker : .stronger
    case (nil, let new?): scale.plain.map { new == $0 ? nil : new > $0 ? .weaker : .stronger } ?? nil
    case (let old?, nil): scale.plain.map { old == $0 ? nil : old > $0 ? .stronger : .weaker } ?? nil
    case (nil, nil): nil
    }
  }

  private static func rank(_ range: [Int], _ side: WordedSide, _ scale: Scale) -> Int? {
    range.compactMap { index in scale.steps.firstIndex { $0.contains(side.word(index)) } }.max()
  }

  /// Words from strong to weak, those of one step parted by spaces, the steps by `>`.
  private struct Scale {
    var steps: [Set<String>]
    /// The step that a sentence without any of the words stands on; nil where nothing can be said.
    var plain: Int?

    init(_ list: String, plain: Int? = nil) {
      steps = list.split(separator: ">").map { Vocabulary.words(String($0)) }
      self.plain = plain
    }
  }

  private static let scales = [
    Scale(
      "immediately instantly > promptly quickly fast swiftly > (plain) > soon shortly > eventually later", plain: 2),
    Scale("hourly > daily nightly > weekly > monthly > quarterly > yearly annually"),
    Scale("ensure ensures ensured guarantee guarantees guaranteed > help helps encourage encourages"),
    Scale(
      """
      block blocks blocked reject rejects rejected refuse refuses refused prevent prevents prevented deny denies denied \
      forbidden prohibited fails fail stop stops stopped halt halts > warn warns warned warning discourage discourages discouraged flag flags \
      flagged > log logs logged report reports reported slow slows note notes noted mention mentions ignore
      ignores ignored skip skips skipped
      """.replacingNewLines),
    Scale("required mandatory obligatory compulsory > recommended encouraged suggested > optional"),
    Scale("permanently irrevocably > (plain) > temporarily", plain: 1),
    Scale("completely fully entirely exactly strictly > (plain) > largely mainly > partially partly", plain: 1),
    Scale("automatically > (plain) > manually", plain: 1),
    Scale("identical same exact exactly > equivalent similar comparable"),
    Scale("always > (plain) > usually normally mostly > sometimes occasionally > rarely", plain: 1),
    Scale("never > rarely seldom > sometimes"),
    Scale(
      "deleted deletes delete erased erases erase purged removed removes remove > hidden hides hide archived archives "
        + "archive deactivated disabled anonymised"),
    Scale("error errors > warning warnings > notice notices hint hints"),
    Scale("explicit explicitly > implicit implicitly"),
    Scale("encrypted encrypts > hashed obfuscated masked encoded"),
    Scale("synchronously > asynchronously"),
    Scale("confirm confirms confirmed verified verifies verify > assume assumes assumed"),
    Scale("nobody none > few"),
    Scale("fix fixes fixed resolve resolves resolved eliminates > reduce reduces reduced mitigate mitigates"),
    Scale("full complete entire unlimited > (plain) > lower reduced limited partial basic simplified", plain: 1),
    Scale("each > overall"),
    // When somebody is told, asked or protected: beforehand, meanwhile, or once it is too late.
    Scale("before beforehand > when while during as upon > after afterwards"),
  ]
}
