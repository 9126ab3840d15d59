/// What people want in place of what they do not want, or the other way round, where no other rule has a reason:
/// `keeps the jobs` and `loses the jobs`, `confirms before it is sent` and `is sent before anyone confirms`.
enum OppositeRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    if let swapped = swapped(rewording) ?? phrased(rewording) { return [swapped] }
    if let told = told(rewording) { return [told] }
    if let prefixed = prefixed(rewording) { return [prefixed] }
    if rewording.isTurnedRound { return [] }
    if let dropped = dropped(rewording) { return [dropped] }
    return rewording.hunks.compactMap { hunk in
      let (before, after) = (rewording.before, rewording.after)
      guard let old = value(hunk.before, before), let new = value(hunk.after, after), old != new else { return nil }
      return rewording.shift(.polarity, old == .wanted ? .weaker : .stronger, hunk)
    }
  }

  /// `A unique title` and `a title`: a virtue that went, and nothing came in its place.
  private static func dropped(_ rewording: Rewording) -> Shift? {
    let (before, after) = (rewording.before, rewording.after)
    for hunk in rewording.hunks where hunk.before.count <= most && hunk.after.count <= most {
      let gone = hunk.before.filter { before.hasNews($0..<$0 + 1, beside: after) }
      let new = hunk.after.filter { after.hasNews($0..<$0 + 1, beside: before) }
      guard gone.isEmpty != new.isEmpty else { continue }
      let (side, places) = gone.isEmpty ? (after, new) : (before, gone)
      let values = Set(places.map { Valence.of($0..<$0 + 1, in: side) })
      let isPart = places.contains { index in
        side.isSubject(index) && !["a", "an"].contains(side.word(index - 1)) || side.isCondition(index)
          || Vocabulary.negations.contains(where: side.words[side.sentence(of: index)].contains)
      }
      guard values.count == 1, let value = values.first ?? nil, !isPart else { continue }
      return rewording.shift(.detail, (value == .wanted) == gone.isEmpty ? .stronger : .weaker, hunk)
    }
    return nil
  }

  private static let most = 5

  /// Two phrases of which the first is more of a promise.
  private static func phrased(_ rewording: Rewording) -> Shift? {
    let (before, after) = (rewording.before, rewording.after)
    for pair in pairs {
      func has(_ list: [[String]], _ side: WordedSide) -> Bool { list.contains { !side.places(of: $0).isEmpty } }
      let old = (more: has(pair.more, before), less: has(pair.less, before))
      let new = (more: has(pair.more, after), less: has(pair.less, after))
      guard old.more != old.less, new.more != new.less, old.more != new.more, let hunk = rewording.hunks.first else {
        continue
      }
      let isDenied = [before, after].map { $0.words.count { Vocabulary.negations.contains($0) } }
      if isDenied[0] != isDenied[1] { continue }
      return rewording.shift(.polarity, old.more ? .weaker : .stronger, hunk)
    }
    return nil
  }

  private static let pairs: [(more: [[String]], less: [[String]])] = [
    ("opt in|opts in|opted in|opting in", "opt out|opts out|opted out|opting out"),
    ("include|includes|included|including", "exclude|excludes|excluded|excluding"),
    ("immutable|unchangeable", "editable|changeable|mutable"), ("end to end", "in transit|at rest"),
    ("in full", "in part|partly|partially"), ("in advance|beforehand", "afterwards|retrospectively|in retrospect"),
    ("up to date|current", "outdated|out of date|stale"), ("in order", "in any order|out of order"),
    ("visible|legible", "hidden|illegible"), ("open source", "closed source|proprietary"),
    ("allowlist|whitelist", "denylist|blacklist|blocklist"), ("lossless|losslessly", "lossy"),
  ].map { (Vocabulary.phrases($0), Vocabulary.phrases($1)) }

  /// `Reversible` and `irreversible`, `is independent of it` and `depends on it`.
  private static func prefixed(_ rewording: Rewording) -> Shift? {
    let (before, after) = (rewording.before, rewording.after)
    for hunk in rewording.hunks {
      let old = hunk.before.first { denied(before.word($0), in: hunk.after, of: after) != nil }
      let new = hunk.after.first { denied(after.word($0), in: hunk.before, of: before) != nil }
      guard (old == nil) != (new == nil), let index = old ?? new else { continue }
      let (side, other) = old == nil ? (after, before) : (before, after)
      guard let plain = denied(side.word(index), in: old == nil ? hunk.before : hunk.after, of: other) else { continue }
      let isWanted: Bool
      switch (Valence.of(side.word(index)), Valence.of(plain)) {
      case (.wanted?, _), (nil, .unwanted?): isWanted = true
      default: isWanted = false
      }
      let count = [before, after].map { $0.words.count { Vocabulary.negations.contains($0) } }
      if count[0] != count[1] { return nil }
      return rewording.shift(.polarity, isWanted == (old == nil) ? .stronger : .weaker, hunk)
    }
    return nil
  }

  /// The word of a range that another one denies by what it begins with.
  private static func denied(_ word: String, in range: Range<Int>, of side: WordedSide) -> String? {
    guard let prefix = ["in", "un", "ir", "im", "non", "dis"].first(where: { word.hasPrefix($0) }),
      word.utf8.count > prefix.utf8.count + 4
    else { return nil }
    let rest = WordedSide.stem(String(word.dropFirst(prefix.utf8.count)))
    return range.map(side.word).first { WordedSide.stem($0) == rest }
  }

  /// `Shows why it failed` and `shows that it failed`
  private static func told(_ rewording: Rewording) -> Shift? {
    for hunk in rewording.hunks where hunk.before.count <= 3 && hunk.after.count <= 3 {
      let old = hunk.before.contains { asking.contains(rewording.before.word($0)) }
      let new = hunk.after.contains { asking.contains(rewording.after.word($0)) }
      if old, !new, hunk.after.contains(where: { ["that", "whether"].contains(rewording.after.word($0)) }) {
        return rewording.shift(.detail, .weaker, hunk)
      }
      if new, !old, hunk.before.contains(where: { ["that", "whether"].contains(rewording.before.word($0)) }) {
        return rewording.shift(.detail, .stronger, hunk)
      }
    }
    return nil
  }

  private static let asking = Vocabulary.words("why how what when where")

  /// That of what a range says is done, where it is done to something that is no ill itself: `skips duplicates` is none.
  private static func value(_ range: Range<Int>, _ side: WordedSide) -> Valence? {
    guard let last = range.last,
      let valence = Valence.of(range, in: side) ?? (Valence.lays(range, open: side) ? .unwanted : nil)
    else { return nil }
    let end = min(side.sentence(of: last).upperBound, last + 4)
    let rest = last + 1..<max(last + 1, end)
    if Valence.of(rest, in: side) == .unwanted || rest.contains(where: { bad.contains(side.word($0)) }) { return nil }
    let start = max(side.sentence(of: last).lowerBound, range.lowerBound - 3)
    let isDenied = side.words[start..<range.upperBound].contains { Vocabulary.negations.contains($0) }
    return isDenied ? nil : valence
  }

  private static let bad = Vocabulary.words(
    "invalid expired unknown malicious unsigned temporary old faulty broken empty incomplete untrusted suspicious")

  /// `A before B` and `B before A`.
  private static func swapped(_ rewording: Rewording) -> Shift? {
    guard let old = order(rewording.before), let new = order(rewording.after) else { return nil }
    guard let isCrossed = isCrossed(old, new) else { return nil }
    let direction: Shift.Direction
    switch (old.isStrict, new.isStrict) {
    case (true, true) where isCrossed: direction = .weaker
    case (true, false): direction = .weaker
    case (false, true): direction = .stronger
    default: return nil
    }
    return Shift(
      .polarity, direction, before: rewording.before.excerpt(old.place..<old.end),
      after: rewording.after.excerpt(new.place..<new.end))
  }

  /// Whether what came first comes second now; nil where they speak of other things.
  private static func isCrossed(_ old: Order, _ new: Order) -> Bool? {
    let crossed = [old.first.intersection(new.second).count, old.second.intersection(new.first).count]
    let straight = [old.first.intersection(new.first).count, old.second.intersection(new.second).count]
    if !crossed.contains(0), crossed[0] + crossed[1] > straight[0] + straight[1] { return true }
    return !straight.contains(0) && straight[0] + straight[1] > crossed[0] + crossed[1] ? false : nil
  }

  /// Whether `A before B` stands where `B after A` stood.
  static func isSameOrder(_ rewording: Rewording) -> Bool {
    guard let old = order(rewording.before), let new = order(rewording.after), old.isStrict, new.isStrict else {
      return false
    }
    return isCrossed(old, new) == false
  }

  private struct Order {
    var place: Int
    var end: Int
    var first: Set<String>
    var second: Set<String>
    /// Whether the one is over before the other begins.
    var isStrict: Bool
  }

  /// What comes first, and what second: `A before B` and `B after A` are one.
  private static func order(_ side: WordedSide) -> Order? {
    if side.words.contains(where: { Vocabulary.negations.contains($0) || ["only", "until"].contains($0) }) {
      return nil
    }
    let places = side.words.indices.filter { orders.contains(side.word($0)) }
    guard places.count == 1, let place = places.first, !side.hasAmount(max(0, place - 2)..<place) else { return nil }
    let sentence = side.sentence(of: place)
    let end = (place + 1..<sentence.upperBound).first { side.followsComma($0) } ?? sentence.upperBound
    let second = Set(side.contents[place + 1..<end]).subtracting([""])
    let first = Set(side.contents[sentence.lowerBound..<place] + side.contents[end..<sentence.upperBound])
      .subtracting([""])
    let isTurned = side.word(place) == "after"
    return Order(
      place: place, end: end, first: isTurned ? second : first, second: isTurned ? first : second,
      isStrict: ["before", "after"].contains(side.word(place)))
  }

  private static let orders = Vocabulary.words("before after while during")
}
