package import PlanModel

/// What a new intent is to say.
package struct IntentDraft: Sendable {
  package var id: ID<Intent>
  package var title: String
  package var priority: String?
  package var problem: String?
  package var outcome: String?
  package var goals: [String] = []
  package var constraints: [String] = []
  package var quotations: [CitedWords] = []
  package var questions: [String] = []
  package var outOfScope: [String] = []
  /// Words that say why, and belong to no other part.
  package var rationale: [CitedWords] = []
  package var status: IntentStatus = .draft
  /// Where it comes from, when another tool had it: `openspec:changes/add-login`.
  package var origin: String?
  /// Parts of a last section for what has no other place, each Markdown.
  package var notes: [String] = []

  package init(id: ID<Intent>, title: String) {
    self.id = id
    self.title = title
  }

  /// The intent's file.
  package var text: String {
    var frontMatter = ["---", "id: \(id)", "title: \(YAMLText.scalar(title))"]
    frontMatter.append("status: \(status.rawValue)  # draft | active | achieved | dropped")
    if let priority { frontMatter.append("priority: \(YAMLText.scalar(priority))") }
    if let origin { frontMatter.append("origin: \(YAMLText.scalar(origin))") }
    let questions = questions.enumerated().map { "- [ ] Q\($0 + 1): \($1.foldingWhiteSpace())" }
    let parts = [
      (frontMatter + ["---"]).joined(separator: "\n"),
      "## Problem", problem ?? (quotations.isEmpty ? "<!-- What hurts, for whom, in their words. -->" : ""),
      quotations.map(\.blockQuote).joined(separator: "\n\n"),
      "## Outcome", outcome ?? "<!-- What is true for them when it is solved. -->",
      MarkdownText.section("Goals", goals.map { "- \($0.foldingWhiteSpace())" }),
      MarkdownText.section("Constraints", constraints.map { "- \($0.foldingWhiteSpace())" }),
      MarkdownText.section("Out of scope", outOfScope.map { "- \($0.foldingWhiteSpace())" }),
      MarkdownText.section("Open questions", questions),
      "## Rationale", rationale.map(\.blockQuote).joined(separator: "\n\n"),
      (notes.isEmpty ? [] : ["## Notes"] + notes).joined(separator: "\n\n"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

/// What a new epic is to say.
package struct EpicDraft: Sendable {
  package var id: ID<Epic>
  package var title: String
  package var intent: ID<Intent>?
  package var stories: [ID<Story>] = []

  package init(id: ID<Epic>, title: String) {
    self.id = id
    self.title = title
  }

  /// The epic's file.
  package var text: String {
    var lines = ["---", "id: \(id)", "title: \(YAMLText.scalar(title))"]
    if let intent { lines.append("intent: \(intent)") }
    lines += stories.isEmpty ? ["stories: []"] : ["stories:"] + stories.map { "  - \($0)" }
    return (lines + ["---", "", "<!-- What these stories deliver together, and why in this order. -->", ""])
      .joined(separator: "\n")
  }
}
