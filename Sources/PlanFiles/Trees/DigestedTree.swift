import Concurrency
import PlanModel

/// A tree that notes of each file that is read what tells its bytes from others.
package final class DigestedTree: PlanTree {
  private let tree: any PlanTree
  /// By path; 64 bits that are the same on every machine, and secure nothing.
  package private(set) var digests: [String: UInt64] = [:]

  package init(_ tree: any PlanTree) { self.tree = tree }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { try tree.entries(in: folder) }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    let bytes = try tree.read(path, limit: limit)
    digests[path] = FNV1a.hash(bytes)
    return bytes
  }

  package func read(_ paths: [String], limit: Int) -> [Result<[UInt8], PlanTreeError>] {
    let results = tree.read(paths, limit: limit)
    for (path, digest) in zip(paths, concurrently(results) { (try? $0.get()).map { FNV1a.hash($0) } }) {
      digests[path] = digest
    }
    return results
  }

  package func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String? {
    try tree.firstName(in: folder, withPrefix: prefix)
  }
}
