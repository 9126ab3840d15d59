import Concurrency
import PlanFiles
import PlanModel
package import Workflow

/// The plan as JSON Lines: one record an item, a statement and a sign-off, each `{"schema":"handoff/1","kind":…,"id":…}`.
///
/// docs/reference/schemas/export.schema.json describes the records.
package enum ExportRecords {
  /// As many items as are made into lines at once, and of sources, which have many statements.
  private static let batch = (items: 256, sources: 8)

  /// Hands over the records in their order, each on a line of its own and many at once: they are made on all processors, a few
  /// batches ahead of what was taken.
  package static func lines(of export: PlanExport, _ write: (String) -> Void) {
    let plan = export.plan
    let parts =
      batches(of: export.ledger.sources, batch.sources) { account in
        [record(of: account, export)] + statements(of: account, export)
      } + batches(of: plan.intents) { [record(of: $0, export)] } + batches(of: plan.epics) { [record(of: $0, export)] }
      + batches(of: plan.stories) { [record(of: $0, export)] }
      + batches(of: plan.decisions) { [record(of: $0, export)] } + batches(of: plan.signOffs) { [record(of: $0)] }
    concurrently(parts: parts, { $0() }, take: write)
  }

  private static func batches<Element: Sendable>(
    of elements: [Element], _ size: Int = batch.items, _ records: @escaping @Sendable (Element) -> [JSONValue]
  ) -> [@Sendable () -> String] {
    stride(from: 0, to: elements.count, by: size).map { start in
      let own = elements[start..<min(start + size, elements.count)]
      return { own.map { records($0).map { $0.text + "\n" }.joined() }.joined() }
    }
  }

  private static func record(
    of item: some PlanItem, _ export: PlanExport, _ members: KeyValuePairs<String, JSONValue>
  ) -> JSONValue {
    let head: KeyValuePairs<String, JSONValue> = [
      "schema": "handoff/1", "kind": .string(item.id.any.kind.noun), "id": .string(item.id.description),
      "title": .string(item.title), "path": .string(item.file),
    ]
    let tail: KeyValuePairs<String, JSONValue> = ["content": JSONValue(export.contents[item.id.any])]
    return .object([head, members, tail].flatMap { $0.map { JSONValue.Member(key: $0.key, value: $0.value) } })
  }

  // MARK: sources

  private static func record(of account: SourceLedger, _ export: PlanExport) -> JSONValue {
    let (source, counts) = (account.source, account.counts)
    return record(
      of: source, export,
      [
        "format": .string(source.format.rawValue), "received": JSONValue(source.received), "url": JSONValue(source.url),
        "thread": JSONValue(source.thread), "reach": .int(source.reach),
        "segments": JSONValue(source.segments) { .string($0) },
        "people": JSONValue(source.people) {
          ["name": .string($0.name), "address": JSONValue($0.address), "role": JSONValue($0.role?.rawValue)]
        },
        "statements": .int(counts.statements), "carried": .int(counts.carried), "set_aside": .int(counts.setAside),
        "chatter": .int(counts.chatter), "lost": .int(counts.lost),
      ])
  }

  private static func statements(of account: SourceLedger, _ export: PlanExport) -> [JSONValue] {
    let labels = export.labels.of(account.source)
    let (roles, ownWords) = (account.source.roles, account.source.internalNumbers)
    return account.stretches.flatMap { stretch in
      stretch.lines.map { line in
        let statement = account.source.statements[line - 1]
        let citation = Citation(source: account.source.id, lines: line...line)
        return [
          "schema": "handoff/1", "kind": "statement", "id": .string(citation.description),
          "source": .string(account.source.id.description), "line": .int(line), "turn": .int(statement.turn),
          "time": .string(statement.time), "speaker": .string(statement.speaker), "text": .string(statement.text),
          "role": JSONValue(roles[statement.speaker]?.rawValue), "internal": .bool(ownWords.contains(line)),
          "label": JSONValue(labels[line - 1]), "fate": .string(LedgerWording.word(stretch.fate)),
          "why": JSONValue(LedgerWording.reason(stretch.fate)),
          "carriers": JSONValue(stretch.carriers) { carrier($0, export) },
        ]
      }
    }
  }

  private static func carrier(_ carrier: Carrier, _ export: PlanExport) -> JSONValue {
    var verdict: Verdict?
    if case .criterion(let criterion) = carrier.part, let story = ID<Story>(carrier.item) {
      verdict = export.verdict(of: criterion, in: story)
    }
    return [
      "item": .string(carrier.item.description), "part": JSONValue(LedgerWording.words(carrier.part)),
      "dropped": .bool(carrier.isDropped), "verdict": JSONValue(verdict?.rawValue),
    ]
  }

  // MARK: the plan

  private static func record(of intent: Intent, _ export: PlanExport) -> JSONValue {
    record(
      of: intent, export,
      [
        "status": .string(intent.status.rawValue), "priority": JSONValue(intent.priority),
        "sections": JSONValue(intent.sections, ShowView.json), "questions": JSONValue(intent.questions, ShowView.json),
      ])
  }

  private static func record(of epic: Epic, _ export: PlanExport) -> JSONValue {
    record(
      of: epic, export,
      ["intent": JSONValue(epic.intent), "stories": JSONValue(epic.stories) { .string($0.description) }])
  }

  private static func record(of story: Story, _ export: PlanExport) -> JSONValue {
    record(
      of: story, export,
      [
        "status": .string(story.status.rawValue), "owner": JSONValue(story.owner), "intent": JSONValue(story.intent),
        "epic": JSONValue(story.epic), "depends_on": JSONValue(story.dependsOn) { .string($0.description) },
        "narrative": .string(story.narrative), "citations": JSONValue(story.citations) { .string($0.description) },
        "criteria": JSONValue(story.criteria) { criterion in
          [
            "id": .string(criterion.id.description), "title": .string(criterion.title),
            "text": .string(criterion.text),
            "conditions": JSONValue(criterion.conditions) { .string(ConditionWording.words($0.check)) },
            "verdict": JSONValue(export.verdict(of: criterion.id, in: story.id)?.rawValue),
          ]
        },
        "code": JSONValue(story.anchors) { anchor in
          ["path": .string(anchor.path), "symbol": JSONValue(anchor.symbol), "role": JSONValue(anchor.role)]
        },
        "questions": JSONValue(story.questions, ShowView.json), "sections": JSONValue(story.sections, ShowView.json),
      ])
  }

  private static func record(of decision: Decision, _ export: PlanExport) -> JSONValue {
    record(
      of: decision, export,
      [
        "status": .string(decision.status.rawValue), "date": JSONValue(decision.date),
        "supersedes": JSONValue(decision.supersedes), "superseded_by": JSONValue(decision.supersededBy),
        "sections": JSONValue(decision.sections, ShowView.json),
      ])
  }

  private static func record(of signOff: SignOff) -> JSONValue {
    [
      "schema": "handoff/1", "kind": "sign-off", "id": .string(signOff.file),
      "story": .string(signOff.story.description), "criterion": .string(signOff.criterion.description),
      "act": .string(signOff.act.rawValue), "role": .string(signOff.role), "by": .string(signOff.by),
      "at": .string(signOff.at), "commit": JSONValue(signOff.commit), "reason": JSONValue(signOff.reason),
      "expires": JSONValue(signOff.expires), "path": .string(signOff.file), "content": .string(signOff.text),
    ]
  }
}
