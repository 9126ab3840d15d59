/// A file of a tree, with its full path from the top.
package struct TreeEntry: Hashable, Sendable {
  package enum Kind: Sendable {
    case file, executable, symbolicLink, submodule
  }

  package let path: String
  package let kind: Kind
  package let id: ObjectID

  package init(path: String, kind: Kind, id: ObjectID) {
    self.path = path
    self.kind = kind
    self.id = id
  }
}

extension [TreeEntry] {
  /// Those below a folder, of a list that is sorted by the bytes of the paths.
  package func below(_ folder: String) -> ArraySlice<TreeEntry> {
    // `0` follows `/`.
    self[firstPlace(notBefore: folder + "/")..<firstPlace(notBefore: folder + "0")]
  }

  private func firstPlace(notBefore path: String) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].path.utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
