import PlanModel
import Views
import Workflow

/// What was settled.
extension Site {
  func decisions(_ part: Int) -> Content? {
    let decisions = outcome.plan.decisions.sorted {
      ($1.date ?? "", $0.title, $0.id) < ($0.date ?? "", $1.title, $1.id)
    }
    guard let slice = slice(decisions, part, per: Self.perList, { .decisions(part: $0) }) else { return nil }
    var values: Values = [
      "decisions": slice.elements.map { decision -> Values in
        var values: Values = [
          "href": SitePage.decision(decision.id).path, "title": decision.title, "status": decision.status.rawValue,
          "id": decision.id.description,
        ]
        if let date = decision.date { values["date"] = date }
        return values
      }
    ]
    if let pager = slice.pager { values["pager"] = pager }
    return Content("Decisions", "decisions", values)
  }

  func decision(_ decision: Decision) -> Content {
    let root = SitePage.decision(decision.id).root
    var values = said(citations(decision.mentions), root)
    values.add([
      "title": decision.title, "id": decision.id.description, "status": decision.status.rawValue,
      "sections": sections(decision.sections, root),
    ])
    if let date = decision.date { values["date"] = date }
    if let file = file(decision.file) { values["file"] = file }
    let successor = decision.supersededBy ?? outcome.plan.decisions.first { $0.supersedes == decision.id }?.id
    if let other = successor.flatMap({ index.decisions[$0] }) {
      values["successor"] = link(.decision(other.id), other.title, root)
    }
    if let other = decision.supersedes.flatMap({ index.decisions[$0] }) {
      values["predecessor"] = link(.decision(other.id), other.title, root)
    }
    let naming = (index.naming[decision.id] ?? []).compactMap { item -> Values? in
      guard let href = index.href(of: item, root), let title = outcome.ledger.items[item]?.title else { return nil }
      return ["href": href, "title": title]
    }
    add(naming, "naming", "hasNaming", to: &values)
    return Content(decision.title, "decision", values)
  }

  // MARK: The roadmap

  /// As many intents as one page has, each with its reasons.
  static let perRoadmap = 60

  /// How many intents there are in the longer one of its lists.
  var roadmapCount: Int { max(outcome.roadmap.ranking.ranked.count, outcome.roadmap.ranking.unasked.count) }

  func roadmap(_ part: Int) -> Content? {
    let ranking = outcome.roadmap.ranking
    let highest = ranking.ranked.first?.score ?? 0
    // The last parts may hold nothing of the shorter list.
    guard let slice = slice(Array(0..<roadmapCount), part, per: Self.perRoadmap, { .roadmap(part: $0) }) else {
      return nil
    }
    let start = slice.elements.startIndex
    let ranks = ranking.ranked.dropFirst(start).prefix(Self.perRoadmap).map { ranked -> Values in
      let intent = ranked.candidate.intent
      let cites = ranked.candidate.demand.citations
      var values: Values = [
        "id": intent.id.description, "rank": ranked.rank, "title": intent.title,
        "href": SitePage.intent(intent.id, part: 1).path, "score": RoadmapWording.figure(ranked.score),
        "reasons": RoadmapView.rationale(ranked, outcome.roadmap.moment), "bar": Self.scoreBar(ranked.score, highest),
        "cites": cites.prefix(5).compactMap { cite($0, "") },
      ]
      if cites.count > 5 { values["moreCites"] = cites.count - 5 }
      return values
    }
    var values: Values = ["ranks": ranks, "lead": RoadmapView.summary(outcome.roadmap)]
    if let pager = slice.pager { values["pager"] = pager }
    let unasked = ranking.unasked.dropFirst(start).prefix(Self.perRoadmap).map {
      link(.intent($0.intent.id, part: 1), $0.intent.title, "")
    }
    add(Array(unasked), "unasked", "hasUnasked", to: &values)
    return Content("Roadmap", "roadmap", values)
  }

  private static func scoreBar(_ score: Double, _ highest: Double) -> String {
    guard highest > 0 else { return "" }
    let width = max(4, Int(score / highest * 1440))
    return "<svg class=\"bar\" viewBox=\"0 0 144 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<rect class=\"seg s-planned\" x=\"0\" y=\"0\" width=\"\(Bars.tenths(width))\" height=\"10\"/></svg>"
  }
}
