package import Workflow
import Git
import PlanModel
import Verification

extension VerifyView {
  package static func json(_ outcome: VerifyOutcome) -> JSONValue {
    .document(
      kind: "verify",
      [
        "range": [
          "name": .string(outcome.range.name), "base": JSONValue(outcome.range.base),
          "tip": .string(outcome.range.tip.hex), "tree": .string(outcome.tree.hex),
        ],
        "stories": JSONValue(outcome.stories, json), "commits": JSONValue(outcome.commits, json),
        "changed_criteria": JSONValue(outcome.changedCriteria) { .string($0.description) },
        "terms": JSONValue(outcome.termChanges) {
          ["item": .string($0.item.description), "text": .string(TermWording.words($0))]
        },
        "own_words": .bool(outcome.isByOwnWords),
        "changed_policy": .bool(outcome.hasChangedPolicy),
        "incomplete": .bool(outcome.isIncomplete),
        "removed_tests": JSONValue(outcome.removedTests) { .string($0) },
        "ungrounded": JSONValue(outcome.ungrounded) { .string($0) },
        "policy": [
          "ref": .string(outcome.judgement.ref), "ok": .bool(outcome.judgement.isAllowed),
          "blocked": JSONValue(outcome.judgement.blocked, PushWording.json),
          "warned": JSONValue(outcome.judgement.warned, PushWording.json),
        ],
        "uncommitted": JSONValue(outcome.uncommitted) { .string($0) },
        "recorded": JSONValue(outcome.recordedOn),
        "unadvised": JSONValue(outcome.unadvised) {
          ["story": .string($0.story.description), "problem": .string(OpinionWording.words($0))]
        },
      ])
  }

  static func json(_ report: StoryReport) -> JSONValue {
    [
      "id": .string(report.id.description), "title": .string(report.title),
      "verdict": .string(report.verdict.rawValue), "criteria": JSONValue(report.criteria, json),
      "commits": JSONValue(report.commits) { .string($0.hex) },
      "reverted": JSONValue(report.reverted) { ["commit": .string($0.commit.hex), "by": .string($0.by.hex)] },
    ]
  }

  static func json(_ criterion: CriterionReport) -> JSONValue {
    [
      "id": .string(criterion.id.description), "title": .string(criterion.title), "text": .string(criterion.text),
      "verdict": .string(criterion.verdict.rawValue),
      "evidence": JSONValue(criterion.evidence) { evidence in
        [
          "outcome": .string(evidence.outcome.rawValue), "text": .string(EvidenceWording.words(evidence)),
          "held_before": .bool(evidence.heldBefore),
        ]
      },
      "advice": JSONValue(criterion.opinions, OpinionWording.json),
    ]
  }

  /// What is known of it: null without one, and the signer where git told.
  private static func signature(_ linked: LinkedCommit) -> JSONValue {
    guard linked.commit.isSigned else { return .null }
    return [
      "state": .string(linked.signature?.state.rawValue ?? "present"),
      "signer": linked.signature?.signer.map { .string($0) } ?? .null,
    ]
  }

  private static func json(_ linked: LinkedCommit) -> JSONValue {
    [
      "id": .string(linked.commit.id.hex), "subject": .string(linked.commit.subject),
      "stories": JSONValue(linked.stories) { .string($0.description) },
      "signature": signature(linked), "problem": linked.problem.map { .string($0) } ?? .null,
      "exempt": linked.exemption.map { .string(PushWording.words($0)) } ?? .null,
      "doubt": JSONValue(TermWording.doubt(linked)),
    ]
  }
}

extension LinkedCommit {
  /// Why the commit's links do not stand, in words.
  var problem: String? {
    if isUnlinked {
      let missed = self.missed.map { "; " + PushWording.words($0) } ?? ""
      return "it names no story" + missed + (declines ? "; " + PushWording.declined : "")
    }
    return invalid.isEmpty ? nil : invalid.map(PushWording.words).joined(separator: "; ")
  }
}
