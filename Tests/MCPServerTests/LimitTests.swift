import Foundation
import JSONText
import TestKit
import Testing
import Views

@Suite("What tools take and give") struct LimitTests {
  private static let long = String(repeating: "word ", count: 16_800)
  private static let story = ".handoff/stories/st-9c4t8wq2-mute-comment-mails.md"

  @Test(
    "a result keeps within 8,000 tokens, whatever is asked",
    arguments: [
      ("question_ask", #""item":"st-9c4","text":"LONG""#), ("question_ask", #""item":"LONG","text":"Why?""#),
      ("question_ask", #""item":"st-9c4","text":"Why?","to":"LONG""#), ("item_read", #""id":"LONG""#),
      ("code_why", #""target":"LONG""#), ("code_why", #""target":"src/LONG""#), ("story_context", #""id":"LONG""#),
      ("story_verify", #""id":"LONG""#), ("story_verify", #""id":"st-9c4","results":["LONG"]"#),
      ("work_record", #""id":"st-9c4","commit":"LONG""#), ("plan_propose", #""sources":["LONG"],"plan":{}"#),
      ("plan_propose", #""sources":["so-7h3"],"plan":{"intents":[{"LONG":1,"title":"LONG"}]}"#),
      ("story_list", #""query":"LONG""#), ("story_list", #""LONG":1"#),
    ])
  func bounded(_ tool: String, _ arguments: String) throws {
    let desk = try Desk()
    let answer = try desk.tool(tool, arguments.replacingOccurrences(of: "LONG", with: Self.long))
    #expect(answer.isError || tool == "story_list", "\(answer.said.prefix(300))")
    #expect(TokenEstimate.tokens(in: answer.said) <= 8000)
    #expect(try desk.repository.git("status", "--porcelain") == "")
  }

  @Test("a question that is too long is refused with its bound, and one below it is taken")
  func question() throws {
    let desk = try Desk()
    let refused = try desk.tool("question_ask", #""item":"st-9c4","text":"\#(String(repeating: "a", count: 1001))""#)
    #expect(refused.said.contains("has 1001 characters, and may have 1000"), "\(refused.said)")
    let taken = try desk.tool("question_ask", #""item":"st-9c4","text":"\#(String(repeating: "a", count: 1000))""#)
    #expect(!taken.isError, "\(taken.said.prefix(300))")
  }

  @Test(
    "characters that nobody sees are refused, and named",
    arguments: [(#"\u0000"#, "U+0000"), (#"\u202e"#, "U+202E"), (#"\u2066"#, "U+2066"), (#"\udb40\udc41"#, "U+E0041")])
  func hidden(_ escape: String, _ name: String) throws {
    let desk = try Desk()
    let answer = try desk.tool("question_ask", #""item":"st-9c4","text":"Is \#(escape) seen?""#)
    #expect(answer.isError && answer.said.contains("the question has a character that is not seen: \(name)"))
    #expect(try desk.repository.git("status", "--porcelain") == "")
    let flag = #"For \ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f too?"#
    let taken = try desk.tool("question_ask", #""item":"st-9c4","text":"\#(flag)""#)
    #expect(!taken.isError, "\(taken.said)")
  }

  @Test("an integer may be written with a point; what is none is refused")
  func integers() throws {
    #expect(try !Desk().tool("story_context", #""id":"st-9c4","budget_tokens":700.0"#).isError)
    #expect(try !Desk().tool("story_list", #""limit":1e1"#).isError)
    #expect(try Desk().tool("story_context", #""id":"st-9c4","budget_tokens":700.5"#).isError)
    #expect(try Desk().tool("story_context", #""id":"st-9c4","budget_tokens":1e99"#).isError)
  }

  @Test("a path is read from where one stands, and is no range")
  func paths() throws {
    let desk = try Desk()
    let plain = try desk.tool("code_why", #""target":"src/mailer.sh""#).said
    let name = desk.repository.path.split(separator: "/").last ?? ""
    #expect(try desk.tool("code_why", #""target":"src/../src/mailer.sh""#).said == plain)
    #expect(try desk.tool("code_why", #""target":"../\#(name)/src/mailer.sh""#).said == plain)
    desk.directory += "/src"
    #expect(try desk.tool("code_why", #""target":"../src/mailer.sh""#).said == plain)
    let outside = try desk.tool("code_why", #""target":"../../../etc/passwd""#)
    #expect(outside.isError && outside.said.contains("is not inside of the work tree"), "\(outside.said)")
  }

  @Test("a criterion or question is read by the names that are printed; one that is not there is named")
  func places() throws {
    let desk = try Desk()
    #expect(try desk.tool("item_read", #""id":"st-9c4/ac1""#).said.contains("AC1"))
    let missing = try desk.tool("item_read", #""id":"st-9c4t8wq2/AC99""#)
    #expect(missing.isError && missing.said.contains("has no criterion AC99"), "\(missing.said)")
    let question = try desk.tool("item_read", #""id":"in-7tz3kd9w#Q99""#)
    #expect(question.isError && question.said.contains("has no question Q99"), "\(question.said)")
  }

  @Test("a verdict is on the story that was asked for, and names others that its commits work on")
  func oneStory() throws {
    let desk = try Desk()
    let text = try desk.repository.read(Self.story).replacingOccurrences(of: "st-9c4t8wq2", with: "st-zzzz2222")
    let other = ".handoff/stories/st-zzzz2222-other.md"
    try desk.repository.commit("Another story", files: [other: text])
    try desk.repository.commit("Work\n\nStory: st-9c4t8wq2\nStory: st-zzzz2222", files: ["src/notify.sh": "true\n"])
    let said = try desk.tool("story_verify", #""id":"st-9c4t8wq2""#).said
    let parts = said.components(separatedBy: "~~~~")
    #expect(parts[0].contains("story_verify st-zzzz2222"), "\(said)")
    #expect(parts[1].contains("1 story\n") && !parts[1].contains("st-zzzz2222"), "\(said)")
  }

  @Test("all that is wrong with a proposal is said at once")
  func proposal() throws {
    let quote = #"{"cite":"so-7h3q2dkm#L999","quote":"no no no"}"#
    let plan = #"{"intents":[{"title":"Mute","status":"ready","problem":[\#(quote)]}]}"#
    let said = try Desk().tool("plan_propose", #""sources":["so-7h3"],"plan":\#(plan)"#).said
    #expect(said.contains("/intents/0/status") && said.contains("so-7h3q2dkm#L999 is not there"), "\(said)")
    #expect(!said.contains("--apply"))
  }

  @Test("what is no JSON is told in words")
  func words() throws {
    let message = try Desk().answer("{bad").node["error"]?["message"]?.string ?? ""
    #expect(message == "This is no JSON: a character that cannot stand there, at column 2")
  }
}
