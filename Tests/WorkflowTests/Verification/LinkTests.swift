import Git
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("Links of commits") struct LinkTests {
  @Test(
    "a trailer links a commit, in every form that git knows",
    arguments: [
      "Mute\n\nStory: st-9c4t8wq2", "Mute\n\nstory: st-9c4t8wq2", "Mute\n\nStory : st-9c4t8wq2",
      "Mute\n\nWhy.\n\nSigned-off-by: Ada <a@b.c>\nStory: st-9c4t8wq2",
      "Mute\n\nStory: st-9c4t8wq2\nStory: st-9c4t8wq2",
      "Mute\n\nCriterion: st-9c4t8wq2/AC1",
    ])
  func trailer(_ message: String) throws {
    let bench = try Bench()
    let commit = try bench.linked(message)
    #expect(commit.stories == [try bench.storyID()])
    #expect(commit.invalid == [])
  }

  @Test("the messages of a squash are all read")
  func squash() throws {
    let bench = try Bench()
    let message = "Squashed\n\n# This is the 1st commit\n\nOne\n\nStory: st-9c4t8wq2\n\nTwo\n\nMore words here.\n"
    #expect(try bench.linked(message).stories == [try bench.storyID()])
  }

  @Test("what cannot be linked to is named")
  func invalid() throws {
    let bench = try Bench()
    let near = try #require(ID<Story>("st-9c4t8wq3"))
    #expect(
      try bench.linked("a\n\nStory: st-9c4t8wq3").invalid == [.unknownStory(near, nearest: try bench.storyID())])
    #expect(try bench.linked("b\n\nStory: the mute one").invalid == [.malformed("the mute one")])
    let reference = CriterionReference(story: try bench.storyID(), criterion: CriterionID(9))
    #expect(try bench.linked("c\n\nCriterion: st-9c4t8wq2/AC9").invalid == [.unknownCriterion(reference)])
  }

  @Test("a line that git does not take for a trailer is told apart from none")
  func missed() throws {
    let bench = try Bench()
    let commit = try bench.linked("Mute\n\nStory: st-9c4t8wq2\nand more words")
    #expect(commit.isUnlinked)
    #expect(commit.missed == .amongProse(line: 3, prose: 4))
    #expect(try bench.linked("Mute").missed == nil)
  }

  @Test("links that are made at once are all there")
  func atOnce() async throws {
    let bench = try Bench()
    let names = ["st-9c4t8wq2", "st-3k5m7npq", "st-4m6n8pqr", "st-5n7p9qrs"]
    for name in names.dropFirst() {
      let story = Bench.story(id: name, criteria: Bench.criterion("- exists: src/mute.sh"))
      try bench.repository.write(".handoff/stories/\(name)-other.md", story)
    }
    try bench.repository.commit("More stories")
    try bench.repository.commit("Mute", files: ["src/x.sh": "x"])
    let (directory, environment) = (bench.directory, bench.repository.environment)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in names {
        group.addTask {
          let surroundings = Surroundings(
            directory: directory, environment: environment, program: nil,
            clock: { Timestamp(seconds: 1_704_110_400) }, randomness: { 4 })
          _ = try Workspace(surroundings).link("HEAD", to: name)
        }
      }
      try await group.waitForAll()
    }
    let head = try #require(try bench.verify().commits.last)
    #expect(Set(head.stories.map { "\($0)" }) == Set(names))
  }

  @Test("a note links a commit after the fact, and can be taken back")
  func note() throws {
    let bench = try Bench()
    try bench.repository.commit("Mute", files: ["src/x.sh": "x"])
    #expect(try bench.verify().commits.map(\.isUnlinked) == [true])
    #expect(try bench.workspace().link("HEAD", to: "st-9c4").isChanged)
    #expect(try !bench.workspace().link("HEAD", to: "st-9c4").isChanged)
    #expect(try bench.verify().commits.map(\.stories) == [[try bench.storyID()]])
    #expect(try bench.verify(Bench.story).commits.map(\.commit.subject).contains("Mute"))
    #expect(try bench.workspace().unlink("HEAD", from: "st-9c4").isChanged)
    #expect(try bench.verify().commits.map(\.isUnlinked) == [true])
    #expect(try !bench.workspace().unlink("HEAD", from: "st-9c4").isChanged)
  }

  @Test("a reason for no story counts only where the policy lists it")
  func noStory() throws {
    let message = "Mute\n\nNo-Story: a typo"
    #expect(try Bench().linked(message).isUnlinked)
    let settings = "commits: {exempt: {kinds: [no-story]}}\n"
    #expect(try Bench(settings: settings).linked(message).exemption == .kind(.noStory))
    #expect(try Bench(settings: settings).linked("Mute\n\nNo-Story:").isUnlinked)
  }

  @Test("kinds, authors and paths that the policy names need no story")
  func exempt() throws {
    let settings = "commits: {exempt: {paths: [\"docs/**\"], authors: [\"ada@*\"], kinds: [revert, fixup]}}\n"
    let bench = try Bench(settings: settings)
    #expect(try bench.linked("fixup! Mute").exemption == .kind(.fixup))
    #expect(try bench.linked("Revert \"Mute\"", files: ["src/x.sh": "y"]).exemption == .kind(.revert))
    #expect(try bench.linked("Mute", files: ["src/x.sh": "z"]).exemption == .author(Glob("ada@*")))
    bench.repository.environment["GIT_AUTHOR_EMAIL"] = "bo@example.com"
    #expect(try bench.linked("Words", files: ["docs/a.md": "a", "docs/b.md": "b"]).exemption == .paths(count: 2))
    #expect(try bench.linked("Both", files: ["docs/a.md": "x", "src/x.sh": "w"]).isUnlinked)
    #expect(try bench.linked("Nothing", files: [:]).isUnlinked)
  }

  @Test("what a server keeps of the past is what a search of it finds")
  func memory() throws {
    let bench = try Bench()
    for message in [
      "Mute the test-suite\n\nStory: st-9c4t8wq2", "latest-st-8vq5r2xnst-9c4t8wq2, at once", "Mute st-9c4t8wq", "st-",
      "Mail\n\nCriterion: st-8vq5r2xn/AC1",
    ] {
      try bench.repository.commit(message, files: ["src/x.sh": message])
    }
    let memory = HistoryMemory()
    let repository = try bench.workspace().repository
    let tip = try repository.resolve("HEAD")
    let ids = try ["st-9c4t8wq2", "st-8vq5r2xn", "st-00000000"].map { try #require(ID<Story>($0)) }
    for stories in [[ids[0]], [ids[1]], [ids[2]], ids] {
      let words = stories.map { "--grep=\($0)" }
      let found = try bench.repository.git(
        in: bench.repository.path, ["rev-list", "--reverse", "--topo-order", "--fixed-strings"] + words + ["HEAD"])
      let kept = try memory.commits(mentioning: Set(stories), at: tip, in: repository, folder: "here")
      #expect(kept.map(\.hex) == found.split(separator: "\n").map(String.init))
    }
  }
}
