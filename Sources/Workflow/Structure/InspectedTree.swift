import Concurrency
import PlanFiles
import PlanModel

/// A tree whose files are inspected for personal data, secrets and hidden characters when they are read, so that no file is read twice.
final class InspectedTree: PlanTree {
  /// So many bytes are inspected at once, and so many are kept before they are.
  private static let (part, most) = (256 << 10, 4 << 20)

  private static let shelf = "inspected"

  private typealias File = (path: String, bytes: [UInt8])

  private let tree: any PlanTree
  private let policy: Policy
  private let cache: RecordCache?
  /// What is looked for, as text: files in which it was not found are known by it.
  private let rules: String
  private let clean: RecordShelf?
  private var found: [Finding] = []
  private var cleanNow: [ContentKey: ArraySlice<UInt8>] = [:]
  private var newlyClean = 0
  private var waiting: [[File]] = []
  /// Of the last part, and of all that waits.
  private var (partBytes, bytes) = (0, 0)

  /// The plan's own settings say what is looked for.
  init(_ reader: PlanReader) {
    tree = reader.tree
    var ignored: [Finding] = []
    policy = reader.policy(&ignored)
    cache = reader.cache
    rules = "hidden characters, \(policy.redactions)"
    clean = cache?.shelf(Self.shelf, rules: rules)
  }

  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { try tree.entries(in: folder) }

  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    let bytes = try tree.read(path, limit: limit)
    take(bytes, path)
    return bytes
  }

  func read(_ paths: [String], limit: Int) -> [Result<[UInt8], PlanTreeError>] {
    let results = tree.read(paths, limit: limit)
    for (path, result) in zip(paths, results) { if let bytes = try? result.get() { take(bytes, path) } }
    return results
  }

  private func take(_ bytes: [UInt8], _ path: String) {
    if waiting.isEmpty || partBytes > Self.part {
      waiting.append([])
      partBytes = 0
    }
    waiting[waiting.count - 1].append((path, bytes))
    partBytes += bytes.count
    self.bytes += bytes.count
    if self.bytes > Self.most { inspect() }
  }

  /// What is wrong with the files that have been read.
  var findings: [Finding] {
    inspect()
    cache?.keep(cleanNow, newCount: newlyClean, as: Self.shelf, rules: rules)
    newlyClean = 0
    return found
  }

  private func inspect() {
    let (policy, clean) = (policy, clean)
    // Custom expressions are compiled for each part: a compiled one is used by one thread at a time.
    let parts = concurrently(waiting, chunk: 1) { part in
      let inspection = PrivacyInspection(policy)
      return part.map { file in Inspected(file.bytes, path: file.path, by: inspection, clean) }
    }
    for file in parts.joined() {
      found += file.findings
      guard let key = file.key, file.findings.isEmpty else { continue }
      cleanNow[key] = []
      if !file.isKnown { newlyClean += 1 }
    }
    waiting = []
    bytes = 0
  }
}

/// One file, inspected now or known to be clean.
private struct Inspected: Sendable {
  var findings: [Finding] = []
  var key: ContentKey?
  var isKnown = false

  init(_ bytes: [UInt8], path: String, by inspection: PrivacyInspection, _ clean: RecordShelf?) {
    if let clean {
      let key = ContentKey(bytes, name: path)
      self.key = key
      isKnown = clean[key] != nil
    }
    if isKnown { return }
    findings = inspection.findings(in: bytes, path: path) + HiddenInspection.findings(in: bytes, path: path)
  }
}

extension PlanReader {
  /// Everything under `.handoff/`, with what of it does not belong into a plan.
  func inspectedSnapshot() -> PlanSnapshot {
    let inspected = InspectedTree(self)
    var snapshot = PlanReader(inspected, cache: cache).snapshot()
    snapshot.findings += inspected.findings
    return snapshot
  }
}
