import Foundation
import JSONText
import MCPServer
import TestKit
import Testing
import Views

@Suite("Tools") struct ToolTests {
  @Test("the list of tools stays as short as it is by the program's own estimate, and says what each does")
  func size() throws {
    let answer = try Desk().request("tools/list")
    let tools = try #require(answer.result?["tools"])
    let text = String(decoding: tools.bytes, as: UTF8.self)
    // The bar is 1,500 by a real tokenizer, which is not at hand here: cl100k_base said 1,009 when this estimate said 1,841.
    #expect(TokenEstimate.tokens(in: text) < 1950)
    for tool in tools.elements {
      #expect(tool["description"]?.string?.utf8.count ?? 0 > 20)
      #expect(tool["inputSchema"]?["type"]?.string == "object")
      #expect(tool["outputSchema"] == nil)
    }
  }

  @Test("with --read-only, tools that write are not there")
  func readOnly() throws {
    let desk = try Desk()
    desk.options.isReadOnly = true
    let tools = try desk.request("tools/list").result?["tools"]?.elements.compactMap { $0["name"]?.string } ?? []
    #expect(tools == ["story_context", "story_list", "item_read", "code_why", "story_verify"])
    #expect(try desk.tool("plan_propose", #""sources":["so-7h3"],"plan":{}"#).code == -32602)
    #expect(try desk.tool("question_ask", #""item":"st-9c4","text":"Why?""#).code == -32602)
    #expect(try desk.repository.git("status", "--porcelain") == "")
  }

  @Test("a story is told within the budget, whatever it is", arguments: [500, 700, 1000, 2000, 8000])
  func budget(_ budget: Int) throws {
    let answer = try Desk().tool("story_context", #""id":"st-9c4","budget_tokens":\#(budget)"#)
    #expect(!answer.isError)
    #expect(TokenEstimate.tokens(in: answer.said) <= budget)
    #expect(answer.said.contains("Story: st-9c4t8wq2"))
    #expect(answer.said.hasSuffix("~~~~\n") || answer.said.contains("Left out"))
  }

  @Test("where there is no story, what was said is named, and what can be done with it")
  func nothingYet() throws {
    let desk = try Desk()
    try desk.repository.git("rm", "-r", "--quiet", ".handoff/stories", ".handoff/decisions")
    let said = try desk.tool("story_list").said
    #expect(said.hasPrefix("no stories, 0 shown\n"), "\(said)")
    #expect(said.contains("item_read so-") && said.contains("so-7h3q2dkm"), "\(said)")
    #expect(said.contains("plan_propose"))
    let none = try Desk().tool("story_list", #""query":"nothing has this title""#).said
    #expect(none.contains("other stories: story_list without"), "\(none)")
  }

  @Test("a story that nobody committed is no story without evidence")
  func notCommitted() throws {
    let desk = try Desk()
    let text = try desk.repository.read(".handoff/stories/st-9c4t8wq2-mute-comment-mails.md")
    try desk.repository.write(
      ".handoff/stories/st-zzzz2222-new.md", text.replacingOccurrences(of: "id: st-9c4t8wq2", with: "id: st-zzzz2222"))
    let said = try desk.tool("story_verify", #""id":"st-zzzz2222""#).said
    #expect(said.hasPrefix("NOT done: st-zzzz2222 is not in") && said.contains("Commit its file"), "\(said)")
  }

  @Test("code is found with either mark before its name")
  func codeNames() throws {
    let desk = try Desk()
    let said = try desk.tool("code_why", #""target":"src/mailer.sh#send_mail""#)
    let usual = try desk.tool("code_why", #""target":"src/mailer.sh::send_mail""#)
    #expect(!said.isError && said.said == usual.said)
  }

  @Test("changes that are not committed keep the commit from being linked")
  func dirtyReport() throws {
    let desk = try Desk()
    try desk.repository.write("src/notify.sh", "notify_comment() {\n  true\n}\n")
    try desk.repository.write("r.tap", "1..1\nok 1 - a muted account\n")
    let answer = try desk.tool("work_record", #""id":"st-9c4t8wq2","results":["r.tap"]"#)
    #expect(answer.isError && answer.said.contains("src/notify.sh"))
    #expect(try desk.repository.git("for-each-ref", "refs/notes") == "")
  }

  @Test("a place is found by its lines, as bundles print them")
  func codeLines() throws {
    let desk = try Desk()
    let said = try desk.tool("code_why", #""target":"src/mailer.sh:1-3""#)
    #expect(!said.isError && said.said.contains("send_mail"))
  }

  @Test("a report that is not there keeps the commit from being linked")
  func missingReport() throws {
    let desk = try Desk()
    let answer = try desk.tool("work_record", #""id":"st-9c4t8wq2","results":["nope.xml"]"#)
    #expect(answer.isError && answer.said.contains("nope.xml"))
    #expect(try desk.repository.git("for-each-ref", "refs/notes") == "")
  }

  @Test("what one server keeps of the past is told anew when there is more of it")
  func memory() throws {
    let desk = try Desk()
    let verify = Wire.stateless("tools/call", #""name":"story_verify","arguments":{"id":"st-9c4t8wq2"}"#)
    let files = ["src/notify.sh": "notify_comment() {\n  muted || send_mail\n}\n"]
    let sent = try desk.play([
      .line(verify), .line(verify), .act { try desk.repository.commit("Mute\n\nStory: st-9c4t8wq2", files: files) },
      .line(verify),
    ])
    #expect(sent.count == 3 && sent[0].said == sent[1].said)
    #expect(sent[0].said.contains("no commit of this story"), "\(sent[0].said)")
    let afresh = try desk.tool("story_verify", #""id":"st-9c4t8wq2""#)
    #expect(sent[2].said == afresh.said)
    #expect(!sent[2].said.contains("no commit of this story"))
  }

  @Test("the same question gets the same bytes")
  func determinism() throws {
    let desk = try Desk()
    let first = try desk.tool("story_context", #""id":"st-9c4""#)
    #expect(try desk.tool("story_context", #""id":"st-9c4""#).text == first.text)
  }

  @Test("the story of the branch and the next one to begin with have names of their own")
  func names() throws {
    let desk = try Desk()
    #expect(try desk.tool("story_context", #""id":"next""#).said.contains("Story st-9c4t8wq2 (ready)"))
    #expect(try desk.tool("story_context").isError)
    try desk.repository.git("switch", "--quiet", "--create", "st-8vq5r2xn-digest")
    #expect(try desk.tool("story_context").said.hasPrefix("Story st-8vq5r2xn (active)"))
  }

  @Test("stories are found by what they are, page by page")
  func list() throws {
    let desk = try Desk()
    let ready = try desk.tool("story_list", #""ready":true"#).said
    #expect(ready.contains("1 story, 1 shown") && ready.contains("st-9c4t8wq2  ready, may begin"))
    #expect(try desk.tool("story_list", #""touches":"src/settings.sh""#).said.contains("st-9c4t8wq2"))
    #expect(try desk.tool("story_list", #""query":"MORNING mail""#).said.contains("st-8vq5r2xn"))
    #expect(try desk.tool("story_list", #""status":"shipped""#).said.contains("1 story"))
    let first = try desk.tool("story_list", #""limit":3"#).said
    #expect(first.hasPrefix("5 stories, 3 shown; the next ones: cursor \"from-3\""))
    let second = try desk.tool("story_list", #""limit":3,"cursor":"from-3""#).said
    #expect(second.hasPrefix("5 stories, 2 shown\n"))
    #expect(try desk.tool("story_list", #""cursor":"from-77""#).isError)
  }

  @Test("arguments that make no sense are said in words that lead on")
  func arguments() throws {
    let desk = try Desk()
    let unknown = try desk.tool("story_list", #""foo":1"#)
    #expect(unknown.isError && unknown.said.contains("there is no argument 'foo'") && unknown.said.contains("touches"))
    #expect(try desk.tool("item_read").said.contains("'id' is missing"))
    #expect(try desk.tool("story_context", #""budget_tokens":10"#).said.contains("from 500 to 20000"))
    #expect(try desk.tool("story_list", #""status":"done""#).said.contains("one of draft"))
    #expect(try desk.tool("story_verify", #""results":[1]"#).said.contains("an array of strings"))
  }

  @Test("a failure says what to do next, and the next call is answered")
  func failures() throws {
    let desk = try Desk()
    let unknown = try desk.tool("story_context", #""id":"st-9c4t8wq3""#)
    #expect(unknown.isError && unknown.said.contains("st-9c4t8wq2"))
    desk.directory = desk.repository.scratch
    let outside = try desk.tool("story_list")
    #expect(outside.isError && outside.said.contains("repository"))
    #expect(try desk.request("resources/list").code == nil)
  }

  @Test("results are read from the work tree alone")
  func results() throws {
    let desk = try Desk()
    for path in ["/etc/passwd", "../results.xml", "a/../../x", ""] {
      let answer = try desk.tool("story_verify", #""id":"st-9c4","results":["\#(path)"]"#)
      #expect(answer.isError && answer.said.contains("inside of the work tree"), "\(path)")
    }
    try FileManager.default.createSymbolicLink(atPath: desk.repository.path + "/build", withDestinationPath: "/etc")
    let linked = try desk.tool("story_verify", #""id":"st-9c4","results":["build/passwd"]"#)
    #expect(linked.isError && linked.said.contains("inside of the work tree"))
  }

  @Test("a call may name another work tree of the repository, and no other repository")
  func roots() throws {
    let desk = try Desk()
    let tree = desk.repository.scratch + "/tree"
    try desk.repository.git("worktree", "add", "--quiet", "-b", "st-8vq5r2xn-digest", tree)
    let answer = try desk.tool("story_context", #""root":"\#(tree)""#)
    #expect(answer.said.hasPrefix("Story st-8vq5r2xn"))
    let other = try TemporaryRepository()
    let refused = try desk.tool("story_list", #""root":"\#(other.path)""#)
    #expect(refused.isError && refused.said.contains("should be a work tree of"))
    desk.options.root = tree
    #expect(try desk.tool("story_context").said.hasPrefix("Story st-8vq5r2xn"))
  }

  @Test("there is no tool by which to sign off, waive, or set anything")
  func powers() throws {
    let names = try Desk().request("tools/list").result?["tools"]?.elements.compactMap { $0["name"]?.string } ?? []
    for word in ["accept", "reject", "waive", "set", "edit", "trust", "answer", "init", "run"] {
      #expect(!names.contains { $0.contains(word) }, "\(word)")
    }
  }
}
