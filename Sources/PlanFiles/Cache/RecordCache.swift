import FileSystem
import Git
import PlanModel

/// What was read from files of a plan, kept in git's folder for all work trees so that it need not be read again.
///
/// Nothing depends on it: a shelf that is old, broken, half written or not there is an empty one, and one that cannot be
/// written stays as it is. A shelf is replaced as a whole by renaming; of two processes that write one, either's is whole.
package final class RecordCache {
  /// So many files of a kind are read as quickly without a shelf.
  package static let fewest = 256
  /// Goes up whenever records are written in another form.
  private static let format = "records 1"

  private let folder: String
  private let stamp: UInt64
  private var shelves: [String: RecordShelf] = [:]
  /// What was read last of each kind, as ``KnownItems`` keeps it.
  var items: [String: any Sendable] = [:]
  /// Sources that this process has read from commits: of two that it compares, nearly all are the same.
  var committedSources: [SourceName: ItemReading<Source>] = [:]
  /// Whether one process reads the same plan again and again, so that more than items is worth remembering.
  package var isReadAgain = false
  /// The sources that were read last, by their paths, where they are remembered.
  var sources: [String: ReadSource] = [:]
  /// How many items were asked for one by one.
  var singles = 0

  /// - Parameters:
  ///   - directory: the program's folder within git's own; it need not be there.
  ///   - reader: what tells this program from every other that may read otherwise: its version, its file.
  package init(directory: String, reader: String) {
    folder = Self.folder(in: directory)
    stamp = FNV1a.hash(text: "\(Self.format)\n\(reader)")
  }

  /// Where it lies in the program's folder within git's own.
  package static func folder(in directory: String) -> String { directory + "/parsed" }

  /// The records of a name that were made by this program and by these rules.
  package func shelf(_ name: String, rules: String = "") -> RecordShelf {
    if let shelf = shelves[name + rules] { return shelf }
    let bytes = try? FileSystem.read("\(folder)/\(name)", limit: RecordShelf.byteLimit, followingLinks: false)
    let shelf = bytes.flatMap { RecordShelf($0, stamp: stamp(of: rules)) } ?? RecordShelf()
    shelves[name + rules] = shelf
    return shelf
  }

  /// Keeps records for the next time, unless nearly all of them are kept already.
  ///
  /// - Parameters:
  ///   - used: the records of all files that were read, kept or new.
  ///   - newCount: how many of them are new.
  ///   - fewest: as many are worth a shelf.
  package func keep(
    _ used: [ContentKey: ArraySlice<UInt8>], newCount: Int, as name: String, rules: String = "",
    fewest: Int = RecordCache.fewest
  ) {
    guard newCount > 0, newCount * 16 >= used.count, used.count >= fewest else { return }
    guard let file = RecordShelf.file(of: used, and: shelf(name, rules: rules), stamp: stamp(of: rules)) else { return }
    // A repository that may only be read is read without a shelf.
    guard (try? FileSystem.createDirectory(folder, withIntermediates: true)) != nil,
      (try? FileSystem.writeQuickly(file, to: "\(folder)/\(name)")) != nil
    else { return }
    shelves[name + rules] = RecordShelf(file, stamp: stamp(of: rules))
  }

  private func stamp(of rules: String) -> UInt64 { FNV1a.hash(text: rules, seed: stamp) }
}

/// A source as a commit has it.
struct SourceName: Hashable {
  var folder: String
  var head: ObjectID
  var table: ObjectID
}
