import PlanFiles
import PlanModel
import Review
import Testing

@Suite("What two branches change in one item") struct FieldOverlapTests {
  /// What is overlapped when each side replaces some text of the same story, as `AC1` or `AC1!` where both cannot hold.
  private func overlaps(
    _ ours: (String, String), _ theirs: (String, String)
  ) throws -> [String] {
    let base = try plan(PlanComparisonTests.story, ("", ""))
    let own = try plan(PlanComparisonTests.story, ours)
    let other = try plan(PlanComparisonTests.story, theirs)
    return FieldOverlap.between(
      PlanComparison.changes(from: base, to: own), PlanComparison.changes(from: base, to: other)
    ).map { $0.field + ($0.isConflict ? "!" : "") }
  }

  private func plan(_ text: String, _ edit: (String, String)) throws -> Plan {
    let text = edit.0.isEmpty ? text : text.replacing(edit.0, with: edit.1)
    let path = ".handoff/stories/st-9c4t8wq2-mute.md"
    return Plan(stories: [try #require(Story.read(Array(text.utf8), path: path).item)])
  }

  @Test("what both make of one thing is in conflict where they differ, and nothing where they agree")
  func differing() throws {
    #expect(try overlaps(("every email", "most email"), ("every email", "no email")) == ["AC1!"])
    #expect(try overlaps(("every email", "no email"), ("every email", "no email")) == [])
    #expect(try overlaps(("every email", "no email"), ("title: Mute", "title: Silence")) == [])
    #expect(try overlaps(("title: Mute", "title: Hush"), ("title: Mute", "title: Silence")) == ["title!"])
    #expect(try overlaps(("Per device?", "Per phone?"), ("[ ] Q1 (blocking): Per device?", "[x] Q1: No.")) == ["Q1!"])
  }

  @Test("a criterion whose words one side changes and whose conditions the other does is one thing, and both can stand")
  func parts() throws {
    #expect(try overlaps(("every email", "no email"), ("- unchanged: api/**\n", "")) == ["AC1"])
    #expect(try overlaps(("80%", "60%"), ("80%", "90%")) == ["AC1!"])
  }

  @Test("points of a list stand side by side; two new criteria of one number do not")
  func added() throws {
    let list = "## Open questions"
    #expect(try overlaps((list, "- One.\n\n\(list)"), (list, "- Two.\n\n\(list)")) == ["constraints"])
    let place = "## Constraints"
    #expect(
      try overlaps((place, "### AC2: One\n\n\(place)"), (place, "### AC2: Two\n\n\(place)")) == ["AC2!"])
    let question = "## Out of scope"
    #expect(
      try overlaps((question, "- [ ] Q2: Why?\n\n\(question)"), (question, "- [ ] Q2: How?\n\n\(question)")) == ["Q2!"])
  }

  @Test("who takes an item out meets whoever changes it")
  func removed() throws {
    let base = try plan(PlanComparisonTests.story, ("", ""))
    let changed = try plan(PlanComparisonTests.story, ("every email", "no email"))
    let edit = PlanComparison.changes(from: base, to: changed)
    let removal = PlanComparison.changes(from: base, to: Plan())
    #expect(FieldOverlap.between(removal, edit).map(\.isConflict) == [true])
    #expect(FieldOverlap.between(edit, removal).map(\.field) == ["item"])
    #expect(FieldOverlap.between(edit, removal).map(\.isConflict) == [true])
    #expect(FieldOverlap.between(removal, removal) == [])
  }
}
