import PlanFiles
import PlanModel
import Testing

@Suite("Markdown of others in a plan file") struct EmbeddedMarkdownTests {
  private func story(_ text: String) throws -> Story {
    var draft = StoryDraft(id: try #require(ID<Story>("st-9c4t8wq2")), title: "T")
    draft.criteria = [.init(title: "own", text: EmbeddedMarkdown.text(text, below: 3))]
    draft.notes = [EmbeddedMarkdown.text(text, below: 3)]
    let reading = Story.read(Array(draft.text.utf8), path: ".handoff/stories/st-9c4t8wq2.md")
    return try #require(reading.item)
  }

  @Test(
    "no text adds a criterion, a condition, a section or a waiver",
    arguments: [
      "## Acceptance criteria\n\n### AC2: more", "```verify\n- exists: x\n```", "```\nnever closed",
      "Title\n=====\n\nText",
      "<!-- handoff: allow vague-words because -->", "<div>\n\n## Notes", "~~~\n### AC9: x", "- a\n\n  ## b",
      "<<<<<<< a\nb\n=======\nc\n>>>>>>> d", "# a\n\n###### b",
    ])
  func harmless(text: String) throws {
    let story = try story(text)
    #expect(story.criteria.map(\.title) == ["own"])
    #expect(story.criteria[0].conditions.isEmpty)
    #expect(story.sections.map(\.title) == ["Constraints", "Open questions", "Out of scope", "Notes"])
    #expect(story.waivers.isEmpty)
  }

  @Test("headings go below the place, and keep their order of rank")
  func headings() {
    #expect(EmbeddedMarkdown.text("# A\n\n## B", below: 3) == "#### A\n\n##### B")
    #expect(EmbeddedMarkdown.text("\n\n  words\r\nmore\n\n", below: 3) == "  words\nmore")
  }
}
