extension HTMLTag {
  /// The value of an attribute, its characters resolved; empty when it has none, nil when it is not there.
  ///
  /// `name` is in lower case. The first of several attributes of one name counts, as in browsers.
  subscript(name: String) -> String? {
    var rest = source.dropFirst().drop { !$0.isWhite && $0 != ASCII.slash && $0 != ASCII.greater }
    while let attribute = Self.attribute(&rest) {
      if attribute.name.count == name.utf8.count, attribute.name.startsIgnoringCase(name) {
        return Self.resolved(attribute.value)
      }
    }
    return nil
  }

  /// The next attribute, which is taken from `rest`.
  private static func attribute(
    _ rest: inout ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    rest = rest.drop { $0.isWhite || $0 == ASCII.slash }
    guard let first = rest.first, first != ASCII.greater else { return nil }
    let name = first == ASCII.equals ? rest.prefix(1) : rest.prefix { !endsName($0) }
    rest = rest.dropFirst(name.count).drop(while: \.isWhite)
    guard rest.first == ASCII.equals else { return (name, []) }
    rest = rest.dropFirst().drop(while: \.isWhite)
    if let quote = rest.first, quote == ASCII.quote || quote == ASCII.apostrophe {
      let value = rest.dropFirst().prefix { $0 != quote }
      rest = rest.dropFirst(value.count + 2)
      return (name, value)
    }
    let value = rest.prefix { !$0.isWhite && $0 != ASCII.greater }
    rest = rest.dropFirst(value.count)
    return (name, value)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isWhite || byte == ASCII.equals || byte == ASCII.slash || byte == ASCII.greater
  }

  private static func resolved(_ value: ArraySlice<UInt8>) -> String {
    var scanner = HTMLScanner(value)
    var result: [UInt8] = []
    while let token = scanner.next() {
      switch token {
      case .text(let text): result += text
      case .character(let text): result += text
      case .tag(let tag): result += tag.source
      }
    }
    return WhiteSpace.folded(result[...]).string
  }
}
