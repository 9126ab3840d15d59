import Concurrency
import PlanFiles
import PlanModel

/// A tree whose files are inspected for personal data and secrets when they are read, so that no file is read twice.
final class InspectedTree: PlanTree {
  /// So many bytes are inspected at once, and so many are kept before they are.
  private static let (part, most) = (256 << 10, 4 << 20)

  private typealias File = (path: String, bytes: [UInt8])

  private let tree: any PlanTree
  private let policy: Policy
  private var found: [Finding] = []
  private var waiting: [[File]] = []
  /// Of the last part, and of all that waits.
  private var (partBytes, bytes) = (0, 0)

  /// The plan's own settings say what is looked for.
  init(_ reader: PlanReader) {
    tree = reader.tree
    var ignored: [Finding] = []
    policy = reader.policy(&ignored)
  }

  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { try tree.entries(in: folder) }

  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    let bytes = try tree.read(path, limit: limit)
    if waiting.isEmpty || partBytes > Self.part {
      waiting.append([])
      partBytes = 0
    }
    waiting[waiting.count - 1].append((path, bytes))
    partBytes += bytes.count
    self.bytes += bytes.count
    if self.bytes > Self.most { inspect() }
    return bytes
  }

  /// What is wrong with the files that have been read.
  var findings: [Finding] {
    inspect()
    return found
  }

  private func inspect() {
    let policy = policy
    // Custom expressions are compiled for each part: a compiled one is used by one thread at a time.
    found += concurrently(waiting, chunk: 1) { part in
      let inspection = PrivacyInspection(policy)
      return part.flatMap { inspection.findings(in: $0.bytes, path: $0.path) }
    }.flatMap(\.self)
    waiting = []
    bytes = 0
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
