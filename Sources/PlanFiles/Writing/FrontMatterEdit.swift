import PlanModel

/// Changes to the front matter that leave every other byte of the file as it is: comments, order, unknown keys, body.
extension PlanDocument {
  /// Why a field cannot be changed in place.
  package enum EditProblem: Error, Hashable, Sendable {
    /// The field cannot be changed on its own line alone, as when its value takes several: it is for people to edit.
    case notOneLine(field: String, line: Int)
    /// What stands at this line of the body is written in a way that an edit would not leave as it is.
    case unsafeBody(line: Int)
  }

  /// The file with the field `key` set to `value`; a comment behind the old value stays.
  package func setting(_ key: String, to value: String) throws(EditProblem) -> [UInt8] {
    let edited = try replacing(key, with: YAMLText.scalar(value))
    return try proved(edited, key) { _, new in new.text == value }
  }

  /// The file with `value` added to the list `key`; a value that is there already changes nothing.
  package func adding(_ value: String, toList key: String) throws(EditProblem) -> [UInt8] {
    let node = fields[key]
    let extended = { (old: YAMLNode?, new: YAMLNode) -> Bool in
      let before = old?.list ?? old.flatMap { $0.isNull ? nil : [$0] } ?? []
      guard let after = new.list, after.count == before.count + 1, after.last?.text == value else { return false }
      return zip(before, after).allSatisfy { $0.hasWords(of: $1) }
    }
    let values = node?.list?.compactMap(\.text) ?? node?.text.map { [$0] } ?? []
    if values.contains(value) { return text.bytes }
    if let last = node?.list?.last, let first = node?.list?.first, first.line != node?.line || isBlockItem(first) {
      let indent = String(repeating: " ", count: max(0, blockIndent(of: first)))
      return try proved(inserting("\(indent)- \(YAMLText.scalar(value))", afterLine: last.line), key, extended)
    }
    return try proved(try replacing(key, with: YAMLText.list(values + [value])), key, extended)
  }

  /// The file with maps of these fields, such as `name: Dana`, added to the list `key`, each field on a line of its own.
  package func adding(_ items: [[String]], toListOfMaps key: String) throws(EditProblem) -> [UInt8] {
    guard !items.isEmpty else { return text.bytes }
    let place = try placeBehindList(key)
    let lines = items.flatMap { YAMLText.item($0, indent: place.indent) }
    let heading = place.needsKey ? ["\(key):"] : []
    var document = self
    if let emptied = place.emptied {
      guard let edited = try? again(emptied) else { throw .notOneLine(field: key, line: place.line) }
      document = edited
    }
    let edited = document.inserting((heading + lines).joined(separator: newLine), afterLine: place.line)
    return try proved(edited, key) { old, new in
      let before = old?.list ?? []
      guard let after = new.list, after.count == before.count + items.count else { return false }
      return zip(before, after).allSatisfy { $0.hasWords(of: $1) }
    }
  }

  /// Where more items of a list go.
  private struct ListPlace {
    /// Behind this line.
    var line: Int
    var indent: Int
    /// The key is not there yet.
    var needsKey = false
    /// The file with the value of the key taken away: `[]` is no list that items can be added to by a line.
    var emptied: [UInt8]?
  }

  private func placeBehindList(_ key: String) throws(EditProblem) -> ListPlace {
    let entries = fields.entries ?? []
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      return ListPlace(line: frontMatterLines.upperBound - 1, indent: 2, needsKey: true)
    }
    let entry = entries[index]
    if entry.value.isNull { return ListPlace(line: entry.line, indent: 2) }
    guard let list = entry.value.list else { throw .notOneLine(field: key, line: entry.line) }
    guard let first = list.first else {
      return ListPlace(line: entry.line, indent: 2, emptied: try replacing(key, with: ""))
    }
    guard first.line > entry.line, isBlockItem(first) else { throw .notOneLine(field: key, line: entry.line) }
    var last = (index + 1 < entries.count ? entries[index + 1].line : frontMatterLines.upperBound) - 1
    while last > first.line, isBlankOrComment(last) { last -= 1 }
    return ListPlace(line: last, indent: blockIndent(of: first))
  }

  private func isBlankOrComment(_ number: Int) -> Bool {
    let words = text.line(number).drop { $0 == .space || $0 == .tab }
    return words.isEmpty || words.first == .hash
  }

  /// The edited file, once it has been read again and found to say what was meant and nothing else: YAML has more
  /// forms than an edit of one line can foresee.
  func proved(
    _ edited: [UInt8], _ key: String, _ isMeant: (_ old: YAMLNode?, _ new: YAMLNode) -> Bool
  ) throws(EditProblem) -> [UInt8] {
    let others = { (entries: [YAMLNode.Entry]?) in (entries ?? []).filter { $0.key != key }.map { ($0.key, $0.value) } }
    guard let document = try? again(edited), let new = document.fields[key],
      isMeant(fields[key], new),
      others(fields.entries).elementsEqual(
        others(document.fields.entries), by: { $0.0 == $1.0 && $0.1.hasWords(of: $1.1) })
    else {
      let line = fields.entries?.first { $0.key == key }?.line ?? frontMatterLines.lowerBound
      throw .notOneLine(field: key, line: line)
    }
    return edited
  }

  func again(_ edited: [UInt8]) throws(Finding) -> PlanDocument {
    isFieldsOnly ? try PlanDocument(fieldsOnly: edited, path: path) : try PlanDocument(edited, path: path)
  }

  private func replacing(_ key: String, with value: String) throws(EditProblem) -> [UInt8] {
    guard let entry = fields.entries?.first(where: { $0.key == key }) else {
      return inserting("\(key): \(value)", afterLine: placeOfNew(key))
    }
    let isOneLine = entry.value.line == entry.line && (entry.value.list ?? []).allSatisfy { $0.line == entry.line }
    guard isOneLine || entry.value.isNull else { throw .notOneLine(field: key, line: entry.line) }
    let line = text.line(entry.line)
    guard let colon = line.firstIndex(of: .colon), let span = valueSpan(behind: colon, in: line) else {
      throw .notOneLine(field: key, line: entry.line)
    }
    let gap = span.lowerBound == colon + 1 ? " " : ""
    let tail = span.isEmpty && line[span.upperBound...].first == .hash ? " " : ""
    return Array(text.bytes[..<span.lowerBound]) + Array((gap + value + tail).utf8) + text.bytes[span.upperBound...]
  }

  /// The line behind which a key goes that is not there yet: that of the keys before it, where new files have it so.
  private func placeOfNew(_ key: String) -> Int {
    let end = frontMatterLines.upperBound - 1
    let order = fields["id"]?.text.flatMap { ItemID($0) }?.kind.fieldOrder ?? []
    guard let rank = order.firstIndex(of: key), let entries = fields.entries,
      let last = entries.lastIndex(where: { order[..<rank].contains($0.key) }), last + 1 < entries.count
    else { return end }
    var place = entries[last + 1].line - 1
    while place > entries[last].line, isBlankOrComment(place) { place -= 1 }
    return place
  }

  /// Where the value stands in its line: behind the colon and blanks, up to blanks and a comment or the end.
  func valueSpan(behind colon: Int, in line: ArraySlice<UInt8>) -> Range<Int>? {
    let rest = line[(colon + 1)...].drop { $0 == .space || $0 == .tab }
    guard let first = rest.first, first != .hash else { return rest.startIndex..<rest.startIndex }
    if first == .doubleQuote || first == .singleQuote {
      return Self.closingQuote(of: rest).map { rest.startIndex..<$0 + 1 }
    }
    var end = rest.startIndex
    for index in rest.indices {
      if rest[index] == .hash, index > rest.startIndex, rest[index - 1] == .space || rest[index - 1] == .tab { break }
      if rest[index] != .space, rest[index] != .tab { end = index + 1 }
    }
    return rest.startIndex..<end
  }

  private static func closingQuote(of text: ArraySlice<UInt8>) -> Int? {
    guard let quote = text.first else { return nil }
    var index = text.startIndex + 1
    while index < text.endIndex {
      if text[index] == .backslash, quote == .doubleQuote {
        index += 1
      } else if text[index] == quote {
        guard quote == .singleQuote, index + 1 < text.endIndex, text[index + 1] == quote else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  private func isBlockItem(_ node: YAMLNode) -> Bool {
    text.line(node.line).first { $0 != .space } == .dash
  }

  private func blockIndent(of node: YAMLNode) -> Int {
    text.line(node.line).prefix { $0 == .space }.count
  }
}
