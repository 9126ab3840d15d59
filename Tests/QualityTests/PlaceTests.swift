import PlanModel
import Testing

@Suite("Where words are found, and where they are not looked for") struct PlaceTests {
  @Test("a finding names the line and column of the word")
  func places() throws {
    // The body begins at line 6, behind five lines of front matter.
    let story = try Sample.story(
      "\n## Acceptance criteria\n\n### AC1: The search is fast\n\nIt is — “so to say” —\nfast, and *quick*.\n\n- The list\n  is easy to use."
    )
    let findings = Sample.findings(.unmeasuredQuality, in: [story])
    #expect(findings.map { [$0.line, $0.column] } == [[9, 24], [12, 1], [12, 12], [15, 6]])
    #expect(findings.map(\.problem).first == .quality(.words(.unmeasuredQuality, "fast")))
    #expect(findings.allSatisfy { $0.path == Sample.path })
  }

  @Test(
    "code, quotations, addresses and what is quoted in a line are nobody's words",
    arguments: [
      "`several`", "\"several\"", "“several”", "'several'", "<https://several.example/several>",
      "[boards](https://a.example/several)", "https://a.example/several", "so-7h3q2dkm#L3", "<!-- several -->",
      "\n\n> The list shows several boards.\n", "\n\n```\nseveral\n```\n", "\n\n| a | several |\n|---|---|\n",
      "\n\n    several\n", "several_boards",
    ])
  func masked(_ words: String) throws {
    let story = try Sample.criterion("The list", "It shows \(words)")
    #expect(Sample.findings(.vagueWords, in: [story]) == [])
  }

  @Test(
    "emphasis, links and line breaks do not hide a phrase",
    arguments: ["if **possible**", "if\npossible", "[if possible](a.md)"])
  func shown(_ words: String) throws {
    #expect(
      Sample.findings(.escapeClauses, in: [try Sample.criterion("The list", "It is sorted \(words).")]).count == 1)
  }

  @Test("notes, rationale and open questions are not judged, and no story that is over")
  func sections() throws {
    let story = try Sample.story("## Notes\n\nThis must be TBD.\n\n## Open questions\n\n- [ ] Q1: TBD?")
    #expect(Sample.findings(.undecided, in: [story]) == [])
    let over = try Sample.story("This is TBD.", status: "shipped")
    #expect(Sample.findings(.undecided, in: [over]) == [])
  }

  @Test("a benefit may be vague, as it is no obligation")
  func benefits() throws {
    let story = try Sample.story("As a cook, I want to sort orders, so that I find them quickly and easily.")
    #expect(Sample.findings(.unmeasuredQuality, in: [story]) == [])
  }

  @Test("a narrative obliges by must, and tells otherwise")
  func narratives() throws {
    #expect(Sample.findings(.vagueWords, in: [try Sample.story("There are several boards.")]) == [])
    #expect(Sample.findings(.vagueWords, in: [try Sample.story("The list must show several boards.")]).count == 1)
  }

  @Test(
    "a hostile text is gone through in time",
    arguments: ["`", "``x`", "(", "\"", "[x](", "<a ", "as a ", "in order to "])
  func hostile(_ piece: String) throws {
    let story = try Sample.criterion("The list", String(repeating: piece, count: 40_000))
    #expect(Sample.findings(.vagueWords, in: [story]) == [])
  }
}
