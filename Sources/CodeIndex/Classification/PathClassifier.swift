/// What a path alone tells of a file that is in no index.
package enum PathTraits {
  /// Whether people read it to learn how something is used: documentation, and neither a test's nor somebody else's.
  package static func areOfGuidance(_ path: String) -> Bool {
    let traits = PathClassifier.traits(of: path, Language.named(by: path))
    return traits.contains(.documentation) && traits.isDisjoint(with: [.test, .vendored, .generated])
      && !path.hasPrefix(".handoff/")
  }
}

/// Tells tests, documentation, examples, vendored and generated files by their paths alone.
enum PathClassifier {
  static func traits(of path: String, _ language: Language) -> FileTraits {
    let components = path.split(separator: "/")
    guard let name = components.last else { return [] }
    let folders = components.dropLast().map { $0.lowercased() }
    var traits: FileTraits = []
    if isTest(name, folders) { traits.insert(.test) }
    if isVendored(name.lowercased(), folders) { traits.insert(.vendored) }
    if isGenerated(name.lowercased()) { traits.insert(.generated) }
    if isDocumentation(name.lowercased(), folders, language) { traits.insert(.documentation) }
    if folders.contains(where: exampleFolders.contains) { traits.insert(.example) }
    return traits
  }

  // MARK: Tests

  private static let testFolders: Set = [
    "tests", "__tests__", "spec", "specs", "e2e", "testdata", "test-data", "__mocks__", "__snapshots__", "unittests",
    "integrationtests", "androidtest", "testfixtures",
  ]
  /// Below these, `test` is a folder of tests: what ships a `test` package of its own has it elsewhere.
  private static let testParents: Set = ["src", "packages", "crates", "apps", "libs", "modules", "projects", "plugins"]

  private static func isTest(_ name: Substring, _ folders: [String]) -> Bool {
    if folders.contains(where: testFolders.contains)
      || folders.contains(where: { $0.hasSuffix("tests") && $0.count > 6 })
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
    return isTestName(name)
  }

  private static func isTestName(_ name: Substring) -> Bool {
    guard let dot = name.dropFirst().firstIndex(of: ".") else { return false }
    let stem = name[..<dot]
    let lower = stem.lowercased()
    if lower.hasPrefix("test_") || lower.hasPrefix("unittest_") || lower == "conftest" { return true }
    if ["_test", "_tests", "_spec", "-test", "-spec", "_unittest"].contains(where: lower.hasSuffix) { return true }
    if ["Test", "Tests", "Spec", "TestCase", "IT"].contains(where: { stem.hasSuffix($0) && stem.count > $0.count }) {
      return true
    }
    let rest = name[dot...].lowercased()
    return [".test.", ".spec.", ".tests.", ".e2e.", ".cy."].contains(where: rest.hasPrefix)
  }

  // MARK: Others

  private static let vendorFolders: Set = [
    "vendor", "vendors", "vendored", "_vendor", "node_modules", "bower_components", "third_party", "third-party",
    "thirdparty", "3rdparty", "extern", "external", "externals", "pods", "carthage", "godeps", "deps", "jspm_packages",
  ]

  private static func isVendored(_ name: String, _ folders: [String]) -> Bool {
    folders.contains(where: vendorFolders.contains)
      || name.hasPrefix("jquery") && name.hasSuffix(".js") || name.hasPrefix("bootstrap") && name.hasSuffix(".css")
  }

  private static let lockFiles: Set = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "cargo.lock", "poetry.lock",
    "pipfile.lock", "gemfile.lock", "composer.lock", "go.sum", "package.resolved", "podfile.lock", "mix.lock",
    "pubspec.lock", "flake.lock", "bun.lock", "uv.lock",
  ]
  private static let generatedEnds = [
    ".min.js", ".min.css", ".js.map", ".css.map", ".pb.go", ".pb.cc", ".pb.h", "_pb2.py", "_pb2_grpc.py", "_pb2.pyi",
    ".pb.swift", ".g.dart", ".freezed.dart", ".designer.cs", ".g.cs", "_generated.go", ".generated.ts", ".snap",
    ".bundle.js",
  ]

  private static func isGenerated(_ name: String) -> Bool {
    lockFiles.contains(name) || generatedEnds.contains(where: name.hasSuffix)
  }

  private static let documentFolders: Set = ["doc", "docs", "documentation", "man", "manual", "manpages", "wiki"]
  private static let documentNames = [
    "readme", "changelog", "changes", "history", "news", "license", "licence", "copying", "contributing", "authors",
  ]

  private static func isDocumentation(_ name: String, _ folders: [String], _ language: Language) -> Bool {
    if folders.contains(where: documentFolders.contains) { return true }
    if documentNames.contains(where: name.hasPrefix), language.syntax.isProse || !name.contains(".") { return true }
    return ["Markdown", "reStructuredText", "AsciiDoc", "Org", "TeX", "Manual page"].contains(language.name)
  }

  private static let exampleFolders: Set = [
    "example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials", "galleries", "gallery",
    "benchmark", "benchmarks", "asv_benchmarks", "bench", "build_tools", "tools",
  ]
}
