import Foundation
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("Notes that two clones write apart") struct SharedNotesTests {
  /// A bench whose remote has all that it has, and a second clone of that remote, with hooks and so with refspecs in both.
  private func clones() throws -> (first: Bench, second: Bench) {
    let first = try Bench(criteria: Bench.criterion("- test: muted"))
    try first.repository.commit("Tidy up", files: ["src/app.sh": "tidy\n"])
    try first.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    let scratch = first.repository.scratch
    try first.repository.git("clone", "--quiet", "--bare", ".", "../remote.git")
    try first.repository.git("remote", "add", "origin", "../remote.git")
    try first.repository.git("fetch", "--quiet", "origin")
    try first.repository.git("clone", "--quiet", "--branch", "work", "../remote.git", "../second")
    let second = try Bench(bare: false)
    second.directory = scratch + "/second"
    for bench in [first, second] {
      bench.program = "/usr/bin/git-handoff"
      #expect(try bench.workspace().installHooks().notesFrom == ["origin"])
    }
    return (first, second)
  }

  private func git(_ bench: Bench, _ arguments: String...) throws {
    let directory = bench.directory
    try bench.repository.git(in: directory, arguments)
  }

  private func verdict(_ bench: Bench) throws -> Verdict {
    var options = VerifyOptions()
    options.revision = Bench.story
    return try #require(try bench.workspace().verify(options).stories.first).verdict
  }

  @Test("both record on one commit, and both records are there for both, without a conflict")
  func parallel() throws {
    let (first, second) = try clones()
    #expect(try first.verify(results: Bench.results(), record: true).stories.map(\.verdict) == [.met])
    try git(first, "push", "--quiet", "origin", "refs/notes/handoff")
    _ = try second.workspace().link("HEAD~1", to: Bench.story)
    try git(second, "fetch", "--quiet", "origin")
    #expect(try verdict(second) == .met)
    // What is fetched is joined when something is written, so that a push goes through.
    _ = try second.workspace().unlink("HEAD~1", from: Bench.story)
    try git(second, "push", "--quiet", "origin", "refs/notes/handoff")
    try git(first, "fetch", "--quiet", "origin")
    #expect(try verdict(first) == .met)
    let merges = try second.repository.git(in: second.directory, ["rev-list", "--merges", "refs/notes/handoff"])
    #expect(merges.split(separator: "\n").count == 1)
  }

  @Test("of two records that contradict each other the worse counts")
  func contradiction() throws {
    let (first, second) = try clones()
    _ = try first.verify(results: Bench.results(), record: true)
    try git(first, "push", "--quiet", "origin", "refs/notes/handoff")
    _ = try second.verify(results: Bench.results("<failure/>"), record: true)
    #expect(try verdict(second) == .unmet)
    try git(second, "fetch", "--quiet", "origin")
    #expect(try verdict(second) == .unmet)
    _ = try second.verify(results: Bench.results(), record: true)
    #expect(try verdict(second) == .met)
  }

  @Test("a fetch works while the remote has no notes, and uninstalling takes the settings back")
  func settings() throws {
    let (first, _) = try clones()
    try git(first, "fetch", "--quiet", "origin")
    let key = "remote.origin.fetch"
    #expect(try first.repository.git("config", "--get-all", key).contains("refs/notes/handoff*"))
    _ = try first.workspace().installHooks()
    #expect(try first.repository.git("config", "--get-all", key).split(separator: "\n").count == 2)
    _ = try first.workspace().uninstallHooks()
    #expect(try !first.repository.git("config", "--get-all", key).contains("notes"))
    #expect(throws: (any Error).self) { try first.repository.git("config", "--get-regexp", "notes.handoff") }
  }

  @Test("a rebase or squash with the same content keeps what was recorded", arguments: ["rebase", "squash"])
  func sameTree(way: String) throws {
    let bench = try Bench(criteria: Bench.criterion("- test: muted"))
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["src/more.sh": "1"])
    _ = try bench.verify(results: Bench.results(), record: true)
    let old = try bench.repository.git("rev-parse", "HEAD")
    if way == "squash" {
      try bench.repository.git("reset", "--quiet", "--soft", "main")
      try bench.repository.commit("All\n\nStory: \(Bench.story)")
    } else {
      bench.repository.clock += 3600
      try bench.repository.git("rebase", "--quiet", "--no-ff", "main")
    }
    #expect(try bench.repository.git("rev-parse", "HEAD") != old)
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
    try bench.repository.commit("Other\n\nStory: \(Bench.story)", files: ["src/more.sh": "2"])
    #expect(try bench.verify().stories.map(\.verdict) != [.met])
  }
}
