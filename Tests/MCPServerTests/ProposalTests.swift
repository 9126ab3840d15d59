import JSONText
import TestKit
import Testing

@Suite("Plans that an agent proposes") struct ProposalTests {
  private func propose(_ desk: Desk, quote: String, apply: Bool) throws -> Sent {
    let quotes = #"[{"cite":"so-7h3q2dkm#L6","quote":"\#(quote)"}]"#
    let story =
      #"{"title":"Say where mails end","quotes":\#(quotes),"criteria":[{"title":"Seen","quotes":\#(quotes)}]}"#
    let plan = #"{"intents":[{"known":"in-4b8x2mvq","stories":[\#(story)]}]}"#
    return try desk.tool("plan_propose", #""sources":["so-7h3"],"plan":\#(plan),"apply":\#(apply)"#)
  }

  @Test("are refused with the place of each problem, and written as drafts once they hold")
  func proposing() throws {
    let desk = try Desk()
    let refused = try propose(desk, quote: "I have tried it thrice", apply: true)
    #expect(
      refused.isError && refused.said.contains("/intents/0/stories/0/criteria/0/quotes/0: these words are not in"))
    #expect(try propose(desk, quote: "I've tried three times", apply: false).said.hasPrefix("It holds"))
    #expect(try desk.repository.git("status", "--porcelain") == "")
    #expect(try propose(desk, quote: "I've tried three times", apply: true).said.hasPrefix("Written as drafts"))
    #expect(try desk.tool("story_list", #""status":"draft""#).said.contains("Say where mails end"))
    #expect(try propose(desk, quote: "I've tried three times", apply: true).said.contains("there already"))
  }
}
