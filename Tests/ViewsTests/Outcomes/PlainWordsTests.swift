import PlanModel
import Testing

@testable import Views

@Suite("Words that are read as they stand") struct PlainWordsTests {
  @Test("each rule is described by more than its own name", arguments: Rule.allCases)
  func rules(rule: Rule) {
    #expect(RuleWording.summary(of: rule) != rule.rawValue || rule == .andOr)
  }

  @Test("comments of templates are left out, and code is not")
  func hints() {
    #expect(TemplateHints.without("<!-- What hurts. -->").isEmpty)
    #expect(TemplateHints.without("Yes.\n\n<!--\n### AC1\n-->\n\nNo.") == "Yes.\n\n\nNo.")
    #expect(TemplateHints.without("```\n<!-- kept -->\n```") == "```\n<!-- kept -->\n```")
    #expect(TemplateHints.without("a <b> c") == "a <b> c")
  }
}
