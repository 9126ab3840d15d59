import CodeIndex
import Git
import PlanModel
import TestKit
import Testing
import Views
import Workflow

/// What people see, one believable outcome each.
@Suite("Outcomes as text") struct TextTests {
  @Test("a source that was taken in")
  func intake() throws {
    let stage = try Stage()
    try expect(IntakeView.text(stage.intake), "intake")
  }

  @Test("a source, to be read")
  func showSource() throws {
    let stage = try Stage()
    try expect(ShowView.text(try stage.workspace.show("\(stage.source)")), "show-source")
  }

  @Test("a story, to be read")
  func showStory() throws {
    let stage = try Stage()
    try expect(ShowView.text(try stage.workspace.show(Stage.story)), "show-story")
  }

  @Test("what the code index holds")
  func index() throws {
    try expect(IndexView.text(try indexed()), "index")
  }

  @Test("what the code index holds, where nothing could be written")
  func unwritableIndex() throws {
    var outcome = try indexed()
    outcome.isStored = false
    outcome.ctags = nil
    try expect(IndexView.text(outcome), "index-unwritable")
  }

  @Test("a commit of which nothing is indexed")
  func nothingIndexed() throws {
    var outcome = try indexed()
    outcome.contents = nil
    outcome.bytes = 0
    try expect(IndexView.text(outcome), "index-nothing")
  }

  @Test("how far the code index is")
  func indexProgress() {
    #expect(IndexProgressView.line(.files(done: 50, of: 200)) == "Indexing files: 25% (50/200)")
    #expect(IndexProgressView.line(.history(done: 0, of: 0)) == "Indexing history: 100% (0/0)")
    #expect(
      IndexProgressView.line(.waiting(process: 7)) == "Waiting for another git-handoff that is indexing (process 7)")
  }

  private func indexed() throws -> IndexOutcome {
    let commit = try #require(ObjectID("4b825dc642cb6eb9a060e54bf8d69288fbee4904"))
    let path = "/home/sam/shop/.git/handoff/index.sqlite"
    var outcome = IndexOutcome(commit: commit, path: path, bytes: 4_313_088, ctags: "5.9.0")
    outcome.commits = 512
    outcome.contents = IndexOutcome.Contents(
      files: 1_160, lines: 79_122, definitions: 19_326,
      languages: (1...10).map { .init(name: "Language \($0)", files: 20 - $0, lines: 0) },
      states: [.read: 1_150, .binary: 6, .large: 2, .minified: 1, .missing: 1],
      traits: [.test: 270, .documentation: 88, .generated: 3], lacking: 2)
    return outcome
  }

  @Test("the commands of criteria, and which are trusted")
  func trust() throws {
    let stage = try Stage()
    let story = try #require(ID<Story>(Stage.story))
    func command(
      _ number: Int, _ text: String, _ files: [String] = [], trusted: Bool, was: Bool = false
    ) -> RunnableCommand {
      RunnableCommand(
        criterion: CriterionReference(story: story, criterion: CriterionID(number)), title: "Mails are muted",
        command: text, files: files, isTrusted: trusted, wasTrusted: was)
    }
    let outcome = TrustOutcome(
      commands: [
        command(1, "make lint", ["Makefile"], trusted: true),
        command(2, "sh scripts/test.sh", ["scripts/test.sh"], trusted: false, was: true),
        command(3, "cargo test", trusted: false),
      ], others: ["sh old.sh"], changed: 1)
    var text = TrustView.text(outcome)
    for one in outcome.commands where !one.isTrusted {
      text.line()
      text.append(TrustView.question(one))
    }
    text.line()
    text.append(TrustView.text(try stage.workspace.trust()))
    try expect(text, "trust")
  }

  @Test("the whole plan, with what is in doubt first")
  func wholePlan() throws {
    let stage = try Stage()
    try stage.work()
    let done =
      "---\nid: st-00000001\ntitle: Send a digest\nstatus: shipped\n---\n\n## Acceptance criteria\n\n"
      + "### AC1: It is sent\n\n```verify\n- exists: src/digest.sh\n```\n"
    try stage.repository.commit("Plan a digest", files: [".handoff/stories/st-00000001-digest.md": done])
    try expect(WholePlanView.text(try stage.workspace.verifyWholePlan(VerifyOptions())), "verify-all")
  }

  @Test("what a status says is missing: a word, a command, results, a change, or an answer")
  func statusOfEachKind() throws {
    let stage = try Stage()
    _ = try stage.workspace.start(Stage.story)
    let kinds = [
      "sign-off: support", "judge: is it clear?", "run: make lint", "test: muted*", "changed: lib/**",
    ]
    let criteria = kinds.enumerated().map { "### AC\($0 + 1): Part \($0 + 1)\n\n```verify\n- \($1)\n```\n" }
    let story =
      "---\nid: \(Stage.story)\ntitle: Mute comment mails\nstatus: ready\n---\n\n## Acceptance criteria\n\n"
      + criteria.joined(separator: "\n")
      + "\n## Open questions\n\n- [ ] Q1 (blocking): Per device? @product\n"
    try stage.repository.git("switch", "--quiet", "main")
    try stage.repository.commit("Plan", files: [".handoff/stories/\(Stage.story)-mute-comment-mails.md": story])
    try stage.repository.git("switch", "--quiet", "-")
    try stage.repository.git("reset", "--quiet", "--hard", "main")
    try stage.repository.commit("Mute\n\nStory: \(Stage.story)", files: ["src/notify.sh": "muted\n"])
    try expect(StatusView.text(try stage.workspace.status()), "status-kinds")
    var act = SignOffOptions(.rejected, target: "\(Stage.story)/AC4", role: "support")
    act.reason = "It still rings"
    _ = try stage.workspace.signOff(act)
    let text = StatusView.text(try stage.workspace.status())
    #expect(text.rendered(inColor: false).contains("rejected: \(Stage.story)/AC4; mend it"))
  }

  @Test("the items of a plan")
  func list() throws {
    var options = ListOptions()
    options.kinds = Set(ItemKind.allCases)
    let stage = try Stage()
    try expect(ListView.text(try stage.workspace.list(options)), "list")
  }

  @Test("a plan in which something is wrong")
  func check() throws {
    let stage = try Stage()
    let path = ".handoff/stories/st-9c4t8wq2-mute-comment-mails.md"
    let story = try stage.repository.read(path)
    try stage.repository.write(
      path, story.replacing("every comment.", with: "each comment.").replacing("in-k3f9ab2x", with: "in-k3f9ab2y"))
    try expect(CheckView.text(try stage.workspace.check()), "check")
  }

  @Test("a plan in which nothing is wrong but for advice")
  func cleanCheck() throws {
    let stage = try Stage()
    try expect(CheckView.text(try stage.workspace.check()), "check-clean")
  }

  @Test("a branch for a story")
  func start() throws {
    let stage = try Stage()
    try expect(StartView.text(try stage.workspace.start(Stage.story)), "start")
  }

  @Test("where one stands")
  func status() throws {
    let stage = try Stage()
    try stage.work()
    try expect(StatusView.text(try stage.workspace.status()), "status")
  }

  @Test("what was asked beside what is known of it")
  func verify() throws {
    let stage = try Stage()
    try stage.work()
    try expect(VerifyView.text(try stage.verified()), "verify")
  }

  @Test("the same for a pull request")
  func markdown() throws {
    let stage = try Stage()
    try stage.work()
    try Golden.expect(VerifyView.markdown(try stage.verified()), "verify-markdown", file: GoldenFiles.beside)
  }

  @Test("the thread of a story")
  func log() throws {
    let stage = try Stage()
    try stage.work()
    _ = try stage.workspace.signOff(SignOffOptions(.accepted, target: "\(Stage.story)/AC3", role: "support"))
    let text = LogView.text(try stage.workspace.log(Stage.story)).rendered(inColor: false)
    // The name of a sign-off's file is random; the log does not show it.
    #expect(!text.contains(".yml"))
    try Golden.expect(text, "log", file: GoldenFiles.beside)
  }

  @Test("a push that is held back, and one that is let through")
  func push() throws {
    let stage = try Stage()
    try stage.work()
    let tip = try stage.repository.git("rev-parse", "HEAD")
    let main = try stage.repository.git("rev-parse", "main")
    let outcome = try stage.workspace.judgePush(
      to: "origin",
      input:
        "HEAD \(tip) refs/heads/main \(main)\nHEAD~ \(tip)^ refs/heads/broken\nrefs/heads/main \(main) refs/heads/main \(main)\n"
    )
    #expect(!outcome.isAllowed)
    try expect(PushView.text(outcome), "push")
  }

  @Test("a commit's message that names the wrong stories")
  func wrongStory() throws {
    let stage = try Stage()
    try stage.repository.write(".git/COMMIT_EDITMSG", "Mute\n\nStory: st-9c4t8wq3\nStory: the mute one\n")
    try expect(MessageView.text(try stage.workspace.judgeMessage(at: ".git/COMMIT_EDITMSG")), "message-wrong-story")
  }

  @Test("a commit's message whose link git does not see")
  func missedStory() throws {
    let stage = try Stage()
    try stage.work()
    try stage.repository.write(".git/COMMIT_EDITMSG", "Mute\n\nStory: st-9c4t8wq2\nand more\n")
    try expect(MessageView.text(try stage.workspace.judgeMessage(at: ".git/COMMIT_EDITMSG")), "message-no-story")
  }

  private func expect(_ text: TerminalText, _ name: String) throws {
    try Golden.expect(text.rendered(inColor: false), name, file: GoldenFiles.beside)
  }
}
