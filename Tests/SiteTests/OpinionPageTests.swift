import FileSystem
import TestKit
import Testing
import Workflow

@testable import Site

@Suite("What an engine thought, on a page") struct OpinionPageTests {
  private static let line = "echo <b>You get no mails now</b>"

  /// A story with work and a question, and the opinion of an engine on it in the notes.
  private func bench(saying view: String) throws -> SiteBench {
    let bench = try SiteBench()
    let path = ".handoff/stories/st-9c4t8wq2-a.md"
    let story = try bench.repository.read(path).replacing("- sign-off: support", with: "- judge: Is it plain?")
    try bench.repository.commit("Ask", files: [path: story])
    try bench.repository.commit("Mute\n\nStory: st-9c4t8wq2", files: ["src/mute.sh": Self.line + "\n"])
    let reply = """
      {"schema": "handoff-engine/1", "opinions": [{"question": "AC1.1", "opinion": "\(view)", "because": "The message is short",
      "quotes": [{"path": "src/mute.sh", "quote": "\(Self.line)"}]}]}
      """
    let file = bench.repository.scratch + "/reply.json"
    try FileSystem.writeQuickly(Array(reply.utf8), to: file)
    var options = VerifyOptions()
    options.revision = "st-9c4t8wq2"
    options.record = true
    options.opinions = OpinionOptions(CommandEngine("cat >/dev/null; cat '\(file)'")) { _ in Array("{}".utf8) }
    let outcome = try bench.workspace().verify(options)
    try #require(outcome.unadvised.isEmpty, "\(outcome.unadvised)")
    return bench
  }

  @Test(
    "a recorded opinion stands under its question, called an opinion, and the criterion stays unproven",
    arguments: [("holds", "this holds"), ("fails", "this does not hold"), ("unclear", "this cannot be told")])
  func shown(view: String, words: String) throws {
    let html = try #require(try bench(saying: view).site().html(at: "stories/st-9c4t8wq2.html"))
    let opinions = html.split(separator: "<div class=\"opinion\">").dropFirst()
    #expect(opinions.count == 1)
    let opinion = try #require(opinions.first)
    let head = "<p><strong>Opinion of an engine, no proof:</strong> it thought that \(words), and said:"
    #expect(opinion.hasPrefix(head))
    #expect(opinion.contains("“The message is short”"))
    #expect(opinion.contains("<code>src/mute.sh:1</code> <code>+ echo &lt;b&gt;You get no mails now&lt;/b&gt;</code>"))
    #expect(html.contains("<article class=\"criterion s-unproven\" id=\"AC1\""))
  }

  @Test("an opinion on what the code was before is on no page")
  func outdated() throws {
    let bench = try bench(saying: "holds")
    try bench.repository.commit("More\n\nStory: st-9c4t8wq2", files: ["src/mute.sh": "echo other words\n"])
    let html = try #require(try bench.site().html(at: "stories/st-9c4t8wq2.html"))
    #expect(!html.contains("class=\"opinion\""))
  }
}
