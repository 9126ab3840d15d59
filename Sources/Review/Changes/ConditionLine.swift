import PlanModel

extension Condition.Check {
  /// The condition on one line, as a `verify` block would have it.
  var line: String {
    switch self {
    case .changed(let glob): "changed: \(glob)"
    case .unchanged(let glob): "unchanged: \(glob)"
    case .exists(let glob): "exists: \(glob)"
    case .missing(let glob): "missing: \(glob)"
    case .contains(let glob, let pattern): "contains: \(Self.words(pattern)) in \(glob)"
    case .lacks(let glob, let pattern): "lacks: \(Self.words(pattern)) in \(glob)"
    case .adds(let glob, let pattern): "adds: \(Self.words(pattern)) in \(glob)"
    case .removes(let glob, let pattern): "removes: \(Self.words(pattern)) in \(glob)"
    case .symbol(let name, let glob, let state): "symbol: \(name) in \(glob), \(state.rawValue)"
    case .test(let pattern): "test: \(pattern)"
    case .coverage(let glob, let share): "coverage: \(Self.percent(share)) of \(glob)"
    case .run(let command): "run: \(command)"
    case .signOff(let role): "sign-off: \(role)"
    case .judge(let prompt): "judge: \(prompt)"
    }
  }

  private static func words(_ pattern: TextPattern) -> String {
    switch pattern {
    case .text(let text): "'\(text)'"
    case .regex(let pattern): "/\(pattern)/"
    }
  }

  private static func percent(_ share: Double) -> String {
    share == share.rounded() && abs(share) < 1e9 ? "\(Int(share))%" : "\(share)%"
  }

  /// The paths that it looks at.
  var glob: Glob? {
    switch self {
    case .changed(let glob), .unchanged(let glob), .exists(let glob), .missing(let glob), .contains(let glob, _),
      .lacks(let glob, _), .adds(let glob, _), .removes(let glob, _), .symbol(_, let glob, _), .coverage(let glob, _):
      glob
    case .test, .run, .signOff, .judge: nil
    }
  }
}

extension Condition {
  /// Whether it is about the same thing as another one, so that one took the other's place.
  func replaces(_ other: Condition) -> Bool {
    guard keyword == other.keyword else { return false }
    switch (check, other.check) {
    case (.contains(_, let one), .contains(_, let two)), (.lacks(_, let one), .lacks(_, let two)),
      (.adds(_, let one), .adds(_, let two)), (.removes(_, let one), .removes(_, let two)):
      return one == two || check.glob == other.check.glob
    case (.symbol(let one, _, _), .symbol(let two, _, _)): return one == two
    default: return true
    }
  }

  /// Whether it asks for less or more than the one whose place it took; nil where it asks for the same, and `unclear`
  /// where it asks for something else, so that what the other one asked for is gone.
  func direction(from old: Condition) -> Shift.Direction? {
    switch (old.check, check) {
    case (.judge, .judge): return nil
    case (.coverage(let before, let least), .coverage(let after, let now)):
      return Self.coverage(
        share: least == now ? nil : now < least ? .weaker : .stronger,
        reach: GlobReach.direction(from: before, to: after, widerIs: now >= 100 ? .stronger : .unclear))
    case (.symbol(_, let before, let was), .symbol(_, let after, let state)):
      if was == state { return GlobReach.direction(from: before, to: after, widerIs: .weaker) }
      if was == .changed, state == .present { return .weaker }
      return was == .present && state == .changed ? .stronger : .unclear
    case (.test(let before), .test(let after)):
      // One test at least has to be there and all that match have to pass: who names fewer asks for less, and so does
      // who names more, as tests that nobody meant can meet it.
      return GlobReach.direction(fromName: before, toName: after).map { $0 == .unclear ? .unclear : .weaker }
    default: return direction(fromGlobAndPattern: old)
    }
  }

  /// The share is that of all lines together: among more lines those that were meant may be run less. Only where every
  /// line has to be run, more files ask for more.
  private static func coverage(share: Shift.Direction?, reach: Shift.Direction?) -> Shift.Direction? {
    if share == .weaker || reach == .weaker { return .weaker }
    return reach == .unclear ? .unclear : share ?? reach
  }

  /// What the two lines do not tell by themselves: that a pattern for more tests asks for less, and that a share of other
  /// files is another share.
  func reasons(from old: Condition) -> [Shift] {
    switch (old.check, check) {
    case (.test(let before), .test(let after)): return [Shift(.proof, .weaker, before: before, after: after)]
    case (.coverage(let before, _), .coverage(let after, let now)):
      guard let reach = GlobReach.direction(from: before, to: after, widerIs: now >= 100 ? .stronger : .unclear) else {
        return []
      }
      return [Shift(.breadth, reach, before: before.pattern, after: after.pattern)]
    default: return []
    }
  }

  private func direction(fromGlobAndPattern old: Condition) -> Shift.Direction? {
    guard let before = old.check.glob, let after = check.glob else { return .unclear }
    let guards = [.unchanged, .missing, .lacks].contains(keyword)
    if pattern == old.pattern {
      return GlobReach.direction(from: before, to: after, widerIs: guards ? .stronger : .weaker)
    }
    guard before == after, case .text(let was)? = old.pattern, case .text(let now)? = pattern else { return .unclear }
    // Files that hold more words are fewer.
    if now.contains(was) { return guards ? .weaker : .stronger }
    return was.contains(now) ? (guards ? .stronger : .weaker) : .unclear
  }

  private var pattern: TextPattern? {
    switch check {
    case .contains(_, let pattern), .lacks(_, let pattern), .adds(_, let pattern), .removes(_, let pattern): pattern
    default: nil
    }
  }
}
