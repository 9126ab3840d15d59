import PlanModel
import Testing
import Views
import Workflow

@Suite("What an agent is told first") struct PrimeViewTests {
  @Test(
    "costs at most 400 tokens, whatever titles and criteria hold", arguments: ["A title ", "見出し語", "🙂", "x1y2z3", "ﷺ"])
  func size(_ words: String) throws {
    let title = String(repeating: words, count: 300)
    var story = Story(id: try #require(ID<Story>("st-9c4t8wq2")), title: title, file: "x.md")
    story.criteria = (1...300).compactMap { number in
      CriterionID("AC\(number)").map { Criterion(id: $0, title: title, line: 1) }
    }
    #expect(story.criteria.count == 300)
    var outcome = PrimeOutcome()
    outcome.story = story
    outcome.verdicts = story.criteria.map { ($0.id, .unproven) }
    let text = PrimeView.text(outcome)
    #expect(TokenEstimate.tokens(in: text) <= 400)
    #expect(text.contains("st-9c4t8wq2") && text.contains("Not shown to be done"))
    #expect(PrimeView.stopHook(outcome) != nil)
    var waiting = outcome
    waiting.awaitedSignOffs = [(CriterionID(1), "product")]
    #expect(PrimeView.stopHook(waiting) == nil)
    outcome.verdicts = []
    #expect(PrimeView.stopHook(outcome) == nil)
  }
}
