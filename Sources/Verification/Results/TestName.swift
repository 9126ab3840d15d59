import PlanModel

/// The pattern of a `test` condition, and which tests it means.
///
/// The pattern is a glob, matched as written, capitals included, where `*` crosses anything. It is held against the name
/// alone, and behind the class or suite with a dot or a space between: `MailTests.muted`, `MailTests muted`. The
/// parameters that a runner puts behind a name, `muted[email]` or `muted(int)[2]`, may be left out of the pattern.
/// A name that is the same as the pattern always matches, so that brackets in it need no escape.
///
/// Runners ask for a test in other words than their reports have for it; those are understood, too:
/// `tests/test_mail.py::TestMute::test_all` (pytest's node ids) is `tests.test_mail.TestMute.test_all`, and
/// `com.example.MailTest#mutes` (Maven) is `com.example.MailTest.mutes`.
struct TestName {
  private let forms: [(pattern: String, glob: Glob)]

  init(_ pattern: String) {
    forms = ([pattern] + [Self.nodeID(pattern), Self.method(pattern)].compactMap { $0 }).map { ($0, Glob($0)) }
  }

  /// A node id of pytest as the names in its reports.
  private static func nodeID(_ pattern: String) -> String? {
    let parts = pattern.split(separator: "::", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].hasSuffix(".py") else { return nil }
    let module = parts[0].dropLast(3).split(separator: "/").filter { $0 != "." }
    return (module + parts.dropFirst()).joined(separator: ".")
  }

  private static func method(_ pattern: String) -> String? {
    let parts = pattern.split(separator: "#", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[1].isEmpty ? parts.joined(separator: ".") : nil
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

  /// The test that was probably meant where none matches: one of the same name elsewhere, or the one with the fewest
  /// letters that differ.
  func nearest(among tests: [TestCase]) -> TestCase? {
    let pattern = forms.last?.pattern ?? ""
    let last = pattern.split { ".: #*>/".contains($0) }.last.map(String.init) ?? pattern
    let some = tests.prefix(5_000)
    if let same = some.first(where: { Self.withoutParameters($0.name) == last }) { return same }
    let name =
      PlanModel.nearest(to: pattern, among: some.map(\.fullName))
      ?? PlanModel.nearest(to: last, among: some.map(\.name))
    return name.flatMap { name in some.first { $0.fullName == name || $0.name == name } }
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
