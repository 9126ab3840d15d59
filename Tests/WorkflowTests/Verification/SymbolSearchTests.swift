import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("Symbols of the code, with real git") struct SymbolSearchTests {
  /// Judges a story by a condition about a Swift function, for which no other program is needed.
  private func verdict(
    _ condition: String, before: String?, after: String, file: String = "src/a.swift", renamed: String? = nil
  ) throws -> Verdict {
    let bench = try Bench()
    try bench.repository.git("switch", "--quiet", "main")
    let id = "st-00000001"
    let story = Bench.story(id: id, criteria: Bench.criterion("- symbol: {\(condition)}"))
    let files = [".handoff/stories/\(id)-mute.md": story, file: before ?? ""]
    try bench.repository.commit("Code and a plan", files: files)
    try bench.repository.git("switch", "--quiet", "--force-create", "work")
    if let renamed { try bench.repository.git("mv", file, renamed) }
    try bench.repository.commit("Mute\n\nStory: \(id)", files: [renamed ?? file: after])
    return try #require(try bench.verify().stories.first).verdict
  }

  private let old = "struct Mails {\n  func mute() { off() }\n\n  func send() { }\n}\n"
  private let new = "struct Mails {\n  func mute() { off(); log() }\n\n  func send() { }\n}\n"

  @Test("a definition that the story changes has changed, and one beside it has not")
  func changed() throws {
    #expect(try verdict("name: mute, changed: true", before: old, after: new) == .met)
    #expect(try verdict("name: Mails.mute, in: \"src/**\", changed: true", before: old, after: new) == .met)
    #expect(try verdict("name: send, changed: true", before: old, after: new) == .unmet)
  }

  @Test("a definition that only moves to another file, or is only indented, has not changed")
  func moved() throws {
    #expect(try verdict("name: mute, changed: true", before: old, after: old, renamed: "src/b.swift") == .unmet)
    let indented = old.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    #expect(try verdict("name: mute, changed: true", before: old, after: indented) == .unmet)
  }

  @Test("a definition is there, is gone, or is only named")
  func states() throws {
    let without = "struct Mails {\n  func send() { mute() }\n}\n"
    #expect(try verdict("name: mute", before: without, after: new) == .met)
    #expect(try verdict("name: mute", before: old, after: new) == .unproven)
    #expect(try verdict("name: mute, gone: true", before: old, after: without) == .met)
    #expect(try verdict("name: mute, gone: true", before: without, after: without + "\n") == .unproven)
    #expect(try verdict("name: mute", before: old, after: without) == .unmet)
  }

  @Test("a name that a Python file brings in from elsewhere is no definition")
  func broughtIn() throws {
    let bench = try Bench()
    try bench.repository.git("switch", "--quiet", "main")
    let id = "st-00000001"
    let story = Bench.story(id: id, criteria: Bench.criterion("- symbol: {name: confirm, changed: true}"))
    let files = [
      ".handoff/stories/\(id)-mute.md": story, "src/termui.py": "def confirm(text):\n    return text\n",
      "src/__init__.py": "from .termui import confirm as confirm\n",
    ]
    try bench.repository.commit("Code and a plan", files: files)
    try bench.repository.git("switch", "--quiet", "--force-create", "work")
    func verdict(_ file: String, _ text: String) throws -> Verdict? {
      try bench.repository.commit("Work\n\nStory: \(id)", files: [file: text])
      return try bench.verify().stories.first?.verdict
    }
    #expect(try verdict("src/__init__.py", "from .termui import confirm as confirm  # public\n") == .unmet)
    #expect(try verdict("src/__init__.py", "from .termui import confirm\n") == .unmet)
    #expect(try verdict("src/termui.py", "def confirm(text):\n    return not text\n") == .met)
  }

  @Test("without ctags, what it would have to read is unproven")
  func noCtags() throws {
    let bench = try Bench(criteria: Bench.criterion("- symbol: {name: mute}"))
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/a.py": "def mute():\n    pass\n"])
    let folder = bench.repository.scratch + "/bin"
    _ = try bench.repository.run("mkdir", ["-p", folder])
    _ = try bench.repository.run("sh", ["-c", "ln -s \"$(command -v git)\" '\(folder)/git'"])
    let path = bench.repository.environment["PATH"]
    bench.repository.environment["PATH"] = folder
    let report = try #require(try bench.verify().stories.first)
    bench.repository.environment["PATH"] = path
    #expect(report.verdict == .unproven)
    let check = Condition.Check.symbol(name: "mute", in: Glob("**"), .present)
    let fact = ConditionFact.unreadableSymbols(["src/a.py"], count: 1)
    #expect(report.criteria.first?.evidence == [Evidence(.missing, .condition(check, fact))])
  }

  @Test("what an earlier push of the story made is the story's own")
  func pushedInParts() throws {
    let bench = try Bench(criteria: Bench.criterion("- exists: src/mute.sh"))
    try bench.repository.git("switch", "--quiet", "main")
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: ["src/mute.sh": "1"])
    try bench.repository.git("switch", "--quiet", "--force-create", "work")
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["src/mute.sh": "2"])
    #expect(try bench.verify().stories.map(\.verdict) == [.met])
  }
}
