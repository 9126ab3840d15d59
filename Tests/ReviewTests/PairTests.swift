import Foundation
import Testing

@testable import Review

/// Pairs of wordings, with what became of the promise between them as people read it: `weakened`, `strengthened`,
/// `neutral`, or `unclear` where the words do not tell whom the change serves, so that neither may be said.
struct Pair {
  var expected: String
  var before: String
  var after: String

  static func all(in file: String) throws -> [Pair] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs")
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Pair(expected: parts[0], before: parts[1], after: parts[2])
    }
  }

  var found: String {
    switch Rewording(from: before, to: after).judgement.direction {
    case .weaker?: "weakened"
    case .stronger?: "strengthened"
    case .unclear?, nil: "neutral"
    }
  }
}

/// How many were called right, in a file of pairs.
struct PairFigures {
  var pairs: [Pair]

  func precision(of word: String) -> Double {
    let called = pairs.filter { $0.found == word }
    return Double(called.count { $0.expected == word }) / Double(max(called.count, 1))
  }

  func recall(of word: String) -> Double {
    let meant = pairs.filter { $0.expected == word }
    return Double(meant.count { $0.found == word }) / Double(max(meant.count, 1))
  }

  /// Every pair that was called wrong, for who works on the rules.
  var mistakes: String {
    pairs.filter { $0.found != ($0.expected == "unclear" ? "neutral" : $0.expected) }.map { pair in
      let rules = Rewording(from: pair.before, to: pair.after).judgement.reasons.map { "\($0.rule) \($0.direction)" }
      return "\(pair.expected), not \(pair.found) \(rules): \(pair.before) -> \(pair.after)"
    }.joined(separator: "\n")
  }
}

@Suite("Pairs of wordings") struct PairTests {
  struct Floor: Sendable, CustomTestStringConvertible {
    var file: String
    var count: Int
    var precision: Double
    var recall: Double
    var testDescription: String { file }
  }

  /// All were written before the rules were run on them. By what most missed the rules were mended afterwards; by the
  /// seventh, the twenty-sixth and those from the thirtieth on they were not, and by the eleventh only where it showed plain mistakes.
  /// What each gave when it was first met stands in docs/reference/review.md, and says what can be expected of a plan.
  /// Floors of a few sets fell when reasons came to be weighed, and again when weights were learned from many more pairs:
  /// the order of the rules, and then the weights, had been made for these very pairs.
  static let floors = [
    Floor(file: "first-blind.tsv", count: 60, precision: 0.95, recall: 0.95),
    Floor(file: "second-blind.tsv", count: 60, precision: 0.95, recall: 0.95),
    Floor(file: "third-blind.tsv", count: 60, precision: 0.95, recall: 0.95),
    Floor(file: "fourth-blind.tsv", count: 60, precision: 0.95, recall: 0.95),
    Floor(file: "fifth-blind.tsv", count: 60, precision: 0.95, recall: 0.95),
    Floor(file: "sixth-blind.tsv", count: 80, precision: 0.95, recall: 0.9),
    Floor(file: "seventh-blind.tsv", count: 80, precision: 0.91, recall: 0.87),
    Floor(file: "eighth-blind.tsv", count: 80, precision: 0.91, recall: 0.95),
    Floor(file: "ninth-blind.tsv", count: 80, precision: 0.9, recall: 0.93),
    Floor(file: "tenth-blind.tsv", count: 60, precision: 0.95, recall: 0.9),
    Floor(file: "eleventh-blind.tsv", count: 60, precision: 0.95, recall: 0.69),
    Floor(file: "twelfth-blind.tsv", count: 120, precision: 0.92, recall: 0.95),
    Floor(file: "thirteenth-blind.tsv", count: 120, precision: 0.94, recall: 0.92),
    Floor(file: "fourteenth-blind.tsv", count: 90, precision: 0.94, recall: 0.9),
    Floor(file: "fifteenth-blind.tsv", count: 123, precision: 0.94, recall: 0.92),
    Floor(file: "sixteenth-blind.tsv", count: 100, precision: 0.95, recall: 0.9),
    Floor(file: "seventeenth-blind.tsv", count: 100, precision: 0.95, recall: 0.92),
    Floor(file: "eighteenth-blind.tsv", count: 100, precision: 0.88, recall: 0.95),
    Floor(file: "nineteenth-blind.tsv", count: 100, precision: 0.93, recall: 0.95),
    Floor(file: "twentieth-blind.tsv", count: 100, precision: 0.95, recall: 0.95),
    Floor(file: "twentyfirst-blind.tsv", count: 50, precision: 0.8, recall: 0.95),
    Floor(file: "twentysecond-blind.tsv", count: 100, precision: 0.9, recall: 0.88),
    Floor(file: "twentythird-blind.tsv", count: 100, precision: 0.95, recall: 0.92),
    Floor(file: "twentyfourth-blind.tsv", count: 70, precision: 0.92, recall: 0.9),
    Floor(file: "twentyfifth-blind.tsv", count: 100, precision: 0.95, recall: 0.95),
    Floor(file: "twentysixth-blind.tsv", count: 70, precision: 0.92, recall: 0.92),
    Floor(file: "twentyseventh-blind.tsv", count: 90, precision: 0.95, recall: 0.93),
    Floor(file: "twentyeighth-blind.tsv", count: 90, precision: 0.92, recall: 0.9),
    Floor(file: "twentyninth-blind.tsv", count: 90, precision: 0.82, recall: 0.88),
    Floor(file: "thirtieth-blind.tsv", count: 90, precision: 0.85, recall: 0.83),
    Floor(file: "thirtyfirst-blind.tsv", count: 90, precision: 0.77, recall: 0.83),
    Floor(file: "thirtysecond-blind.tsv", count: 90, precision: 0.64, recall: 0.73),
    Floor(file: "thirtythird-blind.tsv", count: 120, precision: 0.84, recall: 0.8),
    Floor(file: "thirtyfourth-blind.tsv", count: 120, precision: 0.92, recall: 0.87),
    Floor(file: "thirtyfifth-blind.tsv", count: 120, precision: 0.79, recall: 0.77),
    Floor(file: "thirtysixth-blind.tsv", count: 120, precision: 0.91, recall: 0.85),
    Floor(file: "thirtyseventh-blind.tsv", count: 120, precision: 0.88, recall: 0.8),
    Floor(file: "thirtyeighth-blind.tsv", count: 120, precision: 0.76, recall: 0.72),
    Floor(file: "thirtyninth-blind.tsv", count: 120, precision: 0.94, recall: 0.9),
    Floor(file: "fortieth-blind.tsv", count: 120, precision: 0.91, recall: 0.82),
    Floor(file: "fortyfirst-blind.tsv", count: 120, precision: 0.86, recall: 0.92),
    Floor(file: "fortysecond-blind.tsv", count: 120, precision: 0.97, recall: 0.95),
    Floor(file: "made-with-the-clauses.tsv", count: 330, precision: 0.92, recall: 0.9),
    Floor(file: "made-with-the-turns.tsv", count: 433, precision: 0.95, recall: 0.9),
  ]

  @Test("no set of pairs is called right less often than it was", arguments: floors)
  func once(_ floor: Floor) throws {
    let figures = PairFigures(pairs: try Pair.all(in: floor.file))
    #expect(figures.pairs.count == floor.count)
    // What the rules are not mended by is not shown.
    let unread = ["seventh-", "eleventh-", "twentysixth-", "thirty", "fort"]
    let isUnread = unread.contains { floor.file.hasPrefix($0) }
    let mistakes = isUnread ? "" : figures.mistakes
    #expect(figures.precision(of: "weakened") >= floor.precision, "\(mistakes)")
    #expect(figures.recall(of: "weakened") >= floor.recall, "\(mistakes)")
  }

  /// Figures alone, for whoever works on the rules: `HANDOFF_PAIRS=seventh-blind.tsv swift test --filter PairTests`.
  @Test(
    "a set of pairs is told by its figures", .enabled(if: ProcessInfo.processInfo.environment["HANDOFF_PAIRS"] != nil))
  func figures() throws {
    let figures = PairFigures(pairs: try Pair.all(in: ProcessInfo.processInfo.environment["HANDOFF_PAIRS"] ?? ""))
    #expect(!figures.pairs.isEmpty)
    for word in ["weakened", "strengthened"] {
      print(word, "precision", figures.precision(of: word), "recall", figures.recall(of: word))
    }
    print(figures.mistakes)
  }

  @Test("what the rules were made with is called right", arguments: ["made-with-the-rules.tsv"])
  func known(_ file: String) throws {
    let figures = PairFigures(pairs: try Pair.all(in: file))
    #expect(figures.pairs.count >= 120)
    for word in ["weakened", "strengthened"] {
      #expect(figures.precision(of: word) >= 0.95, "\(word)\n\(figures.mistakes)")
      #expect(figures.recall(of: word) >= 0.95, "\(word)\n\(figures.mistakes)")
    }
  }
}
