extension Snapshot {
  /// The file at a path, if there is one.
  package func file(at path: String) -> IndexedFile? { place(of: path).map { files[$0] } }

  /// Where the file at a path stands in ``files``, if there is one; found by halves.
  package func place(of path: String) -> Int? {
    var range = files.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if files[middle].path == path { return middle }
      range =
        files[middle].path.utf8.lexicographicallyPrecedes(path.utf8)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
