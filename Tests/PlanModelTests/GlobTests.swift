import PlanModel
import Testing

@Suite("Globs")
struct GlobTests {
  @Test(
    "a glob matches paths as gitignore does",
    arguments: [
      ("*.md", "README.md", true), ("*.md", "docs/guide/start.md", true), ("*.md", "README.mdx", false),
      ("docs/*.md", "docs/a.md", true), ("docs/*.md", "docs/deep/a.md", false), ("docs/*.md", "old/docs/a.md", false),
      ("docs/**/*.md", "docs/a.md", true), ("docs/**/*.md", "docs/a/b/c.md", true), ("docs/**", "docs/a/b", true),
      ("docs/**", "docs", false), ("**/docs", "a/b/docs/c", true), ("**", "anything/at/all", true),
      ("docs", "docs/a/b", true), ("docs/", "docs/a", true), ("/docs", "docs/a", true), ("/docs", "a/docs", false),
      ("src", "lib/src/x", true), ("src/app", "src/app/x.ts", true), ("src/app", "src/apple/x.ts", false),
      ("a?c", "abc", true), ("a?c", "a/c", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
      ("[^a-c]x", "dx", true), ("[]x]", "]", true), ("[", "[", true), ("[a", "[a", true), ("\\*", "*", true),
      ("\\*", "x", false), ("a\\", "a\\", true), ("src/*/x", "src/a/x", true), ("src/*/x", "src/a/b/x", false),
      ("", "a", false), ("/", "a", false), ("a//b", "a/b", true), ("*", ".hidden", true), ("a**b", "axxb", true),
    ])
  func paths(pattern: String, path: String, expected: Bool) {
    let glob = Glob(pattern)
    #expect(glob.matches(path) == expected)
    #expect(GlobSet([Glob("never/*"), glob, Glob("src/part/never"), Glob("src/nev")]).matches(path) == expected)
    if expected, let folder = glob.folder { #expect(path.hasPrefix(folder + "/")) }
  }

  @Test(
    "the folder of a glob is what stands before its first wildcard",
    arguments: [
      ("src/part/*.py", "src/part"), ("src/part/**", "src/part"), ("/src/a.txt", "src"), ("src/[ab]/c", "src"),
      ("src/p*t/x", "src"), ("*.md", nil), ("docs/", nil), ("/docs", nil), ("a//b", nil), ("**/x", nil), ("", nil),
      ("odd\u{FFFD}/x", nil),
    ])
  func folder(pattern: String, expected: String?) {
    #expect(Glob(pattern).folder == expected)
  }

  @Test("a star alone matches every ref, otherwise a star stays within one component")
  func refs() {
    #expect(Glob("*").matches(ref: "feature/mute"))
    #expect(Glob("release/*").matches(ref: "release/1.2"))
    #expect(!Glob("release/*").matches(ref: "main"))
    #expect(!Glob("main").matches(ref: "maintenance"))
    #expect(!Glob("main").matches(ref: "old/main"))
  }

  @Test("in a name a star crosses slashes, and the whole name has to match")
  func names() {
    #expect(Glob("notifications *muted*").matches(name: "notifications a/b muted again"))
    #expect(!Glob("muted").matches(name: "is muted"))
    #expect(Glob("*\\[bot\\]*").matches(name: "deps[bot] <deps@example.com>"))
    #expect(!Glob("*\\[bot\\]*").matches(name: "bo"))
    #expect(Glob("").matches(name: ""))
  }

  @Test("random names match just as a naive matcher says", arguments: 1...20 as ClosedRange<UInt64>)
  func namesAgainstReference(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<500 {
      let pattern = random.text(of: ["a", "b", "*", "?", "/", "[ab]", "[!a]", "\\*", "\\a", "**"], upTo: 7)
      let name = random.text(of: ["a", "b", "*", "/", "c"], upTo: 8)
      let expected = NaiveGlob.matches(name: name, pattern: pattern)
      #expect(Glob(pattern).matches(name: name) == expected, "\(pattern) on \(name)")
    }
  }

  @Test("random paths match just as a naive matcher says", arguments: 1...20 as ClosedRange<UInt64>)
  func pathsAgainstReference(seed: UInt64) {
    var random = SeededGenerator(seed)
    for _ in 0..<500 {
      let pattern = random.path(of: ["a", "b", "*", "**", "a*", "?", "[ab]", "*b"], upTo: 5)
      let path = random.path(of: ["a", "b", "ab", "ba", "c"], upTo: 5)
      guard !pattern.isEmpty, !path.isEmpty else { continue }
      #expect(Glob(pattern).matches(path) == NaiveGlob.matches(path: path, pattern: pattern), "\(pattern) on \(path)")
    }
  }

  @Test("a hostile pattern is answered in the product of the two lengths")
  func hostilePattern() {
    let stars = Glob(String(repeating: "*a", count: 200) + "b")
    #expect(!stars.matches(name: String(repeating: "a", count: 1_000)))
    let folders = Glob(String(repeating: "**/a/", count: 100) + "b")
    #expect(!folders.matches(String(repeating: "a/", count: 300) + "c"))
  }
}

/// The definition of a glob, written for clearness and not for speed: it tries everything.
private enum NaiveGlob {
  static func matches(name: String, pattern: String) -> Bool {
    text(Array(pattern.utf8)[...], Array(name.utf8)[...])
  }

  static func matches(path: String, pattern: String) -> Bool {
    let folders = path.split(separator: "/").map { Array($0.utf8) }
    let globs = pattern.split(separator: "/").map { Array($0.utf8) }
    if !pattern.contains("/") { return folders.contains { text(Array(pattern.utf8)[...], $0[...]) } }
    // What matches a folder matches all below it.
    return (1...folders.count).contains { components(globs[...], folders[..<$0]) }
  }

  private static func components(_ globs: ArraySlice<[UInt8]>, _ folders: ArraySlice<[UInt8]>) -> Bool {
    guard let glob = globs.first else { return folders.isEmpty }
    if glob == Array("**".utf8) {
      // At the end it stands for at least one component: `dir/**` is not `dir` itself.
      let fewest = globs.count == 1 ? 1 : 0
      return (0...folders.count).contains { skipped in
        skipped >= fewest && components(globs.dropFirst(), folders.dropFirst(skipped))
      }
    }
    guard let folder = folders.first, text(glob[...], folder[...]) else { return false }
    return components(globs.dropFirst(), folders.dropFirst())
  }

  private static func text(_ glob: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    guard let element = glob.first else { return name.isEmpty }
    if element == UInt8(ascii: "*") {
      return (0...name.count).contains { text(glob.dropFirst(), name.dropFirst($0)) }
    }
    guard let byte = name.first else { return false }
    switch element {
    case UInt8(ascii: "?"):
      return text(glob.dropFirst(), name.dropFirst())
    case UInt8(ascii: "\\") where glob.count > 1:
      return glob.dropFirst().first == byte && text(glob.dropFirst(2), name.dropFirst())
    case UInt8(ascii: "["):
      guard let (set, rest) = set(glob) else { return byte == element && text(glob.dropFirst(), name.dropFirst()) }
      return set(byte) && text(rest, name.dropFirst())
    default:
      return element == byte && text(glob.dropFirst(), name.dropFirst())
    }
  }

  /// Only the two sets that the generators make.
  private static func set(_ glob: ArraySlice<UInt8>) -> (contains: (UInt8) -> Bool, rest: ArraySlice<UInt8>)? {
    if glob.starts(with: "[ab]".utf8) {
      return ({ $0 == UInt8(ascii: "a") || $0 == UInt8(ascii: "b") }, glob.dropFirst(4))
    }
    if glob.starts(with: "[!a]".utf8) { return ({ $0 != UInt8(ascii: "a") }, glob.dropFirst(4)) }
    return nil
  }
}

/// SplitMix64: the same numbers for the same seed, on every machine (<https://prng.di.unimi.it/splitmix64.c>).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func text(of parts: [String], upTo count: Int) -> String { pick(parts, upTo: count).joined() }

  mutating func path(of parts: [String], upTo count: Int) -> String { pick(parts, upTo: count).joined(separator: "/") }

  private mutating func pick(_ parts: [String], upTo count: Int) -> [String] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in parts[Int.random(in: parts.indices, using: &self)] }
  }
}
