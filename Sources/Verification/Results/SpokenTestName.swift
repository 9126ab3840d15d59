/// How people and runners name a test that its report names otherwise.
///
///     tests/test_mail.py::TestMute::test_all   pytest's node id       tests.test_mail.TestMute.test_all
///     com.example.MailTest#mutes               Maven                  com.example.MailTest.mutes
///     mail::notify::tests::mutes               Rust, crate in front   mail.notify::tests::mutes
///     Mails > mutes, Mails › mutes             Jest, Vitest           Mails mutes
///     MailTests/mutes                          XCTest, Go's packages  MailTests.mutes, …/MailTests.mutes
enum SpokenTestName {
  /// What such a name is in reports; empty for one that is as reports have it.
  static func forms(of pattern: String) -> [String] {
    var forms: [String] = []
    for mark in [" › ", " > "] where pattern.contains(mark) {
      forms.append(pattern.split(separator: mark).joined(separator: " "))
    }
    if !pattern.contains("::"), let slash = pattern.lastIndex(of: "/"), slash > pattern.startIndex {
      let dotted = "\(pattern[..<slash]).\(pattern[pattern.index(after: slash)...])"
      forms += [dotted, "*/\(dotted)"]
    }
    if let method = pair(pattern, at: "#") { forms.append(method) }
    if let dotted = nodeID(pattern) { forms.append(dotted) }
    return forms
  }

  private static func nodeID(_ pattern: String) -> String? {
    let parts = pattern.split(separator: "::", omittingEmptySubsequences: false)
    guard parts.count > 1, !parts[0].isEmpty else { return nil }
    guard parts[0].hasSuffix(".py") else { return "\(parts[0]).\(parts.dropFirst().joined(separator: "::"))" }
    return (module(parts[0]) + parts.dropFirst()).joined(separator: ".")
  }

  /// The folders and the name of a file of Python.
  private static func module(_ path: Substring) -> [Substring] {
    path.dropLast(3).split(separator: "/").filter { $0 != "." }
  }

  private static func pair(_ pattern: String, at mark: Character) -> String? {
    let parts = pattern.split(separator: mark, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[1].isEmpty ? parts.joined(separator: ".") : nil
  }

  /// The pattern that means every test of what `name` names, where that is a class, suite or file: `…::*` or `….*`.
  static func pattern(ofAllIn name: String, _ owners: Set<String>) -> String? {
    let isFile = name.hasSuffix(".py") && !name.contains("::")
    let form = isFile ? module(name[...]).joined(separator: ".") : forms(of: name).last ?? name
    guard owners.contains(where: { $0 == form || $0.hasPrefix(form + ".") }) else { return nil }
    return name + (isFile || name.contains("::") ? "::*" : ".*")
  }

  /// What stands behind the last mark between parts, which is most likely the test's own name.
  static func lastPart(of pattern: String) -> String {
    for mark in ["::", " › ", " > ", "#", "/"] {
      let parts = pattern.split(separator: mark)
      if parts.count > 1, let last = parts.last { return String(last) }
    }
    return pattern.split { ".*".contains($0) }.last.map(String.init) ?? pattern
  }

  /// Letters and digits alone, in small letters: reports write `empty_file` for `empty file`.
  static func folded(_ name: String) -> String { String(name.lowercased().filter { $0.isLetter || $0.isNumber }) }
}
