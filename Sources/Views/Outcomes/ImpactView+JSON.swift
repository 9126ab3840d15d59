import Git
import Grounding
import PlanFiles
import PlanModel
package import Workflow

extension ImpactView {
  /// So many places are told in one document; the rest is counted.
  private static let most = 2_000

  package static func json(_ outcome: ImpactOutcome) -> JSONValue {
    let dependents = outcome.dependents
    return .document(
      kind: "impact",
      [
        "commit": .string(outcome.commit.hex), "story": JSONValue(outcome.story?.id.description),
        "targets": JSONValue(dependents.targets) { DriftView.json($0) },
        "dependents": JSONValue(Array(dependents.edges.prefix(most)), json),
        "left_out": .int(max(0, dependents.edges.count - most)), "name_only": .int(dependents.faint),
        "not_followed": .int(dependents.unfollowed),
        "not_read": JSONValue(dependents.unread) { ["name": .string($0.name), "files": .int($0.files)] },
        "tests": JSONValue(outcome.tests) { test in
          [
            "path": .string(test.path), "level": test.level.map { .int($0) } ?? .null,
            "symbols": JSONValue(test.symbols) { .string($0) }, "certainty": JSONValue(test.certainty?.rawValue),
            "commits": .int(test.commits),
          ]
        },
        "why": JSONValue(outcome.reasons, json),
      ])
  }

  static func json(_ edge: Dependent) -> JSONValue {
    [
      "path": .string(edge.path), "symbol": JSONValue(edge.symbol), "line": .int(edge.line), "lines": .int(edge.lines),
      "level": .int(edge.level), "of": .string(edge.target.symbol ?? edge.target.path),
      "of_path": .string(edge.target.path), "evidence": .string(edge.shape.rawValue), "by": .string(edge.link.rawValue),
      "certainty": .string(edge.certainty.rawValue), "share": .rounded(Float(edge.share)), "test": .bool(edge.isTest),
    ]
  }

  private static func json(_ reason: CodeReason) -> JSONValue {
    [
      "story": .string(reason.story.id.description), "title": .string(reason.story.title),
      "status": .string(reason.story.status.rawValue), "intent": JSONValue(reason.intent?.id.description),
      "intent_title": JSONValue(reason.intent?.title), "names": JSONValue(reason.anchor?.rawValue),
      "commits": JSONValue(reason.commits) { .string($0.hex) }, "quote": JSONValue(reason.quote?.text),
      "speaker": JSONValue(reason.quote?.speaker), "citation": JSONValue(reason.quote?.citation.description),
    ]
  }
}
