import Drafting
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("The story that a message without one is near") struct NearestStoryTests {
  private func nearest(_ bench: Bench, _ message: String) throws -> ID<Story>? {
    try bench.repository.write("message", message)
    return try bench.workspace().judgeMessage(at: "message").nearest?.story
  }

  @Test("is named when it takes work", arguments: ["ready", "active"])
  func near(status: String) throws {
    let bench = try Bench(status: status)
    #expect(try nearest(bench, "Mute the mails\n") == bench.storyID())
    #expect(try nearest(bench, "Zebra crossing\n") == nil)
  }

  @Test("is not named when it takes no work", arguments: ["draft", "shipped", "dropped"])
  func closed(status: String) throws {
    #expect(try nearest(try Bench(status: status), "Mute the mails\n") == nil)
  }

  @Test("is not looked for when the message names one, well or badly")
  func linked() throws {
    let bench = try Bench()
    #expect(try nearest(bench, "Mute the mails\n\nStory: \(Bench.story)\n") == nil)
    #expect(try nearest(bench, "Mute the mails\n\nStory: st-00000000\n") == nil)
    #expect(try nearest(bench, "Mute the mails\n\nStory: \(Bench.story)\nand more words\n") == nil)
  }

  @Test("is not looked for in a plan of many stories", arguments: [(200, true), (201, false)])
  func many(count: Int, isFound: Bool) throws {
    let bench = try Bench()
    for number in 1..<count {
      let id = "st-00000" + String(String(number + 1000).suffix(3))
      try bench.repository.write(
        ".handoff/stories/\(id)-other.md", "---\nid: \(id)\ntitle: Zebra\nstatus: shipped\n---\n")
    }
    #expect(try nearest(bench, "Mute the mails\n") == (isFound ? bench.storyID() : nil))
  }
}

@Suite("Stories suggested for commits") struct SuggestStoriesTests {
  @Test("ids and trailers of a message do not count, and a commit in two ranges is asked for once")
  func words() throws {
    let bench = try Bench()
    try bench.repository.commit("Mute mails", files: ["src/x.sh": "x"])
    try bench.repository.commit("Mute mails (st-9c4t8wq2)\n\nStory: st-9c4t8wq2", files: ["src/x.sh": "y"])
    let links = try bench.workspace().suggestStories(for: ["main..HEAD", "HEAD"], limit: 3)
    #expect(links.count == 2)
    #expect(links[0].suggestions == links[1].suggestions)
    #expect(links[0].suggestions.map(\.story) == [try bench.storyID()])
  }

  @Test("a dropped story is not suggested, and a plan without stories suggests none")
  func dropped() throws {
    let bench = try Bench(status: "dropped")
    try bench.repository.commit("Mute mails", files: ["src/x.sh": "x"])
    #expect(try bench.workspace().suggestStories(for: [], limit: 3).map(\.suggestions.isEmpty) == [true])
  }

  @Test("an empty repository has no commit to ask about")
  func unborn() throws {
    let bench = try Bench(bare: false)
    try bench.repository.write(".handoff/handoff.yml", "version: 1\n")
    #expect(try bench.failure { _ = try $0.suggestStories(for: [], limit: 3) } == .noCommits)
  }
}
