import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Commits that need no story for what they say that they are") struct ExemptionDoubtTests {
  @Test("a fixup of what no commit before it is called is told, and one of what is there is not")
  func fixup() throws {
    let bench = try Bench()
    #expect(try bench.linked("fixup! nothing at all").doubt == .fixesNothing)
    try bench.repository.commit("Mute mails\n\nStory: \(Bench.story)", files: ["src/a.sh": "a"])
    #expect(try bench.linked("fixup! Mute mails", files: ["src/a.sh": "b"]).doubt == nil)
    #expect(try bench.linked("squash! fixup! Mute", files: ["src/a.sh": "c"]).doubt == nil)
    let problems = try bench.workspace().review(VerifyOptions()).problems
    #expect(problems.filter { $0.rule == "work/doubtful-exemption" }.map(\.weight) == [.warning])
  }

  @Test("a revert that takes back no commit, or does more than that, is told")
  func revert() throws {
    let bench = try Bench()
    #expect(try bench.linked("Revert \"nothing at all\"").doubt == .revertsNothing)
    try bench.repository.commit("Change the app", files: ["src/app.sh": "other\n"])
    try bench.repository.git("revert", "--no-edit", "HEAD")
    #expect(try bench.verify().commits.last?.doubt == nil)
    let id = try bench.repository.git("rev-parse", "HEAD~1")
    let evil = "Revert \"Change the app\"\n\nThis reverts commit \(id)."
    #expect(try bench.linked(evil, files: ["src/evil.sh": "1"]).doubt == .revertsNothing)
    #expect(try bench.linked("Revert \"Look\"\n\nReverts acme/app#12", files: ["src/y.sh": "1"]).doubt == nil)
  }

  @Test("what a merge brings or removes that no side has is told, and how both sides were put together is not")
  func merge() throws {
    let bench = try Bench()
    try bench.repository.commit("Ours\n\nStory: \(Bench.story)", files: ["src/app.sh": "app\nours\n", "a.txt": "a"])
    try bench.repository.git("switch", "--quiet", "--create", "side", "main")
    try bench.repository.commit("Theirs\n\nStory: \(Bench.story)", files: ["src/app.sh": "theirs\napp\n"])
    try bench.repository.git("switch", "--quiet", "work")
    try bench.repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    try bench.repository.commit("Merge side", files: ["src/app.sh": "theirs\napp\nours\n"])
    #expect(try bench.verify().commits.last?.doubt == nil)
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["b.txt": "b"])
    try bench.repository.git("switch", "--quiet", "side")
    try bench.repository.git("merge", "--quiet", "--no-ff", "--no-commit", "work")
    try bench.repository.git("rm", "--quiet", "--force", "src/app.sh")
    try bench.repository.commit("Merge work", files: ["src/evil.sh": "evil"])
    #expect(try bench.verify().commits.last?.doubt == .mergeChanges(["src/app.sh", "src/evil.sh"]))
  }

  @Test("what a merge changes in a file that one side or none has changed is told")
  func slippedIn() throws {
    let bench = try Bench()
    try bench.repository.commit("Ours\n\nStory: \(Bench.story)", files: ["a.txt": "a", "b.txt": "one\n"])
    try bench.repository.git("switch", "--quiet", "--create", "side", "work")
    try bench.repository.commit("Theirs\n\nStory: \(Bench.story)", files: ["a.txt": "theirs", "c.txt": "c"])
    try bench.repository.git("switch", "--quiet", "work")
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["d.txt": "d"])
    try bench.repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    try bench.repository.commit("Merge side", files: ["a.txt": "neither", "b.txt": "one\nbackdoor\n"])
    #expect(try bench.verify().commits.last?.doubt == .mergeChanges(["a.txt", "b.txt"]))
  }

  @Test("what one side has moved and the other changed is put together under the new name") func moved() throws {
    let bench = try Bench()
    let text = (1...30).map { "line \($0)\n" }.joined()
    try bench.repository.commit("Ours\n\nStory: \(Bench.story)", files: ["a.txt": text])
    try bench.repository.git("switch", "--quiet", "--create", "side", "work")
    try bench.repository.commit("Theirs\n\nStory: \(Bench.story)", files: ["a.txt": text + "more\n"])
    try bench.repository.git("switch", "--quiet", "work")
    try bench.repository.git("mv", "a.txt", "b.txt")
    try bench.repository.commit("Move\n\nStory: \(Bench.story)", files: ["c.txt": "c"])
    try bench.repository.git("merge", "--quiet", "--no-ff", "--no-edit", "side")
    #expect(try bench.verify().commits.last?.doubt == nil)
  }
}
