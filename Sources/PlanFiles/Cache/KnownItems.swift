import Concurrency
import PlanModel

/// Reads items of one kind, and takes those from their records that were read before.
///
/// Only what was read without a finding is kept, so that every finding is made by reading.
struct KnownItems<Item: DocumentItem> {
  private typealias Outcome = (reading: ItemReading<Item>, key: ContentKey, record: ArraySlice<UInt8>?, isNew: Bool)

  private let cache: RecordCache
  private let recorded: any RecordedItem.Type
  private let name = Item.kind.folder

  /// Nil for a kind of which no records are kept: of the others there are few.
  init?(_ cache: RecordCache) {
    guard let recorded = Item.self as? any RecordedItem.Type else { return nil }
    self.recorded = recorded
    self.cache = cache
  }

  func read(_ contents: [(path: String, bytes: [UInt8])]) -> [ItemReading<Item>] {
    let shelf = cache.shelf(name)
    let recorded = recorded
    let before = cache.items[name] as? ReadItems<Item>
    let outcomes = concurrently(contents) { file in
      let key = ContentKey(file.bytes, name: file.path)
      let known = shelf[key]
      if let item = before?[key] {
        return (reading: ItemReading(item: item), key: key, record: known, isNew: false) as Outcome
      }
      if let record = known, let item = Self.item(recorded, record, file) {
        return (reading: ItemReading(item: item), key: key, record: record, isNew: false) as Outcome
      }
      let reading = Item.read(file.bytes, path: file.path)
      var record: ArraySlice<UInt8>?
      if let item = reading.item as? any RecordedItem, reading.findings.isEmpty {
        var writer = RecordWriter(file: file.bytes)
        item.write(to: &writer)
        record = writer.bytes[...]
      }
      return (reading: reading, key: key, record: record, isNew: record != nil)
    }
    var used: [ContentKey: ArraySlice<UInt8>] = [:]
    used.reserveCapacity(outcomes.count)
    let newCount = outcomes.count { $0.isNew }
    if newCount > 0 {
      for outcome in outcomes { if let record = outcome.record { used[outcome.key] = record } }
    }
    cache.keep(used, newCount: newCount, as: name)
    cache.items[name] = ReadItems(outcomes.map { ($0.key, $0.record == nil ? nil : $0.reading.item) })
    return outcomes.map(\.reading)
  }

  /// One item from its record, if there is one.
  func known(_ bytes: [UInt8], path: String) -> Item? {
    guard let record = cache.shelf(name)[ContentKey(bytes, name: path)] else { return nil }
    return Self.item(recorded, record, (path, bytes))
  }

  private static func item(
    _ recorded: any RecordedItem.Type, _ record: ArraySlice<UInt8>, _ file: (path: String, bytes: [UInt8])
  ) -> Item? {
    var reader = RecordReader(record, file: file.bytes)
    return (try? recorded.init(&reader, file: file.path)) as? Item
  }
}

extension RecordCache {
  /// One item of many that are asked for one by one; nil where it has to be read.
  ///
  /// For a few, a shelf would cost more than reading them: a hook needs a single one.
  func item<Item: DocumentItem>(_ bytes: [UInt8], path: String) -> ItemReading<Item>? {
    singles += 1
    guard singles > Self.fewest / 8, let known = KnownItems<Item>(self)?.known(bytes, path: path) else { return nil }
    return ItemReading(item: known)
  }
}

/// Items that this process read without a finding: of two trees that it reads, nearly all files are the same.
private struct ReadItems<Item: Sendable>: Sendable {
  private let items: [Item?]
  private let places: [ContentKey: Int]

  init(_ items: [(key: ContentKey, item: Item?)]) {
    self.items = items.map(\.item)
    places = Dictionary(zip(items.map(\.key), items.indices)) { first, _ in first }
  }

  subscript(key: ContentKey) -> Item? { places[key].flatMap { items[$0] } }
}
