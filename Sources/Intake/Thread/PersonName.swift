/// A person's name, to compare how people write themselves: its words, in any order and case.
struct PersonName {
  private let name: String
  private let bytes: [UInt8]

  init(_ name: String) {
    self.name = name
    bytes = Array(name.utf8)
  }

  /// Whether a line is made of words of the name: "Sam", "- Sam", "/Sam".
  func isMeant(by line: ArraySlice<UInt8>) -> Bool {
    if let isMeant = isMeantInASCII(by: line) { return isMeant }
    let words = Self.words(of: line.string)
    return !words.isEmpty && words.isSubset(of: Self.words(of: name))
  }

  private static func words(of name: String) -> Set<String> {
    Set(name.lowercased().split { !$0.isLetter }.map(String.init))
  }

  // MARK: ASCII

  // Every last line of every message is asked: most are ASCII, and told apart by their first word.

  /// Nil where one of the two has characters outside ASCII.
  private func isMeantInASCII(by line: ArraySlice<UInt8>) -> Bool? {
    guard !bytes.contains(where: \.isForeign), !line.contains(where: \.isForeign) else { return nil }
    var rest = line
    var isNamed = false
    while let start = rest.firstIndex(where: \.isLetter) {
      let word = rest[start...].prefix(while: \.isLetter)
      guard holds(word) else { return false }
      isNamed = true
      rest = rest[word.endIndex...]
    }
    return isNamed
  }

  /// Whether one of the name's words is `word`.
  private func holds(_ word: ArraySlice<UInt8>) -> Bool {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let own = bytes[start...].prefix(while: \.isLetter)
      if own.count == word.count, zip(own, word).allSatisfy({ $0.lowered == $1.lowered }) { return true }
      start = max(own.endIndex, start + 1)
    }
    return false
  }
}
