/// One deliverable change for somebody, with acceptance criteria and code context.
package struct Story: PlanItem {
  package static var kind: ItemKind { .story }

  package var id: ID<Story>
  package var title: String
  package var file: String
  /// The line of its `title`.
  package var titleLine: Int
  package var intent: ID<Intent>?
  package var epic: ID<Epic>?
  package var status: StoryStatus
  package var owner: String?
  package var dependsOn: [ID<Story>]
  package var anchors: [Anchor]
  /// What stands before the first heading, without its quotations.
  package var narrative: String
  package var criteria: [Criterion]
  package var sections: [Section]
  package var questions: [Question]
  package var quotations: [Quotation]
  package var mentions: [Mention]
  /// The prose that rules of wording judge.
  package var passages: [Passage] = []
  package var waivers: [Waiver] = []
  /// How much it takes, in whatever its people count; above 0.
  package var effort: Double?
  /// Where it comes from, when another tool had it: `backlog:task-12`.
  package var origin: String?

  package init(
    id: ID<Story>, title: String, file: String, titleLine: Int = 1, intent: ID<Intent>? = nil, epic: ID<Epic>? = nil,
    status: StoryStatus = .draft, owner: String? = nil, dependsOn: [ID<Story>] = [], anchors: [Anchor] = [],
    narrative: String = "", criteria: [Criterion] = [], sections: [Section] = [], questions: [Question] = [],
    quotations: [Quotation] = [], mentions: [Mention] = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.titleLine = titleLine
    self.intent = intent
    self.epic = epic
    self.status = status
    self.owner = owner
    self.dependsOn = dependsOn
    self.anchors = anchors
    self.narrative = narrative
    self.criteria = criteria
    self.sections = sections
    self.questions = questions
    self.quotations = quotations
    self.mentions = mentions
  }

  package func criterion(_ id: CriterionID) -> Criterion? { criteria.first { $0.id == id } }
}

/// Where a story stands.
package enum StoryStatus: String, CaseIterable, Sendable {
  case draft, ready, active, shipped, dropped

  /// Whether commits may be made for a story in this state: a draft is not agreed yet, the others are over.
  package var acceptsWork: Bool { self == .ready || self == .active }
}
