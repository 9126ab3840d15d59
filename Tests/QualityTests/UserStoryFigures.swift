import Foundation
import PlanModel
import Testing

private let annotatedStories = ProcessInfo.processInfo.environment["HANDOFF_STORIES"]

/// How well the parts are found, over stories that people annotated: a file of JSON lines with `text` and `spans` of
/// `kind` (persona, action, benefit), `start` and `end` in characters. It is not part of the project:
///
///     HANDOFF_STORIES=user_stories_parts.jsonl swift test --filter UserStoryFigures
@Suite("Figures of user stories", .enabled(if: annotatedStories != nil)) struct UserStoryFigures {
  @Test("role and benefit are found as they were annotated, and the want holds the actions")
  func figures() throws {
    var role = Tally()
    var benefit = Tally()
    var want = Tally()
    for line in try String(contentsOfFile: try #require(annotatedStories), encoding: .utf8).split(separator: "\n") {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      let story = UserStory(row.text)
      role.count(row.words(story?.role), row.words(of: "persona"))
      benefit.count(row.words(story?.benefit), row.words(of: "benefit"))
      // Several actions may be wanted; the first is the one that has to be found.
      let action = row.words(of: "action")
      let found = row.words(story?.want)
      want.count(found.map { found in action.map { found.contains($0) ? $0 : found } ?? found }, action)
    }
    print("role     \(role)\nwant     \(want)\nbenefit  \(benefit)")
    #expect(benefit.precision > 0.95 && benefit.recall > 0.95)
    #expect(role.precision > 0.95 && role.recall > 0.95)
  }

  private struct Row: Decodable {
    struct Span: Decodable {
      var kind: String
      var start: Int
      var end: Int
    }

    var text: String
    var spans: [Span]

    func words(of kind: String) -> String? {
      let scalars = Array(text.unicodeScalars)
      return spans.filter { $0.kind == kind }.min { $0.start < $1.start }.map { span in
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[span.start..<min(span.end, scalars.count)])
        return Self.trimmed(String(words))
      }
    }

    func words(_ range: Range<Int>?) -> String? {
      range.map { Self.trimmed(String(decoding: Array(text.utf8)[$0], as: UTF8.self)) }
    }

    /// Annotators took the full stop along, or not.
    private static func trimmed(_ text: String) -> String {
      text.lowercased().trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters))
    }
  }

  /// Parts that agree in every word, of those found and of those annotated.
  private struct Tally: CustomStringConvertible {
    var right = 0
    var found = 0
    var annotated = 0

    mutating func count(_ own: String?, _ theirs: String?) {
      if own != nil { found += 1 }
      if theirs != nil { annotated += 1 }
      if let own, own == theirs { right += 1 }
    }

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, annotated)) }

    var description: String {
      "precision \(String(format: "%.3f", precision)), recall \(String(format: "%.3f", recall)), of \(annotated)"
    }
  }
}
