import Git
import PlanModel
import Verification
package import Workflow

extension ShippedView {
  package static func json(_ outcome: ShippedOutcome) -> JSONValue {
    let release = outcome.release
    return .document(
      kind: "shipped",
      [
        "range": .string(release.range.name), "release": .string(release.name),
        "commit": .string(release.range.tip.hex),
        "at": .string(release.moment.iso8601), "incomplete": .bool(release.isIncomplete),
        "stories": JSONValue(release.stories, ReleaseJSON.story),
        "intents": JSONValue(outcome.intents, intent),
        "sources": JSONValue(outcome.sources) { source($0, outcome) },
        "unlinked": JSONValue(release.unlinked) { .string($0.id.hex) },
        "findings": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }

  private static func intent(_ intent: ServedIntent) -> JSONValue {
    [
      "id": .string(intent.id.description), "title": .string(intent.title), "released": ids(intent.released),
      "shown": ids(intent.shown), "before": ids(intent.before),
      "waiting": ids(intent.waiting),
    ]
  }

  private static func source(_ source: AnsweredSource, _ outcome: ShippedOutcome) -> JSONValue {
    [
      "id": .string(source.source.id.description), "title": .string(source.source.title),
      "received": JSONValue(source.source.received), "url": JSONValue(source.source.url),
      "segments": JSONValue(source.source.segments) { .string($0) },
      "askers": JSONValue(source.requester.names) { .string($0) },
      "counts": .object(Answer.allCases.map { .init(key: $0.rawValue, value: .int(source.count($0))) }),
      "statements": JSONValue(source.statements) { statement($0, of: source.source.id, outcome) },
      "others": .int(source.others),
      "workarounds": JSONValue(source.workarounds) {
        .string(Citation(source: source.source.id, lines: $0...$0).description)
      },
      "reply": JSONValue(Reply.text(to: source, in: outcome)),
    ]
  }

  private static func statement(
    _ statement: AnsweredStatement, of source: ID<Source>, _ outcome: ShippedOutcome
  ) -> JSONValue {
    [
      "ref": .string(Citation(source: source, lines: statement.line...statement.line).description),
      "text": .string(statement.statement.text), "speaker": .string(statement.statement.speaker),
      "answer": .string(statement.answer.rawValue), "stories": ids(statement.stories),
      "before": JSONValue(statement.before) {
        ["story": .string($0.description), "since": JSONValue(outcome.since[$0])]
      },
      "waiting": ids(statement.waiting),
    ]
  }

  private static func ids(_ stories: [ID<Story>]) -> JSONValue { JSONValue(stories) { .string($0.description) } }
}

/// A story of a release as JSON.
enum ReleaseJSON {
  static func story(_ story: ReleasedStory) -> JSONValue { .object(members(story)) }

  static func members(_ story: ReleasedStory) -> [JSONValue.Member] {
    [
      .init(key: "id", value: .string(story.story.id.description)),
      .init(key: "title", value: .string(story.story.title)),
      .init(key: "verdict", value: .string(story.report.verdict.rawValue)),
      .init(key: "criteria", value: JSONValue(story.report.criteria, VerifyView.json)),
      .init(key: "commits", value: JSONValue(story.commits) { .string($0.id.hex) }),
      .init(key: "guidance", value: JSONValue(story.guidance) { .string($0) }),
    ]
  }
}

extension Requester {
  /// What the one who asks is called, where that is known.
  fileprivate var names: [String] {
    if case .person(let names) = self { Array(names.prefix(1)) } else { [] }
  }
}
