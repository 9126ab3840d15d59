import Git
import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Overlaps with other branches") struct OverlapTests {
  private static let story = Bench.story(criteria: Bench.criterion("- exists: src/mute.sh"))

  /// A branch from main with one commit, and back.
  private func branch(
    _ name: String, _ files: [String: String], in bench: Bench, message: String = "Elsewhere"
  ) throws {
    try bench.repository.git("switch", "--quiet", "--create", name, "main")
    try bench.repository.commit(message, files: files)
    try bench.repository.git("switch", "--quiet", "work")
  }

  private func overlaps(_ bench: Bench, story: String? = nil, limit: Int = 30) throws -> OverlapOutcome {
    var options = OverlapOptions()
    options.story = story
    options.limit = limit
    return try bench.workspace().overlaps(options)
  }

  @Test("a new item that has the id of another branch's new item is told before they are merged")
  func duplicate() throws {
    let bench = try Bench()
    func draft(_ name: String) -> [String: String] {
      [
        ".handoff/stories/st-7h3q2dkm-\(name).md": Bench.story(
          id: "st-7h3q2dkm", criteria: Bench.criterion("- exists: a"))
      ]
    }
    try bench.repository.commit("One", files: draft("one"))
    try branch("other", draft("two"), in: bench)
    let met = try #require(try overlaps(bench).branches.first)
    #expect(met.points.map(\.kind) == [.plan])
    #expect(met.hasConflict)
    #expect(met.forecast?.findings.map(\.rule.rawValue).contains("duplicate-id") == true)
  }

  @Test("the main branch is met where it went on, and the two plans would not go together")
  func mainItself() throws {
    let bench = try Bench()
    func draft(_ name: String) -> [String: String] {
      [
        ".handoff/stories/st-7h3q2dkm-\(name).md": Bench.story(
          id: "st-7h3q2dkm", criteria: Bench.criterion("- exists: a"))
      ]
    }
    try bench.repository.commit("One", files: draft("one"))
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Other", files: ["src/other.sh": "x"])
    try bench.repository.git("switch", "--quiet", "work")
    #expect(try overlaps(bench).branches.isEmpty)
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Two", files: draft("two"))
    try bench.repository.git("switch", "--quiet", "work")
    let met = try #require(try overlaps(bench).branches.first)
    #expect(met.tip.short == "main" && met.points.isEmpty)
    #expect(met.forecast?.findings.map(\.rule.rawValue).contains("duplicate-id") == true)
    let problems = try bench.workspace().review(VerifyOptions()).problems
    #expect(problems.contains { $0.rule == "overlap/merge" })
  }

  @Test("a branch that was squashed into the main branch is none, and one that went on is")
  func squashed() throws {
    let bench = try Bench()
    let text = Self.story.replacing("It works", with: "It works well")
    try branch("squashed", [Bench.storyFile: text, "src/new.sh": "x"], in: bench)
    try bench.repository.git("switch", "--quiet", "squashed")
    try bench.repository.git("mv", "src/app.sh", "src/main.sh")
    try bench.repository.commit("Renamed", files: [:])
    try bench.repository.git("switch", "--quiet", "work")
    try bench.repository.commit("Here", files: [Bench.storyFile: Self.story.replacing("It works", with: "It is fine")])
    #expect(try overlaps(bench).branches.map(\.tip.short) == ["squashed"])
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.git("merge", "--quiet", "--squash", "squashed")
    try bench.repository.commit("Squashed", files: [:])
    try bench.repository.commit("Later", files: ["src/new.sh": "y"])
    try bench.repository.git("switch", "--quiet", "work")
    // What is left to meet is the main branch itself, which has it now.
    #expect(try overlaps(bench).branches.map(\.tip.short) == ["main"])
    try bench.repository.git("switch", "--quiet", "squashed")
    try bench.repository.commit("More", files: ["src/more.sh": "x"])
    try bench.repository.git("switch", "--quiet", "work")
    #expect(try overlaps(bench).branches.map(\.tip.short) == ["main", "squashed"])
  }

  @Test("what a branch shares with another, or both did alike, is no overlap")
  func shared() throws {
    let bench = try Bench()
    let text = Self.story.replacing("It works", with: "It works well")
    try bench.repository.commit("Reworded", files: [Bench.storyFile: text])
    try bench.repository.git("branch", "stacked")
    #expect(try overlaps(bench).looked == 0)
    try bench.repository.git("switch", "--quiet", "stacked")
    try bench.repository.commit("More", files: ["src/more.sh": "x"])
    #expect(try overlaps(bench).branches.isEmpty)
    try bench.repository.git("switch", "--quiet", "work")
    #expect(try overlaps(bench).looked == 1)
    #expect(try overlaps(bench).branches.isEmpty)
    try branch("alike", [Bench.storyFile: text], in: bench)
    let met = try #require(try overlaps(bench).branches.first)
    #expect(met.points.map(\.fields) == [[]])
    #expect(met.forecast?.isClean == true)
  }

  /// What a side does with the story's file.
  enum Deed: CaseIterable {
    case one, two, other, named, namedElse, namedAndOne, namedAndOther, replaced, gone

    var files: (gone: Bool, new: [String: String]) {
      let folder = ".handoff/stories/\(Bench.story)"
      let text = OverlapTests.twoCriteria
      let one = text.replacing("It works", with: "It works well")
      return switch self {
      case .one: (false, [Bench.storyFile: one])
      case .two: (false, [Bench.storyFile: text.replacing("It lasts", with: "It lasts long")])
      case .other: (false, [Bench.storyFile: text.replacing("It works", with: "It sleeps")])
      case .named: (true, ["\(folder)-new.md": text])
      case .namedElse: (true, ["\(folder)-else.md": text])
      case .namedAndOne: (true, ["\(folder)-new.md": one])
      case .namedAndOther: (true, ["\(folder)-new.md": text.replacing("It works", with: "It sleeps")])
      case .replaced: (true, ["\(folder)-new.md": "---\nid: \(Bench.story)\nstatus: dropped\n---\n# Anew\n"])
      case .gone: (true, [:])
      }
    }
  }

  static let twoCriteria =
    Bench.story(criteria: Bench.criterion("- exists: src/mute.sh"))
    + "\n### AC2: It lasts\n\n```verify\n- exists: src/mute.sh\n```\n"

  @Test("a file that has another name is told of as git merges it", arguments: Deed.allCases)
  func renamed(deed: Deed) throws {
    let bench = try Bench()
    let repository = bench.repository
    let main = [Bench.storyFile: Self.twoCriteria]
    try repository.git("switch", "--quiet", "main")
    try repository.commit("Two criteria", files: main)
    for deed in Deed.allCases {
      try repository.git("switch", "--quiet", "--create", "\(deed)", "main")
      if deed.files.gone { try repository.git("rm", "--quiet", Bench.storyFile) }
      try repository.commit("\(deed)", files: deed.files.new)
    }
    try repository.git("switch", "--quiet", "\(deed)")
    try bench.workspace().installMergeDriver()
    let outcome = try overlaps(bench)
    #expect(outcome.branches.count >= Deed.allCases.count - 2)
    for met in outcome.branches where met.tip.short != "work" {
      let isClean = (try? repository.git("merge-tree", "--write-tree", "\(deed)", met.tip.short)) != nil
      #expect(met.forecast?.conflicts.isEmpty == isClean, "\(deed) and \(met.tip.short)")
      if isClean { #expect(met.forecast?.findings.map(\.rule.rawValue).contains("duplicate-id") == false) }
    }
  }

  /// What each of two sides does, where neither alone breaks a rule.
  struct Break: CustomTestStringConvertible {
    var rule: Rule
    var ours: [String: String]
    var theirs: [String: String]
    var testDescription: String { rule.rawValue }
  }

  private static let intent = "in-4b8x2mvq"
  private static let names = ["st-00000001", "st-00000002", "st-00000003"]

  private static func file(_ id: String) -> String { ".handoff/stories/\(id)-x.md" }

  private static func story(_ id: String, _ fields: String, criteria: String = "- exists: a") -> String {
    Bench.story(id: id, status: "draft", criteria: Bench.criterion(criteria))
      .replacing("status: draft", with: "\(fields)status: draft")
  }

  /// Empty stands for a file that is taken away.
  static let breaks = [
    Break(
      rule: .unknownReference, ours: [file(names[2]): ""],
      theirs: [file("st-00000009"): story("st-00000009", "depends-on: [\(names[2])]\n")]),
    Break(
      rule: .dependencyCycle, ours: [file(names[0]): story(names[0], "depends-on: [\(names[2])]\n")],
      theirs: [file(names[2]): story(names[2], "depends-on: [\(names[1])]\n")]),
    Break(
      rule: .unknownRole, ours: [".handoff/handoff.yml": "version: 1\nroles: {}\n"],
      theirs: [file(names[1]): story(names[1], "depends-on: [\(names[0])]\n", criteria: "- sign-off: support")]),
    Break(
      rule: .blockingQuestion,
      ours: [
        file(names[2]): story(names[2], "intent: \(intent)\n").replacing("status: draft", with: "status: ready")
      ],
      theirs: [
        ".handoff/intents/\(intent)-x.md":
          "---\nid: \(intent)\ntitle: X\n---\n\n## Open questions\n\n- [ ] Q1 (blocking): Which?\n"
      ]),
  ]

  @Test("two changes that break a rule only together are told, whatever lies between them", arguments: breaks)
  func together(of change: Break) throws {
    let bench = try Bench()
    let base = [
      Self.file(Self.names[0]): Self.story(Self.names[0], ""),
      Self.file(Self.names[1]): Self.story(Self.names[1], "depends-on: [\(Self.names[0])]\n"),
      Self.file(Self.names[2]): Self.story(Self.names[2], "intent: \(Self.intent)\n"),
      ".handoff/intents/\(Self.intent)-x.md": "---\nid: \(Self.intent)\ntitle: X\n---\n",
    ]
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Base", files: base)
    for (name, files) in [("theirs", change.theirs), ("ours", change.ours)] {
      try bench.repository.git("switch", "--quiet", "--create", name, "main")
      for gone in files.filter({ $0.value.isEmpty }).keys { try bench.repository.git("rm", "--quiet", gone) }
      try bench.repository.commit(name, files: files.filter { !$0.value.isEmpty })
      #expect(try bench.workspace().check().findings.filter { $0.rule == change.rule } == [], "\(name) alone")
    }
    let met = try #require(try overlaps(bench).branches.first { $0.tip.short == "theirs" })
    #expect(met.forecast?.conflicts == [])
    #expect(met.forecast?.findings.map(\.rule).contains(change.rule) == true)
  }

  @Test("code that the story of a branch is about, and that another branch changes")
  func code() throws {
    let bench = try Bench()
    let anchored = Self.story.replacing("status: ready", with: "code:\n  - path: src/app.sh\nstatus: ready")
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Anchor", files: [Bench.storyFile: anchored])
    try bench.repository.git("switch", "--quiet", "work")
    try bench.repository.git("merge", "--quiet", "main")
    try bench.repository.commit("Work\n\nStory: \(Bench.story)", files: ["src/x.sh": "x"])
    try branch("other", ["src/app.sh": "else\n"], in: bench)
    try branch("unrelated", ["src/y.sh": "y\n"], in: bench)
    let outcome = try overlaps(bench)
    #expect(outcome.looked == 2)
    #expect(outcome.branches.map(\.tip.short) == ["other"])
    #expect(outcome.branches.first?.points.map(\.path) == ["src/app.sh"])
    #expect(outcome.branches.first?.points.map(\.isMutual) == [false])
    #expect(!outcome.hasConflict)
    try bench.repository.git("switch", "--quiet", "main")
    #expect(try overlaps(bench).isOnMain)
    #expect(try overlaps(bench, story: "st-9c").branches.map(\.tip.short) == ["other", "work"])
  }

  @Test("the newest branches are looked at, and that there are more is said")
  func bounded() throws {
    let bench = try Bench()
    for name in ["a", "b", "c"] { try branch(name, [Bench.storyFile: Self.story + "\(name)\n"], in: bench) }
    try bench.repository.commit("Mine", files: [Bench.storyFile: Self.story + "mine\n"])
    let outcome = try overlaps(bench, limit: 2)
    #expect(outcome.branches.map(\.tip.short) == ["c", "b"])
    #expect(outcome.isBounded)
    #expect(try !overlaps(bench).isBounded)
  }

  @Test("status asks git no more than three times, however many branches there are")
  func processes() throws {
    func count(_ branches: Int) throws -> Int {
      let bench = try Bench()
      try bench.repository.commit("Mine", files: [Bench.storyFile: Self.story + "mine\n"])
      for number in 0..<branches { try branch("b\(number)", [Bench.storyFile: Self.story + "\(number)\n"], in: bench) }
      let log = bench.repository.scratch + "/processes"
      bench.repository.environment["GIT_TRACE2_EVENT"] = log
      #expect(try bench.workspace().status().overlaps?.branches.count == branches)
      bench.repository.environment["GIT_TRACE2_EVENT"] = nil
      let lines = try String(decoding: bench.repository.run("cat", [log]).output, as: UTF8.self)
      return lines.split(separator: "\n").count { $0.contains("\"event\":\"start\"") }
    }
    let none = try count(0)
    #expect(none > 0)
    #expect(try count(1) == none + 2)
    #expect(try count(6) == none + 2)
  }
}
