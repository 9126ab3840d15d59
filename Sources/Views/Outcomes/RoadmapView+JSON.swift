import Git
import PlanModel
package import Workflow

extension RoadmapView {
  package static func json(_ outcome: RoadmapOutcome) -> JSONValue {
    .document(
      kind: "roadmap",
      [
        "formula": .string(outcome.settings.formula.rawValue), "at": .string(outcome.moment.iso8601),
        "intents": JSONValue(outcome.shown) { json($0, outcome.moment) },
        "unasked": JSONValue(outcome.ranking.unasked) { candidate in
          .object(members(of: candidate.intent) + [.init(key: "colleagues", value: .int(candidate.demand.colleagues))])
        },
        "ranked": .int(outcome.ranking.ranked.count), "over": .int(outcome.over),
        "since": outcome.news.map(json) ?? .null, "unreadable": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }

  private static func json(_ ranked: RankedIntent, _ moment: Timestamp) -> JSONValue {
    let candidate = ranked.candidate
    let demand = candidate.demand
    let facts: JSONValue = [
      "rank": .int(ranked.rank), "score": .double(ranked.score), "parts": json(ranked.parts),
      "voices": .int(demand.speakers.count), "sources": JSONValue(demand.sources) { .string($0.description) },
      "reach": .int(demand.reach),
      "last_heard": JSONValue(demand.lastHeard.map { Timestamp(seconds: Int64($0.seconds)).iso8601 }),
      "problems": .int(demand.count(of: [.problem, .workaround])),
      "requests": .int(demand.count(of: [.request, .constraint])), "colleagues": .int(demand.colleagues),
      "priority": JSONValue(candidate.intent.priority), "effort": json(candidate.effort),
      "waiting": .int(candidate.waiting), "rationale": JSONValue(rationale(ranked, moment)) { .string($0) },
      "citations": JSONValue(demand.citations) { .string($0.description) },
    ]
    guard case .object(let members) = facts else { return facts }
    return .object(self.members(of: candidate.intent) + members)
  }

  private static func members(of intent: Intent) -> [JSONValue.Member] {
    [
      .init(key: "id", value: .string(intent.id.description)), .init(key: "title", value: .string(intent.title)),
      .init(key: "status", value: .string(intent.status.rawValue)), .init(key: "path", value: .string(intent.file)),
    ]
  }

  private static func json(_ parts: ScoreParts) -> JSONValue {
    switch parts {
    case .evidence(let voices, let reach, let priority):
      ["voices": .double(voices), "reach": .double(reach), "priority": .double(priority)]
    case .rice(let reach, let impact, let confidence):
      ["reach": .double(reach), "impact": .double(impact), "confidence": .double(confidence)]
    case .wsjf(let value, let urgency, let risk):
      ["value": .double(value), "urgency": .double(urgency), "risk": .double(risk)]
    }
  }

  private static func json(_ effort: Effort) -> JSONValue {
    let origin =
      switch effort.origin {
      case .intent: "intent"
      case .stories: "stories"
      case .estimate: "estimate"
      }
    return [
      "value": .double(effort.value), "from": .string(origin), "open_stories": .int(effort.openStories),
      "criteria": .int(effort.criteria), "shipped": .int(effort.shipped),
    ]
  }

  private static func json(_ news: RoadmapNews) -> JSONValue {
    [
      "words": .string(news.start.words), "at": .string(news.start.moment.iso8601),
      "commit": JSONValue(news.start.commit?.hex), "changes": JSONValue(news.changes, json),
      "gone": JSONValue(news.gone, json),
    ]
  }

  private static func json(_ news: IntentNews) -> JSONValue {
    [
      "id": .string(news.id.description), "title": .string(news.title), "new": .bool(news.isNew),
      "voices": .int(news.voices), "statements": JSONValue(news.statements) { .string($0.description) },
      "before": news.before.map { .int($0) } ?? .null, "after": news.after.map { .int($0) } ?? .null,
    ]
  }
}
