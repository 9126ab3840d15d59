/// One deliverable change for somebody, with acceptance criteria and code context.
///
/// A plan has thousands, and every pass hands them on: a story is one reference to what it says, and what is written is
/// copied first.
package struct Story: PlanItem {
  package static var kind: ItemKind { .story }

  private var content: Boxed<Content>

  package var id: ID<Story> {
    get { content.value.id }
    set { content.value.id = newValue }
  }
  package var title: String {
    get { content.value.title }
    set { content.value.title = newValue }
  }
  package var file: String {
    get { content.value.file }
    set { content.value.file = newValue }
  }
  /// The line of its `title`.
  package var titleLine: Int {
    get { content.value.titleLine }
    set { content.value.titleLine = newValue }
  }
  package var intent: ID<Intent>? {
    get { content.value.intent }
    set { content.value.intent = newValue }
  }
  package var epic: ID<Epic>? {
    get { content.value.epic }
    set { content.value.epic = newValue }
  }
  package var status: StoryStatus {
    get { content.value.status }
    set { content.value.status = newValue }
  }
  package var owner: String? {
    get { content.value.owner }
    set { content.value.owner = newValue }
  }
  package var dependsOn: [ID<Story>] {
    get { content.value.dependsOn }
    set { content.value.dependsOn = newValue }
  }
  package var anchors: [Anchor] {
    get { content.value.anchors }
    set { content.value.anchors = newValue }
  }
  /// What stands before the first heading, without its quotations.
  package var narrative: String {
    get { content.value.narrative }
    set { content.value.narrative = newValue }
  }
  package var criteria: [Criterion] {
    get { content.value.criteria }
    set { content.value.criteria = newValue }
  }
  package var sections: [Section] {
    get { content.value.sections }
    set { content.value.sections = newValue }
  }
  package var questions: [Question] {
    get { content.value.questions }
    set { content.value.questions = newValue }
  }
  package var quotations: [Quotation] {
    get { content.value.quotations }
    set { content.value.quotations = newValue }
  }
  package var mentions: [Mention] {
    get { content.value.mentions }
    set { content.value.mentions = newValue }
  }
  /// The prose that rules of wording judge.
  package var passages: [Passage] {
    get { content.value.passages }
    set { content.value.passages = newValue }
  }
  package var waivers: [Waiver] {
    get { content.value.waivers }
    set { content.value.waivers = newValue }
  }
  /// How much it takes, in whatever its people count; above 0.
  package var effort: Double? {
    get { content.value.effort }
    set { content.value.effort = newValue }
  }
  /// Where it comes from, when another tool had it: `backlog:task-12`.
  package var origin: String? {
    get { content.value.origin }
    set { content.value.origin = newValue }
  }

  package init(
    id: ID<Story>, title: String, file: String, titleLine: Int = 1, intent: ID<Intent>? = nil, epic: ID<Epic>? = nil,
    status: StoryStatus = .draft, owner: String? = nil, dependsOn: [ID<Story>] = [], anchors: [Anchor] = [],
    narrative: String = "", criteria: [Criterion] = [], sections: [Section] = [], questions: [Question] = [],
    quotations: [Quotation] = [], mentions: [Mention] = [], passages: [Passage] = [], waivers: [Waiver] = [],
    effort: Double? = nil, origin: String? = nil
  ) {
    content = Boxed(
      Content(
        id: id, title: title, file: file, titleLine: titleLine, intent: intent, epic: epic, status: status,
        owner: owner, dependsOn: dependsOn, anchors: anchors, narrative: narrative, criteria: criteria,
        sections: sections, questions: questions, quotations: quotations, mentions: mentions, passages: passages,
        waivers: waivers, effort: effort, origin: origin))
  }

  package func criterion(_ id: CriterionID) -> Criterion? { criteria.first { $0.id == id } }

  private struct Content: Sendable {
    var id: ID<Story>
    var title: String
    var file: String
    var titleLine: Int
    var intent: ID<Intent>?
    var epic: ID<Epic>?
    var status: StoryStatus
    var owner: String?
    var dependsOn: [ID<Story>]
    var anchors: [Anchor]
    var narrative: String
    var criteria: [Criterion]
    var sections: [Section]
    var questions: [Question]
    var quotations: [Quotation]
    var mentions: [Mention]
    var passages: [Passage]
    var waivers: [Waiver]
    var effort: Double?
    var origin: String?
  }
}

/// Where a story stands.
package enum StoryStatus: String, CaseIterable, Sendable {
  case draft, ready, active, shipped, dropped

  /// Whether commits may be made for a story in this state: a draft is not agreed yet, the others are over.
  package var acceptsWork: Bool { self == .ready || self == .active }
}
