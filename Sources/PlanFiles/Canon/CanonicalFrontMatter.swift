import PlanModel

/// The front matter of an item with its known keys in order, a line an item of a list, and the blanks that writers put.
struct CanonicalFrontMatter {
  /// A key with the lines above it that belong to it, which are comments and empty lines.
  private struct Field {
    var key: String
    var lead: [ArraySlice<UInt8>]
    var lines: [ArraySlice<UInt8>]
  }

  /// The lines between the fences; nil where the keys do not begin a line each.
  let lines: [ArraySlice<UInt8>]?

  init(_ document: PlanDocument, keys: [String]) {
    guard let (fields, end) = Self.fields(of: document) else {
      lines = nil
      return
    }
    let formed = zip(fields, document.fields.entries ?? []).map { field, entry in
      var field = field
      if keys.contains(field.key) { field.lines = CanonicalField(document, entry, field.lines).lines }
      return field
    }
    let ordered = Self.ordered(formed, by: keys, \.key).flatMap { $0.lead + $0.lines } + end
    // A value may end in empty lines of its own, which are then followed by a key.
    lines = Array(ordered.drop(while: \.isBlank))
  }

  /// The elements with those of `keys` in their order, in the places that such elements had.
  static func ordered<Element>(_ elements: [Element], by keys: [String], _ key: (Element) -> String) -> [Element] {
    let places = elements.indices.filter { keys.contains(key(elements[$0])) }
    let sorted = places.map { elements[$0] }.enumerated().sorted { left, right in
      let ranks = (keys.firstIndex(of: key(left.element)) ?? 0, keys.firstIndex(of: key(right.element)) ?? 0)
      return (ranks.0, left.offset) < (ranks.1, right.offset)
    }
    var ordered = elements
    for (place, element) in zip(places, sorted) { ordered[place] = element.element }
    return ordered
  }

  /// The keys with their lines, and the comments behind the last one.
  private static func fields(of document: PlanDocument) -> (fields: [Field], end: [ArraySlice<UInt8>])? {
    guard let entries = document.fields.entries else { return nil }
    if entries.isEmpty { return ([], folded(document.frontMatterLines.map { document.text.line($0) })) }
    var fields: [Field] = []
    var first = document.frontMatterLines.lowerBound
    var lead: [ArraySlice<UInt8>] = []
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1].line : document.frontMatterLines.upperBound
      guard entry.line >= first, next > entry.line, document.text.line(entry.line).beginsKey(entry.key) else {
        return nil
      }
      if index == 0 { lead = folded((first..<entry.line).map { document.text.line($0) }) }
      var end = next
      while end > entry.line + 1, document.text.line(end - 1).isBlankOrComment { end -= 1 }
      fields.append(Field(key: entry.key, lead: lead, lines: (entry.line..<end).map { document.text.line($0) }))
      lead = folded((end..<next).map { document.text.line($0) })
      first = next
    }
    while lead.last?.isBlank == true { lead.removeLast() }
    return (fields, lead)
  }

  /// Lines without blanks at their ends, and with no two empty ones behind each other.
  private static func folded(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var folded: [ArraySlice<UInt8>] = []
    for line in lines.map(\.trimmedEnd) where !(line.isEmpty && folded.last?.isEmpty == true) { folded.append(line) }
    return folded
  }
}

extension ArraySlice<UInt8> {
  var isBlank: Bool { allSatisfy { $0 == .space || $0 == .tab } }

  /// A comment that begins its line, or nothing. One that is set in belongs to the list above it.
  fileprivate var isBlankOrComment: Bool { first == .hash || isBlank }

  /// Whether the line begins with the key as it is, without quotes or marks.
  fileprivate func beginsKey(_ key: String) -> Bool {
    starts(with: key.utf8) && dropFirst(key.utf8.count).first == .colon
  }

  /// The line without the blanks at its end.
  var trimmedEnd: ArraySlice<UInt8> {
    var line = self
    while let last = line.last, last == .space || last == .tab { line = line.dropLast() }
    return line
  }
}
