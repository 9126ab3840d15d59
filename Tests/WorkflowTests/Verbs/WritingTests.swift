import FileSystem
import Git
import PlanFiles
import PlanModel
import Synchronization
import TestKit
import Testing
import Verification
import Workflow

@Suite("Verbs that write") struct WritingTests {
  @Test("init twice keeps what is there")
  func initialise() throws {
    let bench = try Bench(bare: false)
    let first = try bench.workspace().initialise(withHooks: false)
    #expect(first.written == [".handoff/.gitattributes", ".handoff/README.md", ".handoff/handoff.yml"])
    #expect(first.kept == [])
    try bench.repository.write(".handoff/handoff.yml", "version: 1\n# mine\n")
    let second = try bench.workspace().initialise(withHooks: false)
    #expect(second.written == [] && second.kept == first.written)
    #expect(try bench.repository.read(".handoff/handoff.yml") == "version: 1\n# mine\n")
  }

  @Test("a plan as init writes it has nothing to mend")
  func starterFiles() throws {
    let bench = try Bench(bare: false)
    _ = try bench.workspace().initialise(withHooks: false)
    #expect(try bench.workspace().check().findings == [])
  }

  @Test("what a killed command had decided on is done before the next one reads")
  func interrupted() throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    let after = before.replacing("title: Mute mails", with: "title: Mute all mails")
    var change = Change(root: bench.repository.path)
    change.put(Array(after.utf8), at: Bench.storyFile, expecting: .contents(Array(before.utf8)))
    let state = bench.repository.path + "/.git/handoff"
    let isDecided = Mutex(false)
    let killed = Store(stateDirectory: state) { (step) throws(FileError) in
      // The journal was renamed into place; from here on nothing happens any more.
      if isDecided.withLock({ $0 }) { throw .noSpace(path: state) }
      if case .rename(_, let path) = step, path.hasSuffix("/journal") { isDecided.withLock { $0 = true } }
    }
    #expect(throws: FileError.self) { try killed.commit(change) }
    #expect(killed.hasUnfinishedChange)
    #expect(try bench.repository.read(Bench.storyFile) == before)
    _ = try bench.workspace().set("st-9c4", "owner", to: "ada@example.com")
    #expect(!killed.hasUnfinishedChange)
    let text = try bench.repository.read(Bench.storyFile)
    #expect(text.contains("title: Mute all mails") && text.contains("owner: ada@example.com"))
  }

  @Test("set changes its field and no other byte")
  func set() throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    let outcome = try bench.workspace().set("st-9c4", "status", to: "active")
    #expect(outcome.before == "ready" && outcome.after == "active")
    #expect(
      try bench.repository.read(Bench.storyFile) == before.replacing("status: ready", with: "status: active"))
  }

  @Test("a story may be called shipped, and what HEAD does not meet of it is said")
  func shipped() throws {
    let others = "\n### AC2: It is seen\n\n### AC3: There is code\n\n```verify\n- exists: src/app.sh\n```\n"
    let criteria = Bench.criterion("- exists: src/mute.sh") + others
    let bench = try Bench(status: "active", criteria: criteria)
    #expect(try bench.workspace().set(Bench.story, "owner", to: "ada@example.com").open == [])
    let outcome = try bench.workspace().set(Bench.story, "status", to: "shipped")
    #expect(outcome.after == "shipped")
    #expect(outcome.open.map { "\($0.id) \($0.verdict.rawValue)" } == ["AC1 unmet", "AC2 unproven"])
    #expect(try bench.workspace().set(Bench.story, "status", to: "active").open == [])
  }

  @Test("a value that a field cannot have is refused, and nothing is written", arguments: ["redy", "", "[ready]"])
  func badValue(_ value: String) throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    _ = try bench.failure { _ = try $0.set(Bench.story, "status", to: value) }
    #expect(try bench.repository.read(Bench.storyFile) == before)
  }

  @Test("a story in an epic changes both files")
  func newStory() throws {
    let bench = try Bench()
    let epic = ".handoff/epics/ep-2m8r4tzc-mails.md"
    try bench.repository.write(epic, "---\nid: ep-2m8r4tzc\ntitle: Mails\nstories:\n  - \(Bench.story)\n---\n")
    var options = NewStoryOptions(title: "Weekly digest")
    options.epic = "ep-2m8"
    let story = try bench.workspace().add(bench.workspace().newStory(options))
    #expect(try bench.repository.read(epic).contains("  - \(Bench.story)\n  - \(story.id)\n"))
    #expect(try bench.repository.read(story.path).contains("epic: ep-2m8r4tzc\n"))
    #expect(try bench.workspace().check().findings.filter { $0.severity == .error } == [])
  }

  @Test("a story is not written when the epic changed meanwhile")
  func newStoryRace() throws {
    let bench = try Bench()
    let epic = ".handoff/epics/ep-2m8r4tzc-mails.md"
    try bench.repository.write(epic, "---\nid: ep-2m8r4tzc\ntitle: Mails\nstories: []\n---\n")
    var options = NewStoryOptions(title: "Weekly digest")
    options.epic = "ep-2m8"
    let item = try bench.workspace().newStory(options)
    let changed = "---\nid: ep-2m8r4tzc\ntitle: All mails\nstories: []\n---\n"
    try bench.repository.write(epic, changed)
    _ = try bench.failure { _ = try $0.add(item) }
    #expect(!FileSystem.exists(bench.repository.path + "/" + item.path))
    #expect(try bench.repository.read(epic) == changed)
  }

  @Test("only who is in the role signs off in it")
  func signOff() throws {
    let bench = try Bench()
    let support = SignOffOptions(.accepted, target: Bench.story, role: "support")
    bench.repository.environment["GIT_AUTHOR_EMAIL"] = "bo@example.com"
    let reason = try bench.failure { _ = try $0.signOff(support) }
    #expect(
      reason == .notInRole(address: "bo@example.com", role: "support", members: ["ada@example.com"]))
    #expect(!FileSystem.exists(bench.repository.path + "/.handoff/sign-offs"))
    bench.repository.environment["GIT_AUTHOR_EMAIL"] = "ada@example.com"
    let outcome = try bench.workspace().signOff(support)
    #expect(outcome.signOffs.map(\.by) == ["Ada Author <ada@example.com>"])
    #expect(try bench.repository.read(outcome.signOffs[0].file).contains("act: accepted"))
    #expect(try bench.workspace().check().findings == [])
  }

  @Test("who signs other words than were agreed on is told so")
  func signingOtherWords() throws {
    let bench = try Bench()
    let support = SignOffOptions(.accepted, target: "\(Bench.story)/AC1", role: "support")
    #expect(try bench.workspace().signOff(support).otherwiseAgreed == [])
    let reworded = try bench.repository.read(Bench.storyFile).replacing("It works", with: "It nearly works")
    try bench.repository.write(Bench.storyFile, reworded)
    let outcome = try bench.workspace().signOff(support)
    #expect(outcome.otherwiseAgreed == [CriterionID(1)] && outcome.signOffs.count == 1)
  }

  @Test("statements of an original that cannot be read are not taken on trust")
  func unreadableOriginal() throws {
    let bench = try Bench()
    let folder = ".handoff/sources/so-7h3q2dkm-paper"
    let original = "%PDF-1.7\n"
    let sha256 = Fingerprint.sha256(original.utf8)
    try bench.repository.write("\(folder)/original.txt", original)
    try bench.repository.write("\(folder)/statements.tsv", "1\t\t\tNobody said this.\n")
    try bench.repository.write(
      "\(folder)/source.yml",
      "id: so-7h3q2dkm\nkind: text\ntitle: Paper\noriginal: original.txt\nsha256: \"\(sha256)\"\n")
    let findings = try bench.workspace().check(paths: [folder]).findings
    #expect(findings.map(\.path) == ["\(folder)/original.txt"])
    #expect(findings.map(\.rule) == [.unreadableFile])
  }

  @Test("a waiver's last day has to be one", arguments: ["soon", "2026-13-01", "2026-02-30", "26-01-01", "2026-1-1"])
  func expiry(_ day: String) throws {
    let bench = try Bench()
    var options = SignOffOptions(.waived, target: Bench.story, role: "support")
    options.reason = "later"
    options.expires = day
    let reason = try bench.failure { _ = try $0.signOff(options) }
    guard case .invalidValue("expiry", day, _) = reason else {
      Issue.record("\(reason)")
      return
    }
  }

  @Test("a branch is made for a story that takes work, and for no other")
  func start() throws {
    let bench = try Bench()
    let first = try bench.workspace().start("st-9c4")
    #expect(first.isNew && first.isCommitted && first.branch == "st-9c4t8wq2-mute-mails")
    #expect(try bench.repository.git("branch", "--show-current") == first.branch)
    #expect(try !bench.workspace().start("st-9c4").isNew)
    _ = try bench.workspace().set(Bench.story, "status", to: "dropped")
    #expect(try bench.failure { _ = try $0.start("st-9c4") } == .storyTakesNoWork(bench.storyID(), .dropped))
  }

  @Test("where there is no plan, that is said")
  func noPlan() throws {
    let bench = try Bench(bare: false)
    #expect(try bench.failure { _ = try $0.list(ListOptions()) } == .noPlan)
    #expect(try bench.failure { _ = try $0.show("st-9c4") } == .noPlan)
  }

  @Test("a bare repository is read and not written")
  func bare() throws {
    let bench = try Bench()
    let path = bench.repository.scratch + "/bare.git"
    try bench.repository.git("clone", "--quiet", "--bare", bench.repository.path, path)
    bench.directory = path
    #expect(try bench.workspace().list(ListOptions()).items.map(\.id.description) == [Bench.story])
    #expect(try bench.failure { _ = try $0.initialise(withHooks: false) } == .bareRepository)
  }
}
