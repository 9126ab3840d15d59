import PlanModel

/// One known key of the front matter with its value, as writers put it. Values stay as they are written, quotes included.
struct CanonicalField {
  private(set) var lines: [ArraySlice<UInt8>]
  private let document: PlanDocument

  /// - Parameter lines: those of the key and its value; what takes a form that is not known here keeps them.
  init(_ document: PlanDocument, _ entry: YAMLNode.Entry, _ lines: [ArraySlice<UInt8>]) {
    self.document = document
    self.lines = lines
    let value = entry.value
    if lines.count == 1, let formed = onOneLine(entry) {
      self.lines = formed
    } else if let list = value.list, let formed = block(entry, list, lines) {
      self.lines = formed
    }
  }

  // MARK: One line

  private func onOneLine(_ entry: YAMLNode.Entry) -> [ArraySlice<UInt8>]? {
    let line = document.text.line(entry.line)
    let head = line.startIndex + entry.key.utf8.count
    switch entry.value.content {
    case .scalar: return [scalar(line, behind: head)].compactMap(\.self)
    case .list(let items): return flow(line, behind: head, items)
    case .map: return nil
    }
  }

  /// `key: value  # comment`, in the line's own margin.
  private func scalar(_ line: ArraySlice<UInt8>, behind colon: Int) -> ArraySlice<UInt8>? {
    guard let span = document.valueSpan(behind: colon, in: line) else { return line.trimmedEnd }
    let value = span.isEmpty ? [] : [.space] + line[span]
    return (line[...colon] + value + comment(line[span.upperBound...]))[...]
  }

  /// `  # why`, of what stands behind a value.
  private func comment(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    let words = rest.drop { $0 == .space || $0 == .tab }.trimmedEnd
    return words.isEmpty ? [] : [.space, .space] + words
  }

  /// `[a, b]` with a line for each; a list of nothing stays on its line.
  private func flow(_ line: ArraySlice<UInt8>, behind colon: Int, _ items: [YAMLNode]) -> [ArraySlice<UInt8>]? {
    let value = line[(colon + 1)...].drop { $0 == .space || $0 == .tab }
    guard value.first == .openBracket else { return nil }
    if items.isEmpty {
      guard let end = value.firstIndex(of: .closeBracket) else { return nil }
      return [(line[...colon] + Array(" []".utf8) + comment(value[(end + 1)...]))[...]]
    }
    var formed: [String] = []
    if value.contains(.hash) { return nil }
    for item in items {
      guard let words = plain(item) ?? map(item) else { return nil }
      formed += YAMLText.item(words)
    }
    return [line[...colon]] + formed.map { Array($0.utf8)[...] }
  }

  /// A value that needs no quotes, as one line of an item.
  private func plain(_ node: YAMLNode) -> [String]? {
    guard case .scalar(let text, isQuoted: false) = node.content, !node.isNull, YAMLText.scalar(text) == text else {
      return nil
    }
    return [text]
  }

  /// A map in braces, as lines of an item.
  private func map(_ node: YAMLNode) -> [String]? {
    guard let entries = node.entries, !entries.isEmpty else { return nil }
    var fields: [(key: String, text: String)] = []
    for entry in entries {
      guard let words = plain(entry.value), YAMLText.scalar(entry.key) == entry.key else { return nil }
      fields.append((entry.key, "\(entry.key): \(words[0])"))
    }
    return CanonicalFrontMatter.ordered(fields, by: Self.anchorKeys, \.key).map(\.text)
  }

  // MARK: Several lines

  private static let anchorKeys = ["path", "symbol", "role", "seen"]

  /// `- item` on lines of their own, set in by two.
  private func block(
    _ entry: YAMLNode.Entry, _ items: [YAMLNode], _ lines: [ArraySlice<UInt8>]
  ) -> [ArraySlice<UInt8>]? {
    guard let first = items.first, first.line > entry.line,
      let head = scalar(lines[0], behind: lines[0].startIndex + entry.key.utf8.count)
    else { return nil }
    var formed = [head]
    for item in items {
      guard let lines = wordLines(item) ?? mapLines(item) else { return nil }
      formed += lines
    }
    // Comments and empty lines between the items, or values of several lines: those stay as people set them.
    return formed.count == lines.count ? formed : nil
  }

  private func wordLines(_ item: YAMLNode) -> [ArraySlice<UInt8>]? {
    guard case .scalar = item.content, let (dash, _) = margin(item.line),
      let line = scalar(document.text.line(item.line), behind: dash)
    else { return nil }
    return [Array("  ".utf8) + line.drop { $0 == .space }]
  }

  private func mapLines(_ item: YAMLNode) -> [ArraySlice<UInt8>]? {
    guard let entries = item.entries, let first = entries.first else { return nil }
    var fields: [(key: String, line: ArraySlice<UInt8>)] = []
    for entry in entries {
      let line = document.text.line(entry.line)
      guard case .scalar = entry.value.content, entry.value.line == entry.line || entry.value.isNull,
        let words = entry.line == first.line ? margin(entry.line)?.words : line.firstIndex(where: { $0 != .space }),
        fields.allSatisfy({ $0.line.startIndex != line.startIndex }),
        line[words...].starts(with: (entry.key + ":").utf8),
        let formed = scalar(line[words...], behind: words + entry.key.utf8.count)
      else { return nil }
      fields.append((entry.key, formed))
    }
    guard Set(entries.map(\.line)).count == entries.count else { return nil }
    return CanonicalFrontMatter.ordered(fields, by: Self.anchorKeys, \.key).enumerated().map { index, field in
      Array((index == 0 ? "  - " : "    ").utf8) + field.line
    }
  }

  /// Where the dash of an item stands, and where its words begin.
  private func margin(_ number: Int) -> (dash: Int, words: Int)? {
    let line = document.text.line(number)
    guard let dash = line.firstIndex(where: { $0 != .space }), line[dash] == .dash,
      let words = line[(dash + 1)...].firstIndex(where: { $0 != .space }), words > dash + 1, line[words] != .dash
    else { return nil }
    return (dash, words)
  }
}
