import Concurrency
import FileSystem
import PlanFiles
package import PlanModel

/// Which files of a plan were brought, or would have to be brought, into the form that the program writes.
package struct FormatOutcome: Sendable {
  /// The files whose form is another, in their order.
  package var changed: [String] = []
  /// What keeps files from being read; these stay as they are.
  package var left: [Finding] = []
  /// How many files were looked at.
  package var count = 0
  package var isWritten: Bool

  /// Whether every file was read, and none waits to be written.
  package var isClean: Bool { left.isEmpty && (isWritten || changed.isEmpty) }
}

extension Workspace {
  /// Brings the files of intents, epics, stories and decisions into one form; what they say stays the same.
  ///
  /// - Parameters:
  ///   - names: files and folders, from where one stands or from the top, or ids; empty for all.
  ///   - writes: else it is only told which files would change.
  package func format(_ names: [String] = [], writes: Bool) throws(Failure) -> FormatOutcome {
    let files = try files(named: names)
    let tree = try plan().tree
    let contents = tree.read(files.map(\.path), limit: PlanDocument.byteLimit)
    let formed = concurrently(Array(zip(files, contents))) { file, content in
      Result { () throws(Finding) in try Self.formed(file, content) }
    }
    var outcome = FormatOutcome(count: files.count, isWritten: writes)
    var change = try change()
    for (file, result) in zip(files, formed) {
      switch result {
      case .failure(let finding): outcome.left.append(finding)
      case .success((let old, let new)) where old != new:
        outcome.changed.append(file.path)
        change.put(new, at: file.path, expecting: .contents(old))
      case .success: break
      }
    }
    if writes, !change.isEmpty { try commit(change) }
    return outcome
  }

  private typealias File = (path: String, kind: ItemKind)

  private static func formed(
    _ file: File, _ content: Result<[UInt8], PlanTreeError>
  ) throws(Finding) -> (old: [UInt8], new: [UInt8]) {
    switch content {
    case .failure(let error): throw error.finding
    case .success(let bytes): return (bytes, try CanonicalForm.bytes(of: bytes, path: file.path, kind: file.kind))
    }
  }

  private func files(named names: [String]) throws(Failure) -> [File] {
    let reader = try plan()
    var all: [File] = []
    for kind in ItemKind.allCases where !kind.fieldOrder.isEmpty {
      let folder = reader.folder(of: kind)
      let entries = try tree { () throws(PlanTreeError) in try reader.tree.entries(in: folder) }
      all += entries.filter { !$0.name.hasPrefix(".") && $0.name.hasSuffix(".md") }.map {
        ("\(folder)/\($0.name)", kind)
      }
    }
    if names.isEmpty { return all }
    var wanted: Set<String> = []
    for name in names { wanted.formUnion(try paths(named: name, among: all.map(\.path))) }
    return all.filter { wanted.contains($0.path) }
  }

  /// The files that a name means.
  private func paths(named name: String, among all: [String]) throws(Failure) -> [String] {
    let plain = name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    for path in [try pathFromTop(name), plain] {
      let found = all.filter { $0 == path || $0.hasPrefix(path + "/") || path.isEmpty }
      if !found.isEmpty { return found }
    }
    let isID = ItemKind.allCases.contains { name.hasPrefix($0.rawValue + "-") } && !name.contains(".")
    if isID {
      let path = try path(of: id(name))
      if all.contains(path) { return [path] }
    }
    let expected = "a file or folder of intents, epics, stories or decisions, or the id of one"
    throw Failure(.invalidValue(field: "path", value: name, expected: expected))
  }
}
