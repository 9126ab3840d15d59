package import PlanModel

/// Changes to the anchors of a story, which are maps in the list `code`.
extension PlanDocument {
  /// The file with other values of the anchor whose path stands at `line`; fields that are not there yet are added.
  package func settingAnchor(
    atLine line: Int, _ values: KeyValuePairs<String, String>
  ) throws(EditProblem) -> [UInt8] {
    let problem = EditProblem.notOneLine(field: "code", line: line)
    let before = fields["code"]?.list ?? []
    guard let place = before.firstIndex(where: { $0["path"]?.line == line }) else { throw problem }
    var document = try unfoldingItem(place, problem) ?? self
    for (key, value) in values {
      let edited = try document.setting(key, to: value, inItem: place, problem)
      guard let read = try? document.again(edited) else { throw problem }
      document = read
    }
    return try proved(document.text.bytes, "code") { _, new in
      guard let after = new.list, after.count == before.count else { return false }
      return after.indices.allSatisfy { index in
        guard index == place else { return before[index].hasWords(of: after[index]) }
        return (after[index].entries ?? []).allSatisfy { entry in
          let meant = values.last { $0.key == entry.key }?.value
          return meant.map { $0 == entry.value.text } ?? (before[index][entry.key]?.hasWords(of: entry.value) ?? false)
        }
      }
    }
  }

  /// The file with the map of an anchor written out, each field on a line of its own; nil where it is: `- {path: a.c}` has
  /// no line that a field could be set on.
  private func unfoldingItem(_ place: Int, _ problem: EditProblem) throws(EditProblem) -> PlanDocument? {
    guard let list = fields["code"]?.list, let entries = list[place].entries, let first = entries.first,
      entries.allSatisfy({ $0.line == first.line && $0.value.line == first.line })
    else { return nil }
    let line = text.line(first.line)
    let words = line.drop { $0 == .space }
    let braced = words.dropFirst().drop { $0 == .space }
    guard words.first == .dash, braced.first == UInt8(ascii: "{") else { return nil }
    // What stands behind the brace, as a comment does, would be lost.
    guard line.last(where: { $0 != .space && $0 != .tab }) == UInt8(ascii: "}") else { throw problem }
    var fields: [String] = []
    for entry in entries {
      guard let value = entry.value.text else { throw problem }
      fields.append("\(entry.key): \(YAMLText.scalar(value))")
    }
    let lines = YAMLText.item(fields, indent: line.prefix { $0 == .space }.count)
    var edited = Array(text.bytes[..<line.startIndex]) + Array(lines[0].utf8) + text.bytes[line.endIndex...]
    for (offset, added) in lines.dropFirst().enumerated() {
      guard let document = try? again(edited) else { throw problem }
      edited = document.inserting(added, afterLine: first.line + offset)
    }
    guard let document = try? again(edited) else { throw problem }
    return document
  }

  private func setting(
    _ key: String, to value: String, inItem place: Int, _ problem: EditProblem
  ) throws(EditProblem) -> [UInt8] {
    guard let list = fields["code"]?.list, list.indices.contains(place), let entries = list[place].entries,
      entries.allSatisfy({ $0.value.line == $0.line }), Set(entries.map(\.line)).count == entries.count,
      let first = entries.first, let last = entries.last
    else { throw problem }
    guard let entry = entries.first(where: { $0.key == key }) else {
      let margin = text.line(first.line).prefix { $0 == .space || $0 == .dash }.count
      let indent = String(repeating: " ", count: margin)
      return inserting("\(indent)\(key): \(YAMLText.scalar(value))", afterLine: last.line)
    }
    let line = text.line(entry.line)
    guard let colon = line.firstIndex(of: .colon), let span = valueSpan(behind: colon, in: line) else { throw problem }
    return Array(text.bytes[..<span.lowerBound]) + Array(YAMLText.scalar(value).utf8) + text.bytes[span.upperBound...]
  }
}

extension Anchor {
  /// The fields of an anchor as the list `code` has them: `path: src/a.swift`.
  package static func fields(path: String, symbol: String?, role: String?, seen: String?) -> [String] {
    var fields = ["path: \(YAMLText.scalar(path))"]
    if let symbol { fields.append("symbol: \(YAMLText.scalar(symbol))") }
    if let role { fields.append("role: \(YAMLText.scalar(role))") }
    if let seen { fields.append("seen: \(YAMLText.scalar(seen))") }
    return fields
  }
}
