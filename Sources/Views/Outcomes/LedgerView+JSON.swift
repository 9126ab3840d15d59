import PlanModel
package import Workflow

extension LedgerView {
  /// The account: `threads` are runs of statements that went the same way, but for those that are lost.
  package static func json(_ outcome: LedgerOutcome) -> JSONValue {
    let counts = outcome.ledger.counts
    return .document(
      kind: "trace",
      [
        "statements": .int(counts.statements), "carried": .int(counts.carried), "set_aside": .int(counts.setAside),
        "chatter": .int(counts.chatter), "share": share(counts), "lost": JSONValue(outcome.lost, json),
        "threads": .array(outcome.ledger.sources.flatMap { threads($0, outcome.ledger.items) }),
        "sources": JSONValue(outcome.ledger.sources) { account in
          [
            "id": .string(account.source.id.description), "title": .string(account.source.title),
            "statements": .int(account.counts.statements), "carried": .int(account.counts.carried),
            "set_aside": .int(account.counts.setAside), "chatter": .int(account.counts.chatter),
            "lost": .int(account.counts.lost), "share": share(account.counts),
          ]
        },
        "unreadable": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }

  /// To three digits, as a ratio that people compare; rounded down, so that 1 means all.
  static func share(_ counts: FateCounts) -> JSONValue {
    counts.share.map { .double(($0 * 1000).rounded(.down) / 1000) } ?? .null
  }

  private static func json(_ lost: LostStatement) -> JSONValue {
    [
      "ref": .string(lost.citation.description), "text": .string(lost.statement.text), "label": JSONValue(lost.label),
      "speaker": .string(lost.statement.speaker), "time": .string(lost.statement.time),
      "dropped": JSONValue(Set(lost.dropped).sorted()) { .string($0.description) },
    ]
  }

  private static func threads(_ account: SourceLedger, _ items: [ItemID: CitingItem]) -> [JSONValue] {
    account.stretches.filter { $0.fate != .lost }.map { stretch in
      let citation = Citation(source: account.source.id, lines: stretch.lines)
      return [
        "ref": .string(citation.description), "fate": .string(LedgerWording.word(stretch.fate)),
        "why": JSONValue(LedgerWording.reason(stretch.fate)),
        "carriers": JSONValue(stretch.carriers) { json($0, items[$0.item]) },
      ]
    }
  }

  static func json(_ carrier: Carrier, _ item: CitingItem?) -> JSONValue {
    [
      "item": .string(carrier.item.description), "kind": .string(carrier.item.kind.noun),
      "title": JSONValue(item?.title), "status": JSONValue(item?.status),
      "part": JSONValue(LedgerWording.words(carrier.part)), "path": JSONValue(item?.file), "line": .int(carrier.line),
      "dropped": .bool(carrier.isDropped),
    ]
  }
}
