import Git
import Grounding
import TestKit
import Testing
import Workflow

@Suite("What a server keeps of the code near stories") struct CodeMemoryTests {
  private static let code = "code:\n  - path: src/store.py\n"

  private func bench() throws -> Bench {
    let bench = try Bench(criteria: Bench.criterion("- exists: src/store.py"))
    let files = [
      "src/store.py": "class Store:\n    def mute(self):\n        return 1\n",
      "src/mailer.py": "from src.store import Store\n\n\ndef send():\n    return Store().mute()\n",
    ]
    try bench.repository.commit("Mute\n\nStory: \(Bench.story)", files: files)
    return bench
  }

  private func anchored(_ bench: Bench, title: String = "Mute mails") throws {
    let story = "---\nid: \(Bench.story)\ntitle: \(title)\nstatus: ready\n\(Self.code)---\n\nAs a user, I want quiet.\n"
    try bench.repository.write(Bench.storyFile, story)
  }

  @Test("the code near a story is searched once, and again for another commit, other words and other anchors")
  func once() throws {
    let bench = try bench()
    let memory = CodeMemory()
    func bundle(_ searches: Int) throws -> BundleOutcome {
      let outcome = try bench.workspace(memory).bundle(Bench.story)
      #expect(memory.searches == searches)
      return outcome
    }
    _ = try bundle(1)
    _ = try bundle(1)
    try anchored(bench)
    let first = try bundle(2)
    #expect(first.targets.map { $0.reading.place?.path } == ["src/store.py"])
    #expect(first.dependents.edges.contains { $0.path == "src/mailer.py" })
    let again = try bundle(2)
    #expect(again.dependents == first.dependents && again.tests == first.tests && again.history == first.history)
    #expect(again.patterns == first.patterns && again.targets.map(\.lines) == first.targets.map(\.lines))
    try anchored(bench, title: "Mute letters")
    _ = try bundle(3)
    try bench.repository.commit("More", files: ["src/other.py": "from src.store import Store\nStore().mute()\n"])
    let later = try bundle(4)
    #expect(later.dependents.edges.contains { $0.path == "src/other.py" })
  }

  @Test("what is kept is what a command by itself finds")
  func same() throws {
    let bench = try bench()
    try anchored(bench)
    let memory = CodeMemory()
    _ = try bench.workspace(memory).bundle(Bench.story)
    let kept = try bench.workspace(memory).bundle(Bench.story)
    let fresh = try bench.workspace().bundle(Bench.story)
    #expect(!fresh.dependents.edges.isEmpty)
    #expect(kept.dependents == fresh.dependents && kept.tests == fresh.tests && kept.patterns == fresh.patterns)
    #expect(kept.history == fresh.history && kept.areProposed == fresh.areProposed)
    #expect(memory.searches == 1)
  }
}
