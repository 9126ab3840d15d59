/// The why: the problem, the outcome wanted, goals, constraints, what is out of scope, rationale, open questions.
package struct Intent: PlanItem {
  package static var kind: ItemKind { .intent }

  package var id: ID<Intent>
  package var title: String
  package var file: String
  package var status: IntentStatus
  package var priority: String?
  package var sections: [Section]
  package var questions: [Question]
  package var quotations: [Quotation]
  package var mentions: [Mention]
  /// The prose of its constraints and goals, which its stories may not contradict.
  package var passages: [Passage] = []
  /// How much it takes, in whatever its people count; above 0.
  package var effort: Double?
  /// Where it comes from, when another tool had it: `openspec:changes/add-login`.
  package var origin: String?

  package init(
    id: ID<Intent>, title: String, file: String, status: IntentStatus = .draft, priority: String? = nil,
    sections: [Section] = [], questions: [Question] = [], quotations: [Quotation] = [], mentions: [Mention] = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.status = status
    self.priority = priority
    self.sections = sections
    self.questions = questions
    self.quotations = quotations
    self.mentions = mentions
  }
}

/// Where an intent stands.
package enum IntentStatus: String, CaseIterable, Sendable {
  case draft, active, achieved, dropped
}
