import PlanModel
import Testing

@Suite("Quotations that nobody said")
struct InventedQuotationsTests {
  private func problems(_ text: String, _ citation: String = "so-7h3q2dkm#L1", of statements: [String]? = nil) throws
    -> [Problem]
  {
    try Sample.plan { plan in
      if let statements { plan.sources = [try Sample.source(statements)] }
      plan.stories[0].quotations = [try Sample.quotation(text, citation)]
    }.findings().map(\.problem)
  }

  @Test(
    "words that stand in what is cited are no finding",
    arguments: [
      ("I tried three times.", "L1"), ("tried three", "L1"), ("I  tried\n\tthree\u{a0}times.", "L1"),
      ("I […] times.", "L1"), ("I [...] times.", "L1"), ("[…] three times.", "L1"), ("I tried […]", "L1"),
      ("I […] tried […] three", "L1"), ("times. It is", "L1-L2"), ("I tried […] not there.", "L1-L2"),
      ("I tri[…]es.", "L1"),
    ])
  func verbatim(text: String, lines: String) throws {
    #expect(try problems(text, "so-7h3q2dkm#\(lines)") == [])
  }

  @Test(
    "other words, another order, other capitals and no words at all are findings",
    arguments: [
      "I tried four times.", "times […] three", "I tried times.", "i tried", "", "[…]", "[…] […]", "three times. It is",
      "I tried three times. I tried", "three […] three", "I tried three times…",
    ])
  func invented(text: String) throws {
    let citation = try #require(Citation("so-7h3q2dkm#L1"))
    #expect(try problems(text) == [.source(.inventedQuotation(citation, elsewhere: nil))])
  }

  @Test("words that another statement holds are a finding that says which")
  func elsewhere() throws {
    let cited = try #require(Citation("so-7h3q2dkm#L1"))
    let found = try #require(Citation("so-7h3q2dkm#L2"))
    #expect(try problems("not there") == [.source(.inventedQuotation(cited, elsewhere: found))])
  }

  @Test("a source or statement that is not there is another rule's finding")
  func unknown() throws {
    #expect(try problems("x", "so-00000000#L1") == [])
    #expect(try problems("x", "so-7h3q2dkm#L9") == [])
    #expect(try problems("x", of: []) == [])
  }

  @Test("the finding stands at the line of the quotation, in whatever item it is")
  func place() throws {
    let quotation = try Sample.quotation("never")
    let plan = try Sample.plan { plan in
      plan.intents[0].quotations = [quotation]
      plan.epics = [Epic(id: try Sample.id("ep-6r2n9hyc"), title: "", file: "epic", quotations: [quotation])]
      plan.decisions = [
        Decision(id: try Sample.id("de-5t0w9xhv"), title: "", file: "decision", quotations: [quotation])
      ]
    }
    let found = plan.findings()
    #expect(found.map(\.path) == [".handoff/intents/in-4b8x2mvq.md", "epic", "decision"])
    #expect(found.map(\.line) == [12, 12, 12])
  }
}
