extension Snapshot {
  /// The file at a path, if there is one; found by halves.
  package func file(at path: String) -> IndexedFile? {
    var range = files.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if files[middle].path == path { return files[middle] }
      range =
        files[middle].path.utf8.lexicographicallyPrecedes(path.utf8)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
