import Git
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Finding an item by what was typed") struct LookupTests {
  @Test(
    "a whole id, a prefix, or a prefix without the kind will do", arguments: ["st-9c4t8wq2", "st-9", "9c4t", "ST-9C4"])
  func prefix(_ text: String) throws {
    let bench = try Bench()
    #expect(try bench.workspace().id(text, of: Story.self) == bench.storyID())
  }

  @Test("a prefix of several is not guessed")
  func ambiguous() throws {
    let bench = try Bench()
    let other = Bench.story(id: "st-9c400000", criteria: "")
    try bench.repository.write(".handoff/stories/st-9c400000-other.md", other)
    let ids = try [#require(ItemID("st-9c400000")), #require(ItemID(Bench.story))]
    #expect(try bench.failure { _ = try $0.id("st-9c4") } == .ambiguousItem("st-9c4", ids.sorted()))
    #expect(try bench.workspace().id("st-9c40").description == "st-9c400000")
  }

  @Test("of an id that does not exist the nearest is named")
  func nearest() throws {
    let bench = try Bench()
    let expected = Failure.Reason.unknownItem("st-9c4t8wp2", kind: nil, nearest: try bench.storyID().any)
    #expect(try bench.failure { _ = try $0.id("st-9c4t8wp2") } == expected)
  }

  @Test("what is no id finds nothing", arguments: ["", "st-", "-", "zzz", "../../etc/passwd", "in-9c4"])
  func nothing(_ text: String) throws {
    let reason = try Bench().failure { _ = try $0.id(text) }
    guard case .unknownItem(text, _, _) = reason else {
      Issue.record("\(reason)")
      return
    }
  }

  @Test("an id of another kind is not taken for one of this")
  func kind() throws {
    let reason = try Bench().failure { _ = try $0.id(Bench.story, of: Intent.self) }
    guard case .unknownItem(Bench.story, .intent, _) = reason else {
      Issue.record("\(reason)")
      return
    }
  }

  @Test("a file that does not read well is said to be broken, and where")
  func broken() throws {
    let bench = try Bench()
    try bench.repository.write(
      Bench.storyFile, "---\nid: \(Bench.story)\n<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n---\n")
    let reason = try bench.failure { _ = try $0.show(Bench.story) }
    guard case .brokenFile(let finding) = reason else {
      Issue.record("\(reason)")
      return
    }
    #expect(finding.path == Bench.storyFile && finding.line == 3 && finding.rule == .conflictMarker)
  }

  @Test("an item whose file has another name is told as that, and not as one that is not there")
  func misnamed() throws {
    let bench = try Bench()
    let story = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(".handoff/stories/mute.md", story)
    _ = try bench.repository.run("rm", [Bench.storyFile])
    for text in [Bench.story, String(Bench.story.prefix(7))] {
      #expect {
        _ = try bench.workspace().show(text)
      } throws: { error in
        guard case .brokenFile(let finding)? = (error as? Failure)?.reason else { return false }
        return finding.rule == .misnamedFile && finding.path == ".handoff/stories/mute.md"
      }
    }
  }
}
