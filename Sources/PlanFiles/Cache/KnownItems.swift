import Concurrency
import Git
import PlanModel

/// Reads items of one kind, and takes those from their records that were read before.
///
/// Only what was read without a finding is kept, so that every finding is made by reading.
struct KnownItems<Item: DocumentItem> {
  private struct Outcome: Sendable {
    var reading: ItemReading<Item>
    var key: ContentKey
    /// Nil where there was a finding, and for what this process read before.
    var record: ArraySlice<UInt8>?
    var isNew = false
    /// Whether it was read without a finding.
    var isWhole: Bool
  }

  private let cache: RecordCache
  private let recorded: any RecordedItem.Type
  private let name = Item.kind.folder

  /// Nil for a kind of which no records are kept: of the others there are few.
  init?(_ cache: RecordCache) {
    guard let recorded = Item.self as? any RecordedItem.Type else { return nil }
    self.recorded = recorded
    self.cache = cache
  }

  /// - Parameter standing: what tells the files of the same tree that need not be read.
  func read(
    _ contents: [(path: String, bytes: [UInt8])], besides standing: [ContentKey] = []
  ) -> [ItemReading<Item>] {
    let shelf = cache.shelf(name)
    let recorded = recorded
    // What stands as it did was told by its name already.
    let read = standing.isEmpty ? cache.items[name] as? ReadItems<Item> : nil
    let before = read?.places ?? [:]
    let outcomes = concurrently(contents) { file in
      if let read, let place = before[file.path], read.files[place].bytes == file.bytes, let item = read.items[place] {
        return Outcome(reading: ItemReading(item: item), key: read.keys[place], isWhole: true)
      }
      let key = ContentKey(file.bytes, name: file.path)
      if let record = shelf[key], let item = Self.item(recorded, record, file) {
        return Outcome(reading: ItemReading(item: item), key: key, record: record, isWhole: true)
      }
      let reading = Item.read(file.bytes, path: file.path)
      var record: ArraySlice<UInt8>?
      if let item = reading.item as? any RecordedItem, reading.findings.isEmpty {
        var writer = RecordWriter(file: file.bytes)
        item.write(to: &writer)
        record = writer.bytes[...]
      }
      return Outcome(reading: reading, key: key, record: record, isNew: record != nil, isWhole: record != nil)
    }
    keep(outcomes, standing)
    if standing.isEmpty {
      cache.items[name] = ReadItems(
        files: contents, keys: outcomes.map(\.key), items: outcomes.map { $0.isWhole ? $0.reading.item : nil })
    }
    return outcomes.map(\.reading)
  }

  private func keep(_ outcomes: [Outcome], _ standing: [ContentKey]) {
    let newCount = outcomes.count { $0.isNew }
    guard newCount > 0, newCount * 16 >= outcomes.count(where: \.isWhole) else { return }
    let shelf = cache.shelf(name)
    var used: [ContentKey: ArraySlice<UInt8>] = [:]
    used.reserveCapacity(outcomes.count)
    for outcome in outcomes where outcome.isWhole { used[outcome.key] = outcome.record ?? shelf[outcome.key] }
    for key in standing { used[key] = shelf[key] }
    cache.keep(used, newCount: newCount, as: name)
  }

  /// The files that this process has read from another tree, where these blobs are the same; nil for the others.
  func standing(at paths: [String], being blobs: [ObjectID?]) -> Standing<Item>? {
    guard let read = cache.items[name] as? ReadItems<Item>, blobs.contains(where: { $0 != nil }) else { return nil }
    let before = read.places
    let places = concurrently(Array(zip(paths, blobs))) { path, blob -> Int? in
      guard let blob, let place = before[path], read.hasItem[place], BlobName.matches(blob, read.files[place].bytes)
      else { return nil }
      return place
    }
    return Standing(places: places, read: read)
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

/// Files of a tree that are as they were read from another one.
struct Standing<Item: Sendable> {
  /// Of each file of the tree, the place among those that were read; nil for one that has to be read.
  fileprivate(set) var places: [Int?]
  fileprivate let read: ReadItems<Item>

  func item(_ place: Int) -> Item? { read.items[place] }
  var keys: [ContentKey] { places.compactMap { $0.map { read.keys[$0] } } }
}

/// Items that this process read without a finding: of two trees that it reads, nearly all files are the same.
private final class ReadItems<Item: Sendable>: Sendable {
  let files: [(path: String, bytes: [UInt8])]
  let keys: [ContentKey]
  /// Nil where there was a finding.
  let items: [Item?]
  let hasItem: [Bool]

  init(files: [(path: String, bytes: [UInt8])], keys: [ContentKey], items: [Item?]) {
    (self.files, self.keys, self.items) = (files, keys, items)
    hasItem = items.map { $0 != nil }
  }

  /// By path.
  var places: [String: Int] { Dictionary(zip(files.map(\.path), files.indices)) { first, _ in first } }
}
