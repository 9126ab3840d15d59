/// What a path alone tells of a file that is in no index.
package enum PathTraits {
  /// Whether people read it to learn how something is used: documentation, and neither a test's nor somebody else's.
  package static func areOfGuidance(_ path: String) -> Bool {
    let traits = PathClassifier.traits(of: path, Language.named(by: path))
    return traits.contains(.documentation) && traits.isDisjoint(with: [.test, .vendored, .generated])
      && !path.hasPrefix(".handoff/")
  }

  /// Whether it holds tests, by what it and its folders are called.
  package static func areOfTest(_ path: String) -> Bool {
    OutlineReader.isCode(path) && PathClassifier.traits(of: path, Language.named(by: path)).contains(.test)
  }
}

/// Tells tests, documentation, examples, vendored and generated files by their paths alone.
///
/// What a folder tells is kept for the next file: files come folder by folder.
struct PathClassifier {
  private struct Folder {
    var path: [UInt8] = []
    var traits: FileTraits = []
  }

  private var folder: Folder?

  static func traits(of path: String, _ language: Language) -> FileTraits {
    var classifier = PathClassifier()
    return classifier.traits(of: path, language)
  }

  mutating func traits(of path: String, _ language: Language) -> FileTraits {
    let bytes = Array(path.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = bytes[start...]
    guard !name.isEmpty else { return [] }
    if folder?.path.elementsEqual(bytes[..<start]) != true {
      folder = Folder(path: Array(bytes[..<start]), traits: Self.traits(ofFolder: bytes[..<start]))
    }
    var traits = folder?.traits ?? []
    let lower = name.map(\.asLower)
    if Self.isTestName(Array(name), lower) { traits.insert(.test) }
    if Self.isVendored(lower) { traits.insert(.vendored) }
    if Self.isGenerated(lower) { traits.insert(.generated) }
    if Self.isDocumentation(lower, language) { traits.insert(.documentation) }
    return traits
  }

  private static func traits(ofFolder path: ArraySlice<UInt8>) -> FileTraits {
    let folders = path.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self).lowercased() }
    var traits: FileTraits = []
    if isTest(folders) { traits.insert(.test) }
    if folders.contains(where: vendorFolders.contains) { traits.insert(.vendored) }
    if folders.contains(where: documentFolders.contains) { traits.insert(.documentation) }
    if folders.contains(where: exampleFolders.contains) { traits.insert(.example) }
    return traits
  }

  // MARK: Tests

  private static let testFolders: Set = [
    "tests", "__tests__", "spec", "specs", "e2e", "testdata", "test-data", "__mocks__", "__snapshots__", "unittests",
    "integrationtests", "androidtest", "testfixtures", "testthat", "commontest", "jvmtest", "jstest", "nativetest",
    "iostest", "integrationtest", "functionaltest", "instrumentedtest",
  ]
  /// Below these, `test` is a folder of tests: what ships a `test` package of its own has it elsewhere.
  private static let testParents: Set = ["src", "packages", "crates", "apps", "libs", "modules", "projects", "plugins"]

  /// At the top: elsewhere so short a name says nothing.
  private static let perlFolders: Set = ["t", "xt"]

  private static func isTest(_ folders: [String]) -> Bool {
    if folders.contains(where: testFolders.contains)
      || folders.contains(where: { $0.hasSuffix("tests") && $0.count > 6 || $0.hasSuffix(".test") })
      || folders.first.map(perlFolders.contains) == true
    {
      return true
    }
    for (index, folder) in folders.enumerated() where folder == "test" || folder == "testing" {
      if index == 0 { return true }
      guard folder == "test" else { continue }
      if testParents.contains(folders[index - 1]) || index > 1 && testParents.contains(folders[index - 2]) {
        return true
      }
    }
    return false
  }

  private static let testStarts = bytes(["test_", "unittest_"])
  private static let testEnds = bytes(["_test", "_tests", "_spec", "-test", "-spec", "_unittest"])
  private static let testTypes = bytes(["Test", "Tests", "Spec", "TestCase", "IT"])
  private static let testSuffixes = bytes([".test.", ".spec.", ".tests.", ".e2e.", ".cy."])

  /// What is for tests alone: of Perl, bats, PHP and pFUnit.
  private static let testLanguages = bytes([".t", ".bats", ".phpt", ".pf"])
  /// What tests are called in one language alone, as starts and ends of names in small letters.
  private static let testHabits: [(start: [UInt8], end: [UInt8])] = [
    ("test-", ".r"), ("runtests.", ".jl"), ("", "_suite.erl"), ("", "suite.scala"), ("tests.", ".py"),
    ("tests.", ".rs"), ("test.", ".c"), ("tests.", ".c"), ("test.", ".cc"), ("test.", ".cpp"), ("tests.", ".cpp"),
    ("test.", ".rb"), ("test.", ".lua"), ("test.", ".php"), ("test.", ".js"), ("test.", ".ts"), ("test.", ".mjs"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static func isTestName(_ name: [UInt8], _ lower: [UInt8]) -> Bool {
    guard let dot = name.dropFirst().firstIndex(of: UInt8(ascii: ".")) else { return false }
    if testLanguages.contains(where: { lower[...].ends(with: $0) }) { return true }
    if testHabits.contains(where: { lower.starts(with: $0.start) && lower[...].ends(with: $0.end) }) { return true }
    let stem = lower[..<dot]
    if testStarts.contains(where: { stem.starts(with: $0) }) || stem.elementsEqual("conftest".utf8) { return true }
    if testEnds.contains(where: { stem.ends(with: $0) }) { return true }
    if testTypes.contains(where: { name[..<dot].ends(with: $0) && dot > $0.count }) { return true }
    return testSuffixes.contains { lower[dot...].starts(with: $0) }
  }

  // MARK: Others

  private static let vendorFolders: Set = [
    "vendor", "vendors", "vendored", "_vendor", "node_modules", "bower_components", "third_party", "third-party",
    "thirdparty", "3rdparty", "extern", "external", "externals", "pods", "carthage", "godeps", "deps", "jspm_packages",
  ]

  private static func isVendored(_ name: [UInt8]) -> Bool {
    name.starts(with: "jquery".utf8) && name[...].ends(with: Array(".js".utf8))
      || name.starts(with: "bootstrap".utf8) && name[...].ends(with: Array(".css".utf8))
  }

  private static let lockFiles = Set(
    bytes([
      "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "cargo.lock", "poetry.lock",
      "pipfile.lock", "gemfile.lock", "composer.lock", "go.sum", "package.resolved", "podfile.lock", "mix.lock",
      "pubspec.lock", "flake.lock", "bun.lock", "uv.lock",
    ]))
  private static let generatedEnds = bytes([
    ".min.js", ".min.css", ".js.map", ".css.map", ".pb.go", ".pb.cc", ".pb.h", "_pb2.py", "_pb2_grpc.py", "_pb2.pyi",
    ".pb.swift", ".g.dart", ".freezed.dart", ".designer.cs", ".g.cs", "_generated.go", ".generated.ts", ".snap",
    ".bundle.js",
  ])

  private static func isGenerated(_ name: [UInt8]) -> Bool {
    lockFiles.contains(name) || generatedEnds.contains { name[...].ends(with: $0) }
  }

  private static let documentFolders: Set = ["doc", "docs", "documentation", "man", "manual", "manpages", "wiki"]
  private static let documentNames = bytes([
    "readme", "changelog", "changes", "history", "news", "license", "licence", "copying", "contributing", "authors",
  ])

  private static func isDocumentation(_ name: [UInt8], _ language: Language) -> Bool {
    if documentNames.contains(where: { name.starts(with: $0) }),
      language.syntax.isProse || !name.contains(UInt8(ascii: "."))
    {
      return true
    }
    return ["Markdown", "reStructuredText", "AsciiDoc", "Org", "TeX", "Manual page"].contains(language.name)
  }

  private static let exampleFolders: Set = [
    "example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials", "galleries", "gallery",
    "benchmark", "benchmarks", "asv_benchmarks", "bench", "build_tools", "tools",
  ]

  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with end: [UInt8]) -> Bool { count >= end.count && suffix(end.count).elementsEqual(end) }
}

extension UInt8 {
  fileprivate var asLower: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self }
}
