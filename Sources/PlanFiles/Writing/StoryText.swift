package import PlanModel

/// What a new story is to say; the rest of its file is headings and hints.
package struct StoryDraft: Sendable {
  package struct Criterion: Sendable {
    package var title: String
    /// Lines of its `verify` block, each a condition such as `changed: src/**`.
    package var conditions: [String]
    /// The words that it comes from.
    package var quotations: [CitedWords]
    /// What stands below its heading, as Markdown of others.
    package var text = ""

    package init(title: String, conditions: [String] = [], quotations: [CitedWords] = [], text: String = "") {
      self.title = title
      self.text = text
      self.conditions = conditions
      self.quotations = quotations
    }
  }

  package var id: ID<Story>
  package var title: String
  package var intent: ID<Intent>?
  package var epic: ID<Epic>?
  package var owner: String?
  package var narrative: String?
  package var quotations: [CitedWords] = []
  package var criteria: [Criterion] = []
  package var constraints: [String] = []
  package var questions: [String] = []
  package var anchors: [String] = []
  /// Places that are known with their definition and fingerprint.
  package var places: [Anchor] = []
  package var status: StoryStatus = .draft
  package var dependsOn: [ID<Story>] = []
  /// Where it comes from, when another tool had it: `backlog:task-12`.
  package var origin: String?
  /// Parts of the last section, each Markdown.
  package var notes: [String] = []

  package init(id: ID<Story>, title: String) {
    self.id = id
    self.title = title
  }
}

/// Words taken verbatim from a source, with where they stand.
package struct CitedWords: Hashable, Sendable {
  package var text: String
  package var speaker: String
  package var citation: Citation

  package init(text: String, speaker: String, citation: Citation) {
    self.text = text
    self.speaker = speaker
    self.citation = citation
  }

  /// A block quote with its attribution, as every plan file holds them.
  var blockQuote: String {
    "> \(text.foldingWhiteSpace())\n> — \(citation)"
  }
}

extension StoryDraft {
  /// The story's file.
  package var text: String {
    var parts = [frontMatter]
    parts.append(narrative ?? "<!-- As a …, I want …, so that … -->")
    parts += quotations.map(\.blockQuote)
    parts.append("## Acceptance criteria")
    parts += criteria.enumerated().map { Self.text(of: $1, number: $0 + 1) }
    if criteria.isEmpty { parts.append(Self.criterionHint) }
    parts.append(MarkdownText.section("Constraints", constraints.map { "- \($0.foldingWhiteSpace())" }))
    let questions = questions.enumerated().map { "- [ ] Q\($0 + 1): \($1.foldingWhiteSpace())" }
    parts.append(MarkdownText.section("Open questions", questions))
    parts += ["## Out of scope", "## Notes"] + notes
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var frontMatter: String {
    var lines = ["---", "id: \(id)", "title: \(YAMLText.scalar(title))"]
    if let intent { lines.append("intent: \(intent)") }
    if let epic { lines.append("epic: \(epic)") }
    lines.append("status: \(status.rawValue)  # draft | ready | active | shipped | dropped")
    if let owner { lines.append("owner: \(YAMLText.scalar(owner))") }
    lines += dependsOn.isEmpty ? ["depends-on: []"] : ["depends-on:"] + dependsOn.map { "  - \($0)" }
    if let origin { lines.append("origin: \(YAMLText.scalar(origin))") }
    if !anchors.isEmpty || !places.isEmpty { lines.append("code:") }
    lines += anchors.map { "  - path: \(YAMLText.scalar($0))" }
    for place in places {
      lines.append("  - path: \(YAMLText.scalar(place.path))")
      if let symbol = place.symbol { lines.append("    symbol: \(YAMLText.scalar(symbol))") }
      if let seen = place.seen { lines.append("    seen: \(seen)") }
    }
    return (lines + ["---"]).joined(separator: "\n")
  }

  private static func text(of criterion: Criterion, number: Int) -> String {
    let heading = MarkdownText.heading("### AC\(number): \(criterion.title.foldingWhiteSpace())")
    var parts = [heading]
    if !criterion.text.isEmpty { parts.append(criterion.text) }
    parts += criterion.quotations.map(\.blockQuote)
    if criterion.conditions.isEmpty { return parts.joined(separator: "\n\n") }
    let conditions = criterion.conditions.map { "- \($0)" }.joined(separator: "\n")
    return (parts + ["```verify\n\(conditions)\n```"]).joined(separator: "\n\n")
  }

  /// What a criterion looks like, in a comment, so that it is neither a criterion nor lost.
  private static let criterionHint = """
    <!--
    One heading for each criterion; ids are never reused. Under it, what has to be true, and how it is proved:

    ### AC1: Muting stops every non-critical email

    Given an account with notifications muted, when a comment is posted, then no email is sent.

    ```verify
    - changed: src/settings/**
    - test: "notifications *muted*"
    - sign-off: support
    ```
    -->
    """
}
