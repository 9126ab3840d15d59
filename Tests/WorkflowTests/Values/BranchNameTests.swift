import PlanModel
import Testing
import Workflow

@Suite("Branches of stories") struct BranchNameTests {
  @Test(
    "a branch that begins a part of its name with an id is the story's",
    arguments: [
      "st-9c4t8wq2", "st-9c4t8wq2-mute-mails", "st-9c4t8wq2_mute", "dana/st-9c4t8wq2-mute",
      "feature/2024/st-9c4t8wq2", "st-9c4t8wq2/part-two", "in-k3f9ab2x/st-9c4t8wq2",
    ])
  func story(_ name: String) {
    #expect(Story.id(inBranch: name)?.description == "st-9c4t8wq2")
  }

  @Test(
    "any other branch is nobody's",
    arguments: [
      "", "main", "st-9c4t8wq", "st-9c4t8wq22", "xst-9c4t8wq2", "fix-st-9c4t8wq2", "st-9c4t8wqu", "ST-9C4T8WQ2",
      "in-k3f9ab2x-why", "st-9c4t8wq2.mute", "st-9c4t8wq2é",
    ])
  func none(_ name: String) {
    #expect(Story.id(inBranch: name) == nil)
  }

  @Test("a story's branch is named after its file, and is read back as its own")
  func branchName() throws {
    let id = try #require(ID<Story>("st-9c4t8wq2"))
    let story = Story(id: id, title: "Mute", file: ".handoff/stories/st-9c4t8wq2-mute.mails.md")
    #expect(story.branchName == "st-9c4t8wq2-mute.mails")
    #expect(Story.id(inBranch: story.branchName) == id)
  }
}
