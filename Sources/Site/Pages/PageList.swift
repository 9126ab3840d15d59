import PlanModel
import Workflow

extension Site {
  /// Every page, parts of long ones included.
  package var pages: [SitePage] {
    let plan = outcome.plan
    var pages: [SitePage] = [.overview, .board, .releases, .search]
    pages += Self.all(roadmapCount, per: Self.perRoadmap) { .roadmap(part: $0) }
    if let changes = outcome.changes { pages += (1...changeParts(changes).count).map { .changes(part: $0) } }
    pages += Self.all(plan.decisions.count, per: Self.perList) { .decisions(part: $0) }
    pages += Self.all(plan.intents.count, per: Self.perIntents) { .intents(part: $0) }
    pages += Self.all(plan.sources.count, per: Self.perMatrix) { .sources(part: $0) }
    pages += Self.all(outcome.ledger.counts.lost, per: Self.perLost) { .lost(part: $0) }
    pages += Self.all(openQuestions().count, per: Self.perList) { .questions(part: $0) }
    let lists =
      StoryStatus.allCases.map(StoryList.status) + Verdict.allCases.map(StoryList.verdict)
      + Verdict.allCases.map(StoryList.shipped) + [.blocked]
    for list in lists { pages += Self.all(stories(in: list).count, per: Self.perList) { .list(list, part: $0) } }
    for intent in plan.intents {
      let count = index.storiesByIntent[intent.id]?.count ?? 0
      pages += Self.all(count, per: Self.perList) { .intent(intent.id, part: $0) }
    }
    for epic in plan.epics {
      let count = index.storiesByEpic[epic.id]?.count ?? 0
      pages += Self.all(count, per: Self.perList) { .epic(epic.id, part: $0) }
    }
    pages += plan.stories.map { .story($0.id) } + plan.decisions.map { .decision($0.id) }
    for source in plan.sources {
      pages += Self.all(source.statements.count, per: SiteIndex.statementsPerPage) { .source(source.id, part: $0) }
    }
    return pages + outcome.releases.map { .release($0.tag) }
  }

  private static func all(_ count: Int, per size: Int, _ page: (Int) -> SitePage) -> [SitePage] {
    (1...parts(count, per: size)).map(page)
  }

  /// What stands beside the pages: the stylesheet and the scripts.
  package static let assets: [(path: String, bytes: [UInt8])] = [
    ("site.css", PackageResources.site_css), ("site.js", PackageResources.site_js),
    ("search.js", PackageResources.search_js),
  ]
}
