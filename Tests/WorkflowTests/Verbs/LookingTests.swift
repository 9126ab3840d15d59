import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Board, search and comments") struct LookingTests {
  private func found(_ words: String, on bench: Bench) throws -> [String] {
    try bench.workspace().search(words, limit: 50).hits.map { $0.entry.item.description + $0.entry.place }
  }

  @Test("the title of a story finds the story, and not what stands in it")
  func ownWords() throws {
    let bench = try Bench()
    let title = try bench.workspace().list(ListOptions()).items[0].title
    let word = try #require(title.split(separator: " ").max { $0.count < $1.count }).lowercased()
    let hits = try bench.workspace().search(String(word), limit: 50).hits
    #expect(hits.first?.entry.item.description == Bench.story)
    #expect(hits.first?.entry.place == "")
    for hit in hits { #expect((hit.entry.title + hit.entry.text).lowercased().contains(word)) }
  }

  @Test("words of a line are found together with words of the title that it stands under")
  func context() throws {
    let bench = try Bench()
    try bench.repository.write(
      ".handoff/stories/st-0000aaaa-x.md",
      "---\nid: st-0000aaaa\ntitle: Quiet nights\nstatus: draft\n---\n\nAs an owner.\n\n## Acceptance criteria\n\n### AC1: The bell rests\n"
    )
    #expect(try found("quiet bell", on: bench) == ["st-0000aaaaAC1"])
    #expect(try found("quiet", on: bench) == ["st-0000aaaa"])
    #expect(try found("bell", on: bench) == ["st-0000aaaaAC1"])
    #expect(try found("0000aaaa", on: bench) == ["st-0000aaaa"])
    #expect(try found("quiet bell xyzzy", on: bench).isEmpty)
  }

  @Test("no words are told, and the limit keeps the best")
  func limits() throws {
    let bench = try Bench()
    #expect(throws: Failure.self) { try bench.workspace().search("  ", limit: 5) }
    let all = try bench.workspace().search("m", limit: 50)
    let few = try bench.workspace().search("m", limit: 1)
    #expect(few.hits.count == 1 && few.count == all.count)
    #expect(few.hits.first == all.hits.first)
  }

  @Test("the board has each story of an owner, whatever else is asked")
  func board() throws {
    let bench = try Bench()
    _ = try bench.workspace().set(Bench.story, "owner", to: "dana")
    var options = ListOptions()
    options.owner = "dana"
    #expect(try bench.workspace().list(options).items.map(\.id.description) == [Bench.story])
    options.owner = "sam"
    let none = try bench.workspace().list(options)
    #expect(none.items.isEmpty && none.isFiltered)
  }

  // MARK: Comments

  @Test("a comment is a line at the end of Notes, with the day and who made it, and the rest stays byte for byte")
  func comment() throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    let first = try bench.workspace().comment(on: Bench.story, "  She tried it\n on her phone. ")
    #expect(first.text.hasSuffix(": She tried it on her phone."))
    #expect(first.text.hasPrefix("2024-01-01, "))
    _ = try bench.workspace().comment(on: "st-9c4", "## No heading")
    let after = try bench.repository.read(Bench.storyFile)
    #expect(after.hasPrefix(before.last == "\n" ? String(before.dropLast()) : before))
    let notes = try #require(after.split(separator: "## Notes").last)
    #expect(notes.split(separator: "\n").map { $0.prefix(12) } == ["- 2024-01-01", "- 2024-01-01"])
    #expect(try bench.workspace().check().findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test("an empty comment and one on what has no notes are refused, and nothing is written")
  func refusals() throws {
    let bench = try Bench()
    let decision = "---\nid: de-5t0w9xhv\ntitle: So\ndate: 2024-01-01\nstatus: accepted\n---\n\n## Context\n\nSo.\n"
    try bench.repository.write(".handoff/decisions/de-5t0w9xhv-a.md", decision)
    for (item, text) in [(Bench.story, " \n "), ("de-5t0w9xhv", "Yes"), ("st-zzzzzzzz", "Yes")] {
      #expect(throws: Failure.self) { try bench.workspace().comment(on: item, text) }
    }
    #expect(try bench.repository.read(".handoff/decisions/de-5t0w9xhv-a.md") == decision)
    #expect(try bench.repository.git("diff", "--name-only").isEmpty)
  }
}
