import Git
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("The ledger and its threads") struct TraceTests {
  /// A call of three statements, the first of which the story cites.
  private func traced(_ bench: Bench) throws -> ID<Source> {
    try bench.repository.write("call.txt", "Kim: I tried three times. I gave up. Do something!\n")
    let outcome = try #require(try bench.workspace().intake(IntakeOptions(.path("call.txt"))).outcomes.first)
    let story = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(
      Bench.storyFile, story.replacing("### AC1: It works\n", with: "### AC1: It works\n\n(\(outcome.source.id)#L1)\n"))
    return outcome.source.id
  }

  @Test("what nobody carries is lost, with its words, of one source as of all")
  func lost() throws {
    let bench = try Bench()
    let source = try traced(bench)
    let all = try bench.workspace().ledger()
    #expect(all.lost.map(\.statement.text) == ["I gave up.", "Do something!"])
    #expect(all.lost.map(\.citation.description) == ["\(source)#L2", "\(source)#L3"])
    #expect(all.lost.contains { $0.label != nil })
    let one = try bench.workspace().ledger(of: source.description)
    #expect(one.ledger.counts == all.ledger.counts && one.lost.count == 2)
    _ = try bench.workspace().setAside("\(source)#L2-L3", why: "said in jest")
    #expect(try bench.workspace().ledger().lost.isEmpty)
  }

  @Test("a citation or entry of a thousand million statements costs what there are of them")
  func endlessCitation() throws {
    let bench = try Bench()
    let source = try traced(bench)
    let story = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(Bench.storyFile, story.replacing("#L1)", with: "#L2-L999999999)"))
    try bench.repository.write(
      ".handoff/intents/in-k3f9ab2x-a.md",
      "---\nid: in-k3f9ab2x\ntitle: Mails\nstatus: active\n---\n\n## Problem\n\nSee \(source)#L1-L999999999.\n")
    #expect(try bench.workspace().log(Bench.story).words.map(\.words.count) == [2])
    #expect(try bench.workspace().roadmap(RoadmapOptions()).ranking.ranked.count == 1)
    let fields = try #require(try bench.workspace().source(source).file)
    let aside = "set-aside:\n  - lines: L3-L999999999\n    why: said in jest\n"
    try bench.repository.write(fields, try bench.repository.read(fields) + aside)
    #expect(try bench.workspace().setAside("\(source)#L3", why: "again").wasThere)
  }

  @Test("a later revision's statements count once, with those that it still has")
  func revisions() throws {
    let bench = try Bench()
    let source = try traced(bench)
    try bench.repository.write("call.txt", "Kim: I tried three times. I gave up. Do something!\n\nKim: Hello?\n")
    _ = try bench.workspace().intake(IntakeOptions(.path("call.txt")))
    let counts = try bench.workspace().ledger().ledger.counts
    #expect(counts.statements == 4 && counts.carried == 1)
    #expect(try bench.workspace().source(source).revisions.count == 2)
  }

  @Test("a source or item that cannot be read is named, and not passed over")
  func unreadable() throws {
    let bench = try Bench()
    let source = try traced(bench)
    let folder = try bench.workspace().source(source).folder
    #expect(try bench.workspace().ledger().unreadable == [])
    let broken = [
      "sources/so-00000001-a/source.yml": "id: [\n", "sources/so-00000002-b/source.yml": "title: no id\n",
      "sources/so-00000003-c/original.txt": "no source.yml", "stories/st-00000001-d.md": "no front matter",
      "intents/in-00000001-e.md": "---\ntitle: no id\n---\n",
    ]
    for (path, text) in broken { try bench.repository.write(".handoff/\(path)", text) }
    let named = Set(try bench.workspace().ledger().unreadable.map(\.path))
    for path in broken.keys { #expect(named.contains { $0.hasPrefix(".handoff/\(path.prefix(20))") }, "\(path)") }
    try bench.repository.write("\(folder)/statements.tsv", "1\t\tKim\tI tried three times.\nno table\n")
    let table = try bench.workspace().ledger(of: source.description).unreadable.map(\.path)
    #expect(table.contains("\(folder)/statements.tsv"))
  }

  @Test("the thread of a story goes up to the words and down to commits, recorded verdict and sign-offs")
  func story() throws {
    let bench = try Bench()
    let source = try traced(bench)
    try bench.repository.commit("Work\n\nStory: \(Bench.story)", files: ["src/mute.sh": "x"])
    let before = try bench.workspace().thread(of: "st-9c4")
    #expect(before.stories.first?.work.verdict == nil)
    _ = try bench.verify(record: true)
    _ = try bench.workspace().signOff(SignOffOptions(.accepted, target: Bench.story, role: "support"))
    let outcome = try bench.workspace().thread(of: "st-9c4")
    #expect(outcome.said.map(\.source.id) == [source])
    #expect(outcome.said.flatMap(\.statements).map(\.line) == [1])
    let thread = try #require(outcome.stories.first)
    #expect(thread.work.commits.map(\.subject) == ["Begin a plan", "Work"])
    #expect(thread.work.verdict?.verdict == .met && thread.work.verdict?.isOfHead == true)
    #expect(thread.signOffs.map(\.act) == [.accepted])
    #expect(thread.citations(in: .criterion(CriterionID(1))).map(\.description) == ["\(source)#L1"])
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["src/more.sh": "x"])
    #expect(try bench.workspace().thread(of: "st-9c4").stories.first?.work.verdict?.isOfHead == false)
  }

  @Test("the thread of a statement leads to what carries it, and of a lost one to nothing")
  func statement() throws {
    let bench = try Bench()
    let source = try traced(bench)
    let carried = try bench.workspace().thread(of: "\(source)#L1")
    #expect(carried.stories.map(\.story.id) == [try bench.storyID()])
    #expect(carried.counts.carried == 1 && carried.counts.statements == 1)
    let lost = try bench.workspace().thread(of: "\(source)#L2")
    #expect(lost.stories.isEmpty && lost.counts.lost == 1)
    let reason = try bench.failure { _ = try $0.thread(of: "\(source)#L9") }
    guard case .unknownStatements = reason else {
      Issue.record("\(reason)")
      return
    }
  }

  @Test("a verdict is told apart from other words and from other code")
  func changedSince() throws {
    let bench = try Bench()
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "echo muted\n"])
    var recording = VerifyOptions()
    (recording.revision, recording.record) = (Bench.story, true)
    _ = try bench.workspace().verify(recording)
    func changes() throws -> Set<VerdictChange> {
      try #require(try bench.workspace().thread(of: Bench.story).stories.first).changes
    }
    #expect(try changes() == [])
    try bench.repository.commit("Noted", files: [".handoff/notes.md": "x\n"])
    #expect(try changes() == [])
    let story = try bench.repository.read(Bench.storyFile)
    try bench.repository.write(Bench.storyFile, story.replacing("### AC1: It works", with: "### AC1: It works as PDF"))
    #expect(try changes() == [.criteria])
    try bench.repository.commit("Other words")
    #expect(try changes() == [.criteria])
    try bench.repository.write(Bench.storyFile, story)
    try bench.repository.commit("The same words, other code", files: ["src/mute.sh": "echo other\n"])
    #expect(try changes() == [.code])
  }

  @Test("a commit that was linked afterwards is on the thread")
  func noted() throws {
    let bench = try Bench()
    _ = try traced(bench)
    try bench.repository.commit("Tidy", files: ["src/tidy.sh": "x"])
    _ = try bench.workspace().link("HEAD", to: Bench.story)
    let commits = try bench.workspace().thread(of: "st-9c4").stories.first?.work.commits.map(\.subject)
    #expect(Set(commits ?? []) == ["Begin a plan", "Tidy"])
  }

  @Test("the thread of an intent goes through all of its stories, also before the first commit")
  func intent() throws {
    let bench = try Bench(bare: false)
    try bench.repository.write(".handoff/handoff.yml", "version: 1\n")
    try bench.repository.write(".handoff/intents/in-4b8x2mvq-x.md", "---\nid: in-4b8x2mvq\ntitle: Why\n---\n")
    for id in ["st-00000001", "st-00000002"] {
      let text = Bench.story(id: id, criteria: "").replacing("status:", with: "intent: in-4b8x2mvq\nstatus:")
      try bench.repository.write(".handoff/stories/\(id).md", text)
    }
    let outcome = try bench.workspace().thread(of: "in-4b8")
    #expect(outcome.stories.map(\.story.id.description) == ["st-00000001", "st-00000002"])
    #expect(outcome.stories.allSatisfy { $0.work.commits.isEmpty })
  }
}
