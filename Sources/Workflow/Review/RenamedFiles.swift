import PlanFiles
import PlanModel

/// The plan files to which one side gave other names, as a merge of git finds them: one that is gone and a new one of
/// the same item, with half of the bytes in lines that both have (git-diff(1), `--find-renames`).
struct RenamedFiles {
  private var names: [String: String] = [:]

  /// - Parameter changed: the files that `side` has otherwise than `base`.
  init(from base: CommitTree, to side: CommitTree, changed: Set<String>) {
    let new = Dictionary(grouping: changed.filter { base.id(of: $0) == nil }, by: Item.init(path:))
    for path in changed where side.id(of: path) == nil {
      guard let item = Item(path: path), let names = new[item], names.count == 1, let name = names.first,
        base.id(of: path) == side.id(of: name) || Self.areAlike((base, path), (side, name))
      else { continue }
      self.names[path] = name
    }
  }

  /// The new name of a file of the base; nil where it has none.
  subscript(path: String) -> String? { names[path] }

  private struct Item: Hashable {
    var folder: Substring
    var id: ItemID

    init?(path: String) {
      guard let slash = path.lastIndex(of: "/"),
        let id = ItemID(path[path.index(after: slash)...].prefix(ItemID.length))
      else { return nil }
      (folder, self.id) = (path[..<slash], id)
    }
  }

  private static func areAlike(
    _ one: (tree: CommitTree, path: String), _ two: (tree: CommitTree, path: String)
  ) -> Bool {
    guard let old = try? one.tree.read(one.path, limit: PlanDocument.byteLimit),
      let new = try? two.tree.read(two.path, limit: PlanDocument.byteLimit)
    else { return false }
    var lines: [ArraySlice<UInt8>: Int] = [:]
    for line in old.split(separator: UInt8(ascii: "\n")) { lines[line, default: 0] += 1 }
    var shared = 0
    for line in new.split(separator: UInt8(ascii: "\n")) {
      guard let count = lines[line], count > 0 else { continue }
      lines[line] = count - 1
      shared += line.count + 1
    }
    return shared * 2 >= max(old.count, new.count)
  }
}
