import Git
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("Pushes") struct PushTests {
  private static let zero = String(repeating: "0", count: 40)
  private static let lax = "push:\n  - {refs: [main], block: [unmet, unproven]}\n  - {refs: [\"*\"], warn: [unmet]}\n"

  @Test("commits that a laxer branch let through are judged again on the main one")
  func laxBranch() throws {
    let bench = try published(settings: Self.lax)
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/y.sh": "1"])
    #expect(try judge(bench, to: "refs/heads/work").isAllowed)
    try bench.repository.git("push", "--quiet", "origin", "work")
    let again = try judge(bench, to: "refs/heads/work", from: "HEAD")
    #expect(again.refs.map(\.isUnjudged) == [true])
    let main = try judge(bench, to: "refs/heads/main", from: "main")
    #expect(!main.isAllowed)
    #expect(main.refs.first?.judged?.judgement.blocked.map(\.kind) == [.unmet])
  }

  @Test("what was free on a branch from before the plan is judged when it is merged, also once it was pushed")
  func freeBranch() throws {
    let bench = try Bench(bare: false)
    try bench.repository.commit("Start", files: ["src/app.sh": "app\n"])
    try bench.repository.git("branch", "old")
    try bench.repository.commit("Begin a plan", files: [".handoff/handoff.yml": "version: 1\n"])
    try publish(bench)
    try bench.repository.git("switch", "--quiet", "old")
    try bench.repository.commit("Anything", files: ["src/evil.sh": "1"])
    let free = try #require(judge(bench, to: "refs/heads/old").refs.first)
    #expect(free.isFree)
    try bench.repository.git("push", "--quiet", "origin", "old")
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.git("merge", "--quiet", "--no-edit", "old")
    let main = try judge(bench, to: "refs/heads/main", from: "main^1").refs.first?.judged
    #expect(main?.judgement.blocked.map(\.kind) == [.unlinked])
    // Behind the plan, what was judged elsewhere counts as before.
    try bench.repository.git("push", "--quiet", "origin", "HEAD:refs/heads/merged")
    #expect(try judge(bench, to: "refs/heads/other").refs.first?.isUnjudged == true)
  }

  @Test("a push to the main branch cannot weaken what it is judged by", arguments: ["", "main: nowhere\n"])
  func weakening(_ settings: String) throws {
    let bench = try published()
    let policy = "version: 1\npush: []\ncommits: {require: none}\n" + settings
    try bench.repository.commit("Let me through", files: [".handoff/handoff.yml": policy])
    #expect(try !judge(bench, to: "refs/heads/main", from: "main").isAllowed)
  }

  @Test("nor can a push to another branch")
  func weakeningElsewhere() throws {
    let bench = try published()
    let policy = "version: 1\npush: []\ncommits: {require: none}\n"
    try bench.repository.commit("Let me through", files: [".handoff/handoff.yml": policy])
    #expect(try !judge(bench, to: "refs/heads/work").isAllowed)
    try bench.repository.commit("And me", files: [".handoff/handoff.yml": policy + "main: nowhere\n"])
    #expect(try !judge(bench, to: "refs/heads/work").isAllowed)
  }

  @Test("results that were recorded on several commits behind the push are stale there as they are in verify")
  func recordedBehind() throws {
    func criterion(_ number: Int) -> String { "### AC\(number): It works\n\n```verify\n- test: t\(number)\n```\n\n" }
    let bench = try published(criteria: criterion(1) + criterion(2))
    for number in 1...2 {
      try bench.repository.commit("Mute \(number)\n\nStory: \(Bench.story)", files: ["src/y.sh": "\(number)"])
      let results = "<testsuite name=\"notify\"><testcase name=\"t\(number)\"></testcase></testsuite>"
      _ = try bench.verify(results: results, record: true)
    }
    let base = try bench.repository.git("rev-parse", "HEAD")
    try bench.repository.commit("Mute 3\n\nStory: \(Bench.story)", files: ["src/y.sh": "3"])
    let verdicts = try bench.verify().stories.flatMap(\.criteria).map(\.verdict)
    #expect(verdicts == [.stale, .stale])
    let pushed = try judge(bench, to: "refs/heads/work", from: base).refs.first?.judged
    #expect(pushed?.stories.flatMap(\.criteria).map(\.verdict) == verdicts)
  }

  @Test("deletions, notes and refs with nothing new are not judged")
  func skipped() throws {
    let bench = try published()
    let tip = try bench.repository.git("rev-parse", "HEAD")
    let lines = [
      "(delete) \(Self.zero) refs/heads/old \(tip)", "refs/notes/x \(tip) refs/notes/x \(Self.zero)",
      "refs/heads/work \(tip) refs/heads/work \(Self.zero)",
    ]
    let outcome = try bench.workspace().judgePush(to: "origin", input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.isAllowed)
    #expect(outcome.refs.map(\.isUnjudged) == [true, true, true])
  }

  @Test("a line that git does not write holds the push back")
  func garbage() throws {
    let outcome = try published().pushed("what is this\n")
    #expect(outcome.unreadable == ["what is this"])
    #expect(!outcome.isAllowed)
  }

  @Test("every ref is judged, and one that is bad holds all back")
  func severalRefs() throws {
    let bench = try published()
    let good = try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    let bad = try bench.repository.commit("Mute", files: ["src/mute.sh": "2"])
    let outcome = try bench.pushed(
      "a \(good) refs/heads/a \(Self.zero)\nb \(bad) refs/heads/b \(Self.zero)\n")
    #expect(outcome.refs.map { $0.judged?.judgement.isAllowed } == [true, false])
    #expect(!outcome.isAllowed)
  }

  @Test("a commit that takes back what was pushed before it counts, whatever its message names")
  func takenBack() throws {
    let bench = try published(criteria: Bench.criterion("- changed: src/a.sh\n- changed: src/b.sh"))
    let first = try bench.repository.commit("A\n\nStory: \(Bench.story)", files: ["src/a.sh": "1"])
    try bench.repository.git("push", "--quiet", "origin", "HEAD:main")
    func verdicts() throws -> [Verdict?] {
      try judge(bench, to: "refs/heads/main", from: "origin/main").refs.map { $0.judged?.stories.first?.verdict }
    }
    try bench.repository.commit("B\n\nStory: \(Bench.story)", files: ["src/b.sh": "1"])
    #expect(try verdicts() == [.met])
    try bench.repository.commit("No more\n\nThis reverts commit \(first).", files: ["src/a.sh": ""])
    #expect(try verdicts() == [.unmet])
  }

  private func judge(_ bench: Bench, to ref: String, from old: String? = nil) throws -> PushOutcome {
    let tip = try bench.repository.git("rev-parse", "HEAD")
    let known = try old.map { try bench.repository.git("rev-parse", $0) } ?? Self.zero
    return try bench.pushed("HEAD \(tip) \(ref) \(known)\n")
  }

  /// A bench whose main branch is at its remote.
  private func published(
    settings: String = "", criteria: String = Bench.criterion("- exists: src/mute.sh")
  ) throws -> Bench {
    let bench = try Bench(settings: settings, criteria: criteria)
    try publish(bench)
    return bench
  }

  private func publish(_ bench: Bench) throws {
    let remote = bench.repository.scratch + "/remote.git"
    try bench.repository.git("init", "--quiet", "--bare", remote)
    try bench.repository.git("remote", "add", "origin", remote)
    try bench.repository.git("push", "--quiet", "origin", "main")
  }
}

extension Bench {
  fileprivate func pushed(_ input: String) throws -> PushOutcome {
    try workspace().judgePush(to: "origin", input: input)
  }
}

extension PushOutcome.Ref {
  fileprivate var judged: VerifyOutcome? { if case .judged(let outcome) = state { outcome } else { nil } }
  fileprivate var isFree: Bool { if case .free = state { true } else { false } }
  fileprivate var isUnjudged: Bool { judged == nil }
}
