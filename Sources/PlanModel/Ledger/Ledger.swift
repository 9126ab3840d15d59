/// A plan's statements, and what became of them.
package struct Ledger: Sendable {
  package let sources: [SourceLedger]
  /// What carries or would carry statements, by id.
  package let items: [ItemID: CitingItem]

  /// - Parameter citing: the items of the plan.
  package init(of sources: [Source], in citing: [CitingItem]) {
    var places: [ItemID: [(item: CitingItem, place: CitingItem.Place)]] = [:]
    for item in citing {
      for place in item.places { places[place.citation.source.any, default: []].append((item, place)) }
    }
    self.sources = sources.map { SourceLedger($0, places[$0.id.any] ?? []) }
    items = Dictionary(citing.map { ($0.id, $0) }) { first, _ in first }
  }

  package var counts: FateCounts { sources.reduce(FateCounts()) { $0 + $1.counts } }
}
