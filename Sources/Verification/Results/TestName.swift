import PlanModel

/// The pattern of a `test` condition, and which tests it means.
///
/// The pattern is a glob, matched as written, capitals included, where `*` crosses anything. It is held against the name
/// alone, and behind the class or suite with a dot or a space between: `MailTests.muted`, `MailTests muted`. The
/// parameters that a runner puts behind a name, `muted[email]` or `muted(int)[2]`, may be left out of the pattern.
/// A name that is the same as the pattern always matches, so that brackets in it need no escape.
///
/// Runners ask for a test in other words than their reports have for it; ``SpokenTestName`` knows these.
struct TestName {
  private let pattern: String
  private let forms: [(pattern: String, glob: Glob)]

  init(_ pattern: String) {
    self.pattern = pattern
    forms = ([pattern] + SpokenTestName.forms(of: pattern)).map { ($0, Glob($0)) }
  }

  func matches(_ test: TestCase) -> Bool {
    var owners = [test.className, test.suite].compactMap { $0 }.filter { !$0.isEmpty }
    if owners.count == 2, owners[0] == owners[1] { owners.removeLast() }
    let bare = Self.withoutParameters(test.name)
    return (bare == test.name ? [bare] : [test.name, bare]).contains { name in
      matches(name) || owners.contains { matches("\($0).\(name)") || matches("\($0) \(name)") }
    }
  }

  private func matches(_ name: String) -> Bool {
    forms.contains { $0.pattern == name || $0.glob.matches(name: name) }
  }

  /// The pattern that was probably meant where none matches: all tests of a class or file that is named alone, a test of
  /// the same name elsewhere, or the one with the fewest letters that differ.
  func nearest(among tests: [TestCase]) -> String? {
    let some = tests.prefix(5_000)
    let owners = Set(some.flatMap { [$0.className, $0.suite].compactMap { $0 } })
    if let all = SpokenTestName.pattern(ofAllIn: pattern, owners) { return all }
    let last = SpokenTestName.lastPart(of: pattern)
    let folded = SpokenTestName.folded(last)
    let same =
      some.first { Self.withoutParameters($0.name) == last }
      ?? some.first { SpokenTestName.folded(Self.withoutParameters($0.name)) == folded }
      ?? (folded.utf8.count < 6 ? nil : some.first { SpokenTestName.folded($0.name).contains(folded) })
    if let same { return same.fullName }
    let name =
      PlanModel.nearest(to: forms.last?.pattern ?? pattern, among: some.map(\.fullName))
      ?? PlanModel.nearest(to: last, among: some.map(\.name))
    return name.flatMap { name in some.first { $0.fullName == name || $0.name == name }?.fullName }
  }

  /// `muted(int)[2]` is `muted`; a name of nothing but parameters stays as it is.
  static func withoutParameters(_ name: String) -> String {
    var rest = Substring(name)
    while let opening = opening(of: rest) {
      var shorter = rest[..<opening]
      while shorter.last == " " { shorter.removeLast() }
      if shorter.isEmpty { break }
      rest = shorter
    }
    return String(rest)
  }

  /// Where the bracket that closes at the end of `name` opens.
  private static func opening(of name: Substring) -> Substring.Index? {
    let pairs: [UInt8: UInt8] = [
      UInt8(ascii: "]"): UInt8(ascii: "["), UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "}"): UInt8(ascii: "{"),
    ]
    guard let close = name.utf8.last, let open = pairs[close] else { return nil }
    var depth = 0
    for index in name.utf8.indices.reversed() {
      if name.utf8[index] == close { depth += 1 }
      if name.utf8[index] == open { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

extension TestCase {
  /// Whether some `test` condition with one of these patterns asks for this test.
  package func isNamed(byAnyOf patterns: [String]) -> Bool {
    patterns.contains { TestName($0).matches(self) }
  }
}
