/// Something that a search finds: a title, a criterion, a statement, a question, with where it stands.
package struct SearchEntry: Hashable, Sendable {
  package var item: ItemID
  /// Where in the item: `AC2`, `L14`, `Q1`; empty for the item itself.
  package var place: String
  /// `story`, `criterion`, `statement` and so on.
  package var kind: String
  package var title: String
  /// What it says besides.
  package var text: String
  /// The title of what it stands in: it helps to find the entry, and does not find it alone.
  package var context = ""
}

extension Plan {
  /// All that can be searched for: items first, then what is in them.
  package var searchEntries: [SearchEntry] {
    itemEntries + stories.flatMap(Self.parts)
      + intents.flatMap { Self.questions($0.questions, of: $0.id.any, $0.title) } + sources.flatMap(Self.statements)
  }

  private var itemEntries: [SearchEntry] {
    intents.map { Self.entry($0, Self.text($0.sections)) } + epics.map { Self.entry($0, "") }
      + stories.map { Self.entry($0, ([$0.narrative] + [Self.text($0.sections)]).joined(separator: " ")) }
      + decisions.map { Self.entry($0, Self.text($0.sections)) }
      + sources.map { Self.entry($0, $0.people.map(\.name).joined(separator: ", ")) }
  }

  private static func entry(_ item: some PlanItem, _ text: String) -> SearchEntry {
    SearchEntry(item: item.id.any, place: "", kind: item.id.any.kind.noun, title: item.title, text: folded(text))
  }

  private static func text(_ sections: [Section]) -> String {
    // Criteria and questions are entries of their own.
    sections.filter { !["acceptance criteria", "open questions"].contains($0.title.lowercased()) }.map(\.text)
      .joined(separator: " ")
  }

  private static func parts(of story: Story) -> [SearchEntry] {
    story.criteria.map { criterion in
      SearchEntry(
        item: story.id.any, place: criterion.id.description, kind: "criterion", title: criterion.title,
        text: folded(criterion.text), context: story.title)
    } + questions(story.questions, of: story.id.any, story.title)
  }

  private static func questions(_ questions: [Question], of item: ItemID, _ title: String) -> [SearchEntry] {
    questions.map {
      SearchEntry(item: item, place: $0.id.description, kind: "question", title: $0.text, text: "", context: title)
    }
  }

  private static func statements(of source: Source) -> [SearchEntry] {
    source.statements.indices.map { position in
      let statement = source.statements[position]
      return SearchEntry(
        item: source.id.any, place: "L\(position + 1)", kind: "statement", title: statement.text,
        text: statement.speaker, context: source.title)
    }
  }

  /// On one line, and no longer than what somebody skims.
  private static func folded(_ text: String) -> String { String(text.foldingWhiteSpace().prefix(2_000)) }
}
