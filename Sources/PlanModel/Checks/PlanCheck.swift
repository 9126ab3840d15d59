/// One rule over a whole plan; each stands in a file of its own.
protocol PlanCheck: SendableMetatype {
  /// What the rule finds, in the order of the plan.
  static func findings(in plan: IndexedPlan) -> [Finding]
}

extension Plan {
  /// What is wrong between the items of the plan; what is wrong within one file, its reader has found.
  package func findings() -> [Finding] { checks.flatMap { $0() } }

  /// The rules, each of which tells what it finds; they may be asked side by side.
  package var checks: [@Sendable () -> [Finding]] {
    let index = IndexedPlan(self)
    let checks: [any PlanCheck.Type] = [
      DuplicateIDs.self, UnknownReferences.self, UnknownStatements.self, InventedQuotations.self,
      DependencyCycles.self, EpicMembership.self, StoryCompleteness.self, QuestionConsistency.self,
      BlockingQuestions.self, Supersession.self, UnknownRoles.self,
    ]
    return checks.map { check in { check.findings(in: index) } }
  }
}

/// A plan with its items by id, so that every rule takes time in the size of the plan.
struct IndexedPlan: Sendable {
  let plan: Plan
  let sources: [ItemID: Source]
  let stories: [ItemID: Story]
  /// Every id with the first file that holds it.
  let files: [ItemID: String]
  /// Every item's file with all that it mentions, in order.
  let mentions: [(file: String, mentions: [Mention])]

  init(_ plan: Plan) {
    self.plan = plan
    sources = Dictionary(plan.sources.map { ($0.id.any, $0) }) { first, _ in first }
    stories = Dictionary(plan.stories.map { ($0.id.any, $0) }) { first, _ in first }
    files = Dictionary(plan.items.map { ($0.id, $0.file) }) { first, _ in first }
    mentions =
      plan.intents.map { ($0.file, $0.mentions) } + plan.epics.map { ($0.file, $0.mentions) }
      + plan.stories.map { ($0.file, $0.mentions) } + plan.decisions.map { ($0.file, $0.mentions) }
  }

  /// The id that `id` was probably meant to be.
  func nearest(to id: ItemID) -> ItemID? {
    let candidates = files.keys.lazy.filter { $0.kind == id.kind }.map(\.description).sorted()
    return PlanModel.nearest(to: id.description, among: candidates).flatMap { ItemID($0) }
  }
}

extension Plan {
  /// Every item with its id and file.
  package var items: [(id: ItemID, title: String, file: String)] {
    sources.map { ($0.id.any, $0.title, $0.file) } + intents.map { ($0.id.any, $0.title, $0.file) }
      + epics.map { ($0.id.any, $0.title, $0.file) } + stories.map { ($0.id.any, $0.title, $0.file) }
      + decisions.map { ($0.id.any, $0.title, $0.file) }
  }
}
