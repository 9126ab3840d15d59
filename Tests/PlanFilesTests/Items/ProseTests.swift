import PlanFiles
import PlanModel
import Testing

@Suite("Quotations and mentions in prose")
struct ProseTests {
  /// Line 5 is the first of the body.
  private func story(_ body: String) throws -> Story { try #require(Sample.read(body: body).item) }

  private func quotations(_ body: String) throws -> [String] {
    try story(body).quotations.map { "\($0.line) \($0.text) \($0.citation)" }
  }

  private func mentions(_ body: String) throws -> [String] {
    try story(body).mentions.map { mention in
      switch mention.target {
      case .item(let id): "\(mention.line):\(mention.column) \(id)"
      case .statements(let citation): "\(mention.line):\(mention.column) \(citation)"
      case .malformed(let source, let lines): "\(mention.line):\(mention.column) \(source)#\(lines)?"
      }
    }
  }

  @Test(
    "a quotation is its words and what they are cited from",
    arguments: [
      ("> I tried.\n> — so-7h3q2dkm#L1\n", ["5 I tried. so-7h3q2dkm#L1"]),
      ("> I tried\n> three   times.\n>\n> — Ana, so-7h3q2dkm#L1-L2\n", ["5 I tried three times. so-7h3q2dkm#L1-L2"]),
      (
        "> One.\n> - so-7h3q2dkm#L1\n>\n> Two.\n> – (so-7h3q2dkm#L2).\n",
        ["5 One. so-7h3q2dkm#L1", "8 Two. so-7h3q2dkm#L2"]
      ),
      ("> A […] b.\n> — so-7h3q2dkm#L1\n", ["5 A […] b. so-7h3q2dkm#L1"]),
      ("- item\n  > Inner.\n  > — so-7h3q2dkm#L1\n", ["6 Inner. so-7h3q2dkm#L1"]),
      ("> > Deep.\n> > — so-7h3q2dkm#L1\n", ["5 Deep. so-7h3q2dkm#L1"]),
      (">No blank.\n>— so-7h3q2dkm#L1", ["5 No blank. so-7h3q2dkm#L1"]),
      ("> Lazy\ngoes on.\n> — so-7h3q2dkm#L1\n", ["5 Lazy goes on. so-7h3q2dkm#L1"]),
      ("> I tried. — so-7h3q2dkm#L1\n", ["5 I tried. so-7h3q2dkm#L1"]),
      ("> I tried (twice) (so-7h3q2dkm#L1)\n", ["5 I tried (twice) so-7h3q2dkm#L1"]),
      ("> I tried.\n\n— so-7h3q2dkm#L1\n", ["5 I tried. so-7h3q2dkm#L1"]),
      ("> I tried.\n\n— Ana, so-7h3q2dkm#L1\n", ["5 I tried. so-7h3q2dkm#L1"]),
      ("> I tried.\n\nSee so-7h3q2dkm#L1.\n", []), ("> I tried (see so-7h3q2dkm#L1)\n", []),
      ("> One - two\n> three – Ana, so-7h3q2dkm#L2\n", ["5 One - two three so-7h3q2dkm#L2"]),
      ("> — so-7h3q2dkm#L1\n", ["5  so-7h3q2dkm#L1"]), ("> Nobody.\n", []), ("> x so-7h3q2dkm#L1\n", []),
      ("    > code\n    > — so-7h3q2dkm#L1\n", []), ("```\n> code\n> — so-7h3q2dkm#L1\n```\n", []),
      ("> x\n> — so-7h3q2dkm#L0\n", []), ("> x\n> — so-7h3q2dkm#L3-L2\n", []),
      ("> dash - in words\n> - a list item\n> — so-7h3q2dkm#L1", ["5 dash - in words - a list item so-7h3q2dkm#L1"]),
    ])
  func quotation(body: String, expected: [String]) throws {
    #expect(try quotations(body) == expected)
  }

  @Test(
    "ids and citations in prose are mentions with line and column",
    arguments: [
      ("See st-3hm7d0ke.\n", ["5:5 st-3hm7d0ke"]), ("é st-3hm7d0ke\n", ["5:4 st-3hm7d0ke"]),
      ("(so-7h3q2dkm#L12)", ["5:2 so-7h3q2dkm#L12"]),
      ("so-7h3q2dkm#L1-L3, so-7h3q2dkm#L9.", ["5:1 so-7h3q2dkm#L1-L3", "5:20 so-7h3q2dkm#L9"]),
      ("so-7h3q2dkm#L12- and", ["5:1 so-7h3q2dkm#L12-?"]), ("so-7h3q2dkm#L12–L14", ["5:1 so-7h3q2dkm#L12–L14?"]),
      ("so-7h3q2dkm#Lx", ["5:1 so-7h3q2dkm#Lx?"]), ("st-3hm7d0ke#L1", ["5:1 st-3hm7d0ke"]),
      ("`st-3hm7d0ke`, [st-0kz9b4ya](x)", ["5:2 st-3hm7d0ke", "5:17 st-0kz9b4ya"]),
      ("st-3hm7d0ke/AC2", ["5:1 st-3hm7d0ke"]),
      ("| st-3hm7d0ke |\n|---|\n| de-5t0w9xhv |\n", ["5:3 st-3hm7d0ke", "7:3 de-5t0w9xhv"]),
    ])
  func mention(body: String, expected: [String]) throws {
    #expect(try mentions(body) == expected)
  }

  @Test(
    "what only looks like an id is no mention",
    arguments: [
      "in-progress", "in-progresses", "xst-3hm7d0ke", "st-3hm7d0kex", "st-3hm7d0k", "ST-3HM7D0KE",
      "st-3hm7d0ke-mute.md",
      "first-3hm7d0ke", "a_st-3hm7d0ke", "-st-3hm7d0ke", "src/st-3hm7d0ke/a.c", "src/st-3hm7d0ke", "st-3hm7d0ke.md",
      "st-3hm7d0ke/README", "http://x.example/browse/st-3hm7d0ke", "```\nst-3hm7d0ke\n```", "    st-3hm7d0ke\n",
      "- x\n\n  ```\n  st-3hm7d0ke\n  ```", "ist-3hm7d0ke", "ést-3hm7d0ke", "st-3hm7d0keé", "st-3hm7d0ki",
      "st—3hm7d0ke",
    ])
  func noMention(body: String) throws {
    #expect(try mentions(body) == [])
  }

  @Test("every line of code is passed over, and none behind it")
  func codeLines() throws {
    let body = "st-3hm7d0ke\n```\nst-0kz9b4ya\n```\nst-3hm7d0ke\n\n    st-0kz9b4ya\n\nst-3hm7d0ke\n~~~\nst-0kz9b4ya\n"
    #expect(try mentions(body) == ["5:1 st-3hm7d0ke", "9:1 st-3hm7d0ke", "13:1 st-3hm7d0ke"])
  }

  @Test("questions are read with their state and whom they are put to")
  func questions() throws {
    let body = """
      ## Open questions

      - [ ] Q1: Do digests
        count? @product
      - [x] Q2: Per device? See de-5t0w9xhv.
      * [X] Q3: mail a@b.example @
      - Q4: no box
      - [ ] no number
      - [ ] Q05: leading zero
      """
    let questions = try story(body).questions
    #expect(questions.map(\.id.number) == [1, 2, 3])
    #expect(
      questions.map(\.text) == ["Do digests count? @product", "Per device? See de-5t0w9xhv.", "mail a@b.example @"])
    #expect(questions.map(\.isAnswered) == [false, true, true])
    #expect(questions.map(\.asks) == ["product", nil, nil])
    #expect(questions.map(\.line) == [7, 9, 10])
  }

  @Test("a mark says whether a question blocks, and one that means nothing is reported")
  func marks() throws {
    let body = """
      ## Open questions

      - [ ] Q1 (blocking): a? @product.
      - [ ] Q2(Blocking ) : b? (see @dana)
      - [ ] Q3 (urgent): c? de-5t0w9xhv
      - [ ] Which: a or b?
      - [x] Which: c or d? d.
      """
    let reading = Sample.read(body: body)
    let questions = try #require(reading.item).questions
    #expect(questions.map(\.isBlocking) == [true, true, false])
    #expect(questions.map(\.asks) == ["product", "dana", nil])
    #expect(questions.map { $0.decisions.map(\.description) } == [[], [], ["de-5t0w9xhv"]])
    let problems: [Problem] = [
      .story(.unknownQuestionMark(QuestionID(3), mark: "urgent")), .story(.unnumberedQuestion("Which: a or b?")),
    ]
    #expect(reading.findings.map(\.problem) == problems)
    #expect(reading.findings.map(\.severity) == [.warning, .advice])
  }

  @Test(
    "what begins with a number and is no question for want of a box or colon is reported as that",
    arguments: ["- [ ] Q5 blocking: which?", "- [ ] Q5 which?", "- Q5: which?"])
  func unread(line: String) throws {
    let reading = Sample.read(body: "## Open questions\n\n\(line)\n")
    #expect(try #require(reading.item).questions.isEmpty)
    #expect(reading.findings.map(\.problem) == [.story(.unreadQuestion(QuestionID(5)))])
    #expect(reading.findings.map(\.severity) == [.warning])
  }

  @Test(
    "what was meant for a question is told wherever it stands",
    arguments: [
      ("## Open questions\n\n- [] Q7 (blocking): Why?", true), ("## Open questions\n\n1. [ ] Q7: Why?", true),
      ("## Open questions\n\n-[ ] Q7: Why?", true), ("## Open questions\n\n- [x ] Q7: Why?", true),
      ("## Open questions\n\n    - [ ] Q7: Why?", true), ("## Constraints\n\n- [ ] Q7 (blocking): Why?", true),
      ("## Constraints\n\n### Open questions\n\n- Q7: Why?", true), ("# Questions\n\n- [ ] Q7: Why?", true),
      ("## Notes\n\n- Q7: the launch", false), ("## Notes\n\nQ7 was a long quarter.", false),
      ("## Open questions\n\n- [ ] Q7: Why?\n\n## Notes\n\n- [x] Q7: asked again", false),
      ("## Notes\n\n```\n- [ ] Q7: Why?\n```", false),
    ])
  func strayQuestions(text: String, isTold: Bool) {
    let reading = Sample.read(body: text + "\n")
    let told = reading.findings.filter { $0.problem == .story(.unreadQuestion(QuestionID(7))) }
    #expect(told.count == (isTold ? 1 : 0), "\(reading.findings)")
  }

  @Test("the narrative is what stands before the first heading, without its quotations")
  func narrative() throws {
    let story = try story("\nAs an owner, I want\nto mute.\n\n> I tried.\n> — so-7h3q2dkm#L1\n\n## Notes\n\nMore.\n")
    #expect(story.narrative == "As an owner, I want\nto mute.")
    #expect(story.sections == [Section(title: "Notes", text: "More.", line: 12)])
  }
}
