import Git
import PlanModel
package import Workflow

extension ThreadView {
  /// The same keys as the ledger has, for the statements of this thread; `threads` holds one, with all that is on it.
  package static func json(_ outcome: ThreadOutcome) -> JSONValue {
    let subject =
      switch outcome.subject {
      case .statements(let citation): citation.description
      case .item(let id): id.description
      }
    let said = outcome.said.flatMap { thread in thread.statements.map { (thread.source, $0) } }
    let lost = said.filter { $0.1.stretch.fate == .lost }
    return .document(
      kind: "trace",
      [
        "statements": .int(outcome.counts.statements), "carried": .int(outcome.counts.carried),
        "set_aside": .int(outcome.counts.setAside), "chatter": .int(outcome.counts.chatter),
        "share": LedgerView.share(outcome.counts),
        "lost": JSONValue(lost) { source, entry in
          ["ref": .string("\(source.id)#L\(entry.line)"), "text": .string(entry.statement.text), "label": .null]
        },
        "threads": [
          [
            "of": .string(subject), "said": JSONValue(said) { json($0, $1, outcome) },
            "intents": JSONValue(outcome.intents, json), "epics": JSONValue(outcome.epics, json),
            "stories": JSONValue(outcome.stories, json), "decisions": JSONValue(outcome.decisions, json),
          ]
        ],
        "incomplete": .bool(outcome.isIncomplete), "unreadable": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }

  private static func json(_ source: Source, _ said: ThreadStatement, _ outcome: ThreadOutcome) -> JSONValue {
    let items = Dictionary(outcome.carriers.map { ($0.id, $0) }) { first, _ in first }
    return [
      "ref": .string("\(source.id)#L\(said.line)"), "speaker": .string(said.statement.speaker),
      "time": .string(said.statement.time), "text": .string(said.statement.text),
      "fate": .string(LedgerWording.word(said.stretch.fate)), "why": JSONValue(LedgerWording.reason(said.stretch.fate)),
      "carriers": JSONValue(said.stretch.carriers) { LedgerView.json($0, items[$0.item]) },
    ]
  }

  private static func json(_ item: CitingItem) -> JSONValue {
    [
      "id": .string(item.id.description), "title": .string(item.title), "status": JSONValue(item.status),
      "path": .string(item.file),
    ]
  }

  private static func json(_ decision: Decision) -> JSONValue {
    [
      "id": .string(decision.id.description), "title": .string(decision.title),
      "status": .string(decision.status.rawValue), "supersedes": JSONValue(decision.supersedes),
      "superseded_by": JSONValue(decision.supersededBy), "path": .string(decision.file),
    ]
  }

  private static func json(_ thread: StoryThread) -> JSONValue {
    let story = thread.story
    return [
      "id": .string(story.id.description), "title": .string(story.title), "status": .string(story.status.rawValue),
      "intent": JSONValue(story.intent), "path": .string(story.file),
      "criteria": JSONValue(story.criteria) { criterion in
        [
          "id": .string(criterion.id.description), "title": .string(criterion.title),
          "citations": JSONValue(thread.citations(in: .criterion(criterion.id))) { .string($0.description) },
        ]
      },
      "commits": JSONValue(thread.work.commits) { commit in
        [
          "id": .string(commit.id.hex), "subject": .string(commit.subject), "author": .string(commit.author.display),
          "plan_only": .bool(thread.work.planOnly.contains(commit.id)),
        ]
      },
      "verdict": thread.work.verdict.map {
        [
          "verdict": .string($0.verdict.rawValue), "commit": .string($0.commit.id.hex), "of_head": .bool($0.isOfHead),
          "changed_since": JSONValue(VerdictChange.allCases.filter(thread.changes.contains)) { .string($0.rawValue) },
        ]
      } ?? .null,
      "sign_offs": JSONValue(thread.signOffs) { signOff in
        [
          "criterion": .string(signOff.criterion.description), "act": .string(signOff.act.rawValue),
          "by": .string(signOff.by), "role": .string(signOff.role), "at": .string(signOff.at),
          "reason": JSONValue(signOff.reason),
        ]
      },
    ]
  }
}
