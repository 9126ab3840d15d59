import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Several work trees") struct WorkTreeTests {
  @Test("a story whose branch is checked out elsewhere is nobody's next one")
  func taken() throws {
    let bench = try Bench()
    let other = ".handoff/stories/st-00000002-other.md"
    try bench.repository.commit("Another story", files: [other: Bench.story(id: "st-00000002", criteria: "")])
    let first = try bench.workspace().story(meant: .next)
    let second = try #require(["st-00000002", Bench.story].first { $0 != first.description })
    let path = bench.repository.scratch + "/elsewhere"
    try bench.repository.git("worktree", "add", "--quiet", "-b", "\(first)-x", path)
    #expect(try bench.workspace().story(meant: .next).description == second)
    #expect(try bench.workspace().standings().stories.filter(\.isTaken).map(\.item.id) == [first.any])
    // Who works on it sees the other one's as taken, and none of its own.
    bench.directory = path
    #expect(try bench.workspace().standings().stories.allSatisfy { !$0.isTaken })
  }

  @Test("a bundle says where the story's words are not the commit's")
  func uncommitted() throws {
    let bench = try Bench()
    #expect(try bench.workspace().bundle(Bench.story).isStoryCommitted)
    let text = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(Bench.storyFile, text.replacing("\n", with: "\r\n"))
    #expect(try bench.workspace().bundle(Bench.story).isStoryCommitted)
    try bench.repository.write(Bench.storyFile, text + "\nMore.\n")
    #expect(try !bench.workspace().bundle(Bench.story).isStoryCommitted)
  }
}
