extension ArraySlice<UInt8> {
  /// Where `words` first stand, or nil; the search of the standard library is generic, and `check` searches every source.
  package func firstPlace(of words: [UInt8]) -> Range<Int>? {
    guard let first = words.first, words.count <= count else { return words.isEmpty ? startIndex..<startIndex : nil }
    var index = startIndex
    while index <= endIndex - words.count {
      if self[index] == first, holds(words, at: index) { return index..<index + words.count }
      index += 1
    }
    return nil
  }

  private func holds(_ words: [UInt8], at index: Int) -> Bool {
    for offset in words.indices where self[index + offset] != words[offset] { return false }
    return true
  }
}
