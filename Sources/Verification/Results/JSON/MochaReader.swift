import JSONText

/// Reads the JSON of mocha (`--reporter json`, <https://mochajs.org/#json>): lists of passes, failures and pending tests.
///
/// The titles of the blocks around a test are its suite. A hook that fails stands among the failures, by its own title.
enum MochaReader {
  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    let root = try JSONDocument(report: bytes, in: bytes.indices, origin: origin).root
    guard root["stats"] != nil else { throw ResultsError(.unknownFormat, origin: origin) }
    var cases: [TestCase] = []
    let lists: [(String, TestCase.Outcome)] = [("passes", .passed), ("failures", .failed), ("pending", .skipped)]
    for (name, outcome) in lists {
      guard let list = root[name] else { continue }
      for test in list.elements { cases.append(read(test, outcome)) }
    }
    return cases
  }

  private static func read(_ test: JSONNode, _ outcome: TestCase.Outcome) -> TestCase {
    let title = test["title"]?.string ?? ""
    var suite = test["fullTitle"]?.string ?? ""
    if suite.hasSuffix(title) { suite.removeLast(title.count) }
    while suite.last == " " { suite.removeLast() }
    return TestCase(
      suite: suite, name: title, outcome: outcome, seconds: test["duration"]?.number.map { $0 / 1_000 },
      message: test["err"]?["message"]?.string.flatMap(TestCase.message))
  }
}
