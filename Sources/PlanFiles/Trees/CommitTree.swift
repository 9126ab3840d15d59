package import Git
import PlanModel

/// The plan as a commit has it.
package final class CommitTree: PlanTree {
  private let repository: Repository
  private let files: TreeListing

  /// Lists the plan of `commit`; its files are read when asked for.
  package init(_ commit: ObjectID, in repository: Repository) throws(GitError) {
    self.repository = repository
    files = TreeListing(try repository.files(in: commit, under: ".handoff"))
  }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    files.entries(in: folder)
  }

  package func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String? {
    files.firstName(in: folder, withPrefix: prefix)
  }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    try files.read(path, limit: limit, from: repository)
  }

  /// The contents of a file by their name; nil where there is no such file.
  package func id(of path: String) -> ObjectID? { files[path]?.id }

  /// The paths of files that this commit has and `other` has not, or the other way round, or with other contents.
  package func differences(from other: CommitTree) -> Set<String> { files.differences(from: other.files) }
}

/// A flat list of files, seen as folders.
struct TreeListing: Sendable {
  private let files: [String: TreeEntry]
  private let folders: [String: [PlanTreeEntry]]

  init(_ entries: [TreeEntry]) {
    var files: [String: TreeEntry] = [:]
    var folders: [String: [PlanTreeEntry]] = [:]
    let slash = UInt8(ascii: "/")
    for entry in entries {
      // In a conflict, one path stands in the index several times.
      guard files.updateValue(entry, forKey: entry.path) == nil else { continue }
      var kind = PlanTreeEntry.Kind(entry.kind)
      var path = entry.path.utf8[...]
      while let end = path.lastIndex(of: slash) {
        let name = String(Substring(path[path.index(after: end)...]))
        path = path[..<end]
        let folder = String(Substring(path))
        let isKnown = folders[folder] != nil
        folders[folder, default: []].append(PlanTreeEntry(name: name, kind: kind))
        if isKnown { break }
        kind = .folder
      }
    }
    self.files = files
    self.folders = folders.mapValues { $0.sorted { $0.name < $1.name } }
  }

  subscript(path: String) -> TreeEntry? { files[path] }

  func differences(from other: TreeListing) -> Set<String> {
    let paths = Set(files.keys).union(other.files.keys)
    return paths.filter { (files[$0]?.id, files[$0]?.kind) != (other.files[$0]?.id, other.files[$0]?.kind) }
  }

  func entries(in folder: String) -> [PlanTreeEntry] { folders[folder] ?? [] }

  /// By halves: one after the other, all stories would be looked for in the square of their number.
  func firstName(in folder: String, withPrefix prefix: String) -> String? {
    let entries = entries(in: folder)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name < prefix { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].name.hasPrefix(prefix) ? entries[low].name : nil
  }

  func read(_ path: String, limit: Int, from repository: Repository) throws(PlanTreeError) -> [UInt8] {
    guard let entry = files[path] else { throw .notFound(path) }
    guard entry.kind == .file || entry.kind == .executable else {
      throw .unusable(entry.kind == .symbolicLink ? .symbolicLink : .notRegular, path: path)
    }
    do {
      return try repository.blob(entry.id, limit: limit)
    } catch .objectTooLarge(_, let bytes, let limit) {
      throw .unusable(.tooLarge(bytes: bytes, limit: limit), path: path)
    } catch {
      throw .unusable(.unreadable(reason: "the object \(entry.id.short) is not there"), path: path)
    }
  }
}

extension PlanTreeEntry.Kind {
  init(_ kind: TreeEntry.Kind) {
    switch kind {
    case .file, .executable: self = .file
    case .symbolicLink: self = .symbolicLink
    case .submodule: self = .other
    }
  }
}
