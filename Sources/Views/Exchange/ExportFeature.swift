package import PlanModel
package import Workflow

/// A story as a feature file of Gherkin (https://cucumber.io/docs/gherkin/reference/): a scenario for each criterion.
///
/// What a criterion says with Given, When and Then becomes steps; other words stand as the scenario's description, since
/// nothing may be put into people's mouths.
package enum ExportFeature {
  /// The name of the file: `st-9c4t8wq2.feature`.
  package static func fileName(of story: Story) -> String { "\(story.id).feature" }

  package static func text(of story: Story, _ export: PlanExport) -> String {
    var lines = ["@\(story.id) @\(story.status.rawValue)", "Feature: \(Sanitiser.line(story.title))"]
    lines += described(story.narrative, indent: "  ")
    let ofCriteria = story.criteria.map { criterion in story.quotations.filter { isIn(criterion, $0) } }
    for quotation in story.quotations where !ofCriteria.contains(where: { $0.contains(quotation) }) {
      lines += described(quotation, indent: "  ")
    }
    for (criterion, quotations) in zip(story.criteria, ofCriteria) {
      let verdict = export.verdict(of: criterion.id, in: story.id).map { " @\($0.rawValue)" } ?? ""
      lines += ["", "  @\(criterion.id)\(verdict)", "  Scenario: \(Sanitiser.line(criterion.title))"]
      for quotation in quotations { lines += described(quotation, indent: "    ") }
      let steps = Self.steps(of: criterion.text)
      lines += steps.map { "    \($0)" }
      if steps.isEmpty { lines += described(criterion.text, indent: "    ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func isIn(_ criterion: Criterion, _ quotation: Quotation) -> Bool {
    let count = criterion.wording.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    return (criterion.line..<criterion.line + count).contains(quotation.line)
  }

  private static func described(_ quotation: Quotation, indent: String) -> [String] {
    described("\(quotation.text) (\(quotation.citation))", indent: indent)
  }

  private static let keywords = ["given", "when", "then", "and", "but"]

  /// Each Given, When, Then, And and But that begins a clause; none where the first word is no Given or When.
  private static func steps(of text: String) -> [String] {
    var steps: [(keyword: String, words: [Substring])] = []
    for word in text.foldingWhiteSpace().split(separator: " ") {
      let bare = word.lowercased()
      let endsClause = steps.last?.words.last.map { ",.;:".contains($0.last ?? " ") } ?? true
      if keywords.contains(bare), endsClause || ["given", "when", "then"].contains(bare) {
        steps.append((bare, []))
      } else if steps.isEmpty {
        return []
      } else {
        steps[steps.count - 1].words.append(word)
      }
    }
    guard let first = steps.first, ["given", "when"].contains(first.keyword),
      steps.allSatisfy({ !$0.words.isEmpty })
    else { return [] }
    return steps.map { step in
      let words = step.words.joined(separator: " ")
      let isOpen = words.last.map { ",;".contains($0) } ?? false
      let keyword = step.keyword.prefix(1).uppercased() + step.keyword.dropFirst()
      return Sanitiser.line("\(keyword) \(isOpen ? String(words.dropLast()) : words)")
    }
  }

  /// A description ends where a line begins like a keyword, a tag, a comment or a table: such a line is quoted.
  private static func described(_ text: String, indent: String) -> [String] {
    text.split(separator: "\n").map { line in
      let words = Sanitiser.line(String(line)).drop { $0 == " " }
      let isPlain = words.first.map { $0.isLetter || $0.isNumber || "\"'(".contains($0) } ?? true
      let isKeyword = reserved.contains { words.hasPrefix($0) }
      return indent + (isPlain && !isKeyword ? "" : "> ") + words
    }
  }

  private static let reserved = [
    "Feature:", "Background:", "Scenario:", "Scenario Outline:", "Scenario Template:", "Example:", "Examples:",
    "Scenarios:", "Rule:", "Ability:", "Business Need:", "Given ", "When ", "Then ", "And ", "But ",
  ]
}
