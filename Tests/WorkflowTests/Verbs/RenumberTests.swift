import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Fresh ids where two share one") struct RenumberTests {
  private static let copy = ".handoff/stories/st-9c4t8wq2-a-copy.md"

  private func problems(_ bench: Bench) throws -> Set<Rule> {
    Set(try bench.workspace().check().findings.filter { $0.severity == .error }.map(\.rule))
  }

  @Test("a plan without shared ids is left as it is")
  func nothing() throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    let outcome = try bench.workspace().renumber(writes: true)
    #expect(outcome.renumbered.isEmpty && outcome.sources.isEmpty)
    #expect(try bench.repository.read(Bench.storyFile) == before)
  }

  @Test("of a story and its copy the one that was committed keeps the id, and the copy's own words follow")
  func copied() throws {
    let bench = try Bench()
    let text = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(Self.copy, text + "\nSee st-9c4t8wq2/AC1.\n")
    try bench.repository.write(
      ".handoff/stories/st-0kz9b4ya-next.md",
      "---\nid: st-0kz9b4ya\ntitle: Next\nstatus: draft\ndepends-on: [st-9c4t8wq2]\n---\n\nAfter it.\n")
    #expect(try problems(bench) == [.duplicateID])
    let preview = try bench.workspace().renumber(writes: false)
    #expect(try bench.repository.read(Self.copy).contains("id: st-9c4t8wq2"))
    let outcome = try bench.workspace().renumber(writes: true)
    let change = try #require(outcome.renumbered.first)
    #expect(outcome.renumbered.count == 1 && preview.renumbered.map(\.after) == [change.after])
    #expect(change.keeper.path == Bench.storyFile && change.place.path == Self.copy)
    #expect(change.unclear.map { "\($0.path):\($0.line)" } == [".handoff/stories/st-0kz9b4ya-next.md:5"])
    // The commit that began the plan names the story.
    #expect(change.commits.count == 1)
    let new = try bench.repository.read(try #require(change.newPath))
    #expect(new.contains("id: \(change.after)\n") && new.contains("See \(change.after)/AC1."))
    #expect(try bench.repository.read(Bench.storyFile) == text)
    #expect(try !bench.repository.git("ls-files", "--others").contains("st-9c4t8wq2-a-copy.md"))
    #expect(try problems(bench).isEmpty)
  }

  @Test("what the main branch has keeps its number, also where it is merged into a branch")
  func mainKeeps() throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    let added = { (title: String) in "### AC2: \(title)\n\nMore of AC2.\n\n```verify\n- test: \"*AC2*\"\n```\n" }
    // On either side of the first criterion, so that git merges both.
    try bench.repository.commit("Ours\n\nNo-Story: plan", files: [Bench.storyFile: before + "\n" + added("ours")])
    try bench.repository.git("switch", "--quiet", "main")
    let theirs = before.replacing("### AC1", with: added("theirs") + "\n### AC1")
    try bench.repository.commit("Theirs\n\nNo-Story: plan", files: [Bench.storyFile: theirs])
    try bench.repository.git("switch", "--quiet", "work")
    try bench.repository.git("merge", "--quiet", "-m", "Merge", "main")
    #expect(try problems(bench) == [.duplicateCriterion])
    let outcome = try bench.workspace().renumber(writes: true)
    let change = try #require(outcome.renumbered.first)
    #expect(change.title == "ours" && change.after == "st-9c4t8wq2/AC3")
    let text = try bench.repository.read(Bench.storyFile)
    #expect(text.contains("### AC3: ours\n\nMore of AC3.\n\n```verify\n- test: \"*AC2*\""))
    #expect(text.contains("### AC2: theirs\n\nMore of AC2.") && change.unclear.count == 1)
    #expect(try problems(bench).isEmpty)
  }

  @Test("a number that was signed off, mentioned or taken out is not given again")
  func unusedNumber() throws {
    let bench = try Bench(criteria: "### AC1: one\n\nUnlike AC6.\n\n### AC7: gone\n")
    let text = try bench.repository.read(Bench.storyFile)
    let now = text.replacing("### AC7: gone\n", with: "### AC1: two\n")
    try bench.repository.write(Bench.storyFile, now)
    let outcome = try bench.workspace().renumber(["st-9c4"], writes: true)
    #expect(outcome.renumbered.map(\.after) == ["st-9c4t8wq2/AC8"] && outcome.renumbered.map(\.title) == ["two"])
  }

  @Test("questions get the next number, and only those of the item that is named")
  func questions() throws {
    let bench = try Bench()
    let text = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(
      Bench.storyFile, text + "\n## Open questions\n\n- [x] Q1: Why? So.\n- [ ] Q1: How, after Q1?\n- [ ] Q2: When?\n")
    try bench.repository.write(
      ".handoff/stories/st-0kz9b4ya-next.md",
      "---\nid: st-0kz9b4ya\ntitle: Next\nstatus: draft\n---\n\n## Open questions\n\n- [ ] Q1: A?\n- [ ] Q1: B?\n")
    let outcome = try bench.workspace().renumber(["st-9c4t8wq2"], writes: true)
    #expect(outcome.renumbered.map(\.after) == ["st-9c4t8wq2#Q3"])
    #expect(try bench.repository.read(Bench.storyFile).contains("- [x] Q1: Why? So.\n- [ ] Q3: How, after Q3?\n"))
    #expect(try problems(bench) == [.duplicateQuestion])
  }
}
