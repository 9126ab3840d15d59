import Git
import PlanModel
import Synchronization

/// A flat list of files, seen as folders.
///
/// Nothing is made of a file before it is asked for: a hook lists a plan of 10,000 stories and reads one of them.
final class TreeListing: Sendable {
  /// Sorted by the bytes of the paths; of several with one path, as in a conflict, the last counts.
  private let files: [TreeEntry]
  private let folders = Mutex<[String: [PlanTreeEntry]]>([:])

  init(_ entries: [TreeEntry]) {
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { !$1.path.precedes($0.path) }
    files = isSorted ? entries : entries.sorted { $0.path.precedes($1.path) }
  }

  subscript(path: String) -> TreeEntry? {
    let place = firstPlace { path.precedes($0) }
    guard place > 0, files[place - 1].path == path else { return nil }
    return files[place - 1]
  }

  /// Of two listings in which every path stands once.
  func differences(from other: TreeListing) -> Set<String> {
    // Lists of one tree are one list.
    if files == other.files { return [] }
    var differences: Set<String> = []
    var (own, others) = (files[...], other.files[...])
    while let file = own.first, let second = others.first {
      if file.path == second.path {
        if file != second { differences.insert(file.path) }
        own.removeFirst()
        others.removeFirst()
      } else if file.path.precedes(second.path) {
        differences.insert(own.removeFirst().path)
      } else {
        differences.insert(others.removeFirst().path)
      }
    }
    return differences.union((own + others).map(\.path))
  }

  /// Sorted by name.
  func entries(in folder: String) -> [PlanTreeEntry] {
    folders.withLock { folders in
      if let known = folders[folder] { return known }
      let found = list(folder)
      folders[folder] = found
      return found
    }
  }

  /// The name of the first entry of a folder that begins with `prefix`.
  func firstName(in folder: String, withPrefix prefix: String) -> String? {
    let start = "\(folder)/\(prefix)"
    let place = firstPlace { !$0.precedes(start) }
    guard place < files.count, files[place].path.utf8.starts(with: start.utf8) else { return nil }
    return String(files[place].path.dropFirst(folder.count + 1).prefix { $0 != "/" })
  }

  func read(_ path: String, limit: Int, from repository: Repository) throws(PlanTreeError) -> [UInt8] {
    guard let entry = self[path] else { throw .notFound(path) }
    guard entry.kind == .file || entry.kind == .executable else {
      throw .unusable(entry.kind == .symbolicLink ? .symbolicLink : .notRegular, path: path)
    }
    do {
      return try contents(of: entry.id, limit: limit, from: repository)
    } catch .objectTooLarge(_, let bytes, let limit) {
      throw .unusable(.tooLarge(bytes: bytes, limit: limit), path: path)
    } catch .missingObject(let id) {
      let reason = "the object \(id.short) is not in this clone; in a partial one, git handoff verify fetches it"
      throw .unusable(.unreadable(reason: reason), path: path)
    } catch {
      throw .unusable(.unreadable(reason: "the object \(entry.id.short) cannot be read"), path: path)
    }
  }

  /// Where one file is not here, as in a partial clone, all of them are fetched.
  private func contents(of id: ObjectID, limit: Int, from repository: Repository) throws(GitError) -> [UInt8] {
    do throws(GitError) {
      return try repository.blob(id, limit: limit)
    } catch .missingObject(let id) {
      guard try repository.fetchMissing(files.filter { $0.kind != .submodule }.map(\.id)) else {
        throw .missingObject(id)
      }
      return try repository.blob(id, limit: limit)
    }
  }

  private func list(_ folder: String) -> [PlanTreeEntry] {
    let prefix = folder + "/"
    var place = firstPlace { !$0.precedes(prefix) }
    var found: [PlanTreeEntry] = []
    while place < files.count, files[place].path.utf8.starts(with: prefix.utf8) {
      let rest = files[place].path.utf8.dropFirst(prefix.utf8.count)
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      let isFolder = name.endIndex < rest.endIndex
      let entry = PlanTreeEntry(name: String(Substring(name)), kind: isFolder ? .folder : .init(files[place].kind))
      if found.last != entry { found.append(entry) }
      // Behind all that lies in the folder: `0` follows `/`.
      let behind = prefix + entry.name + "0"
      place = isFolder ? firstPlace { !$0.precedes(behind) } : place + 1
    }
    return found.sorted { $0.name < $1.name }
  }

  /// The first file whose path passes a test that all behind it pass, too.
  private func firstPlace(_ passes: (String) -> Bool) -> Int {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if passes(files[middle].path) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension String {
  /// By bytes, as git sorts paths.
  fileprivate func precedes(_ other: String) -> Bool {
    // Of bytes that lie together the comparison is many times faster.
    let known = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { own.lexicographicallyPrecedes($0) }
    }
    return known.flatMap(\.self) ?? utf8.lexicographicallyPrecedes(other.utf8)
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
