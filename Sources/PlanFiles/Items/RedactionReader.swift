import PlanModel

extension FieldReader {
  /// Reads a list of kinds of data: words, and maps of `name` and `pattern`.
  mutating func redactions(_ key: String) -> [Redaction] {
    guard let node = node[key], !node.isNull else { return [] }
    guard let list = node.list ?? (node.text == nil ? nil : [node]) else {
      let expected = "a list, as `[email, phone]`"
      report(.field(.wrongForm(field: key, value: "", expected: expected)), at: node)
      return []
    }
    var redactions: [Redaction] = []
    for entry in list {
      guard let redaction = redaction(entry, key), !redactions.contains(where: { $0.name == redaction.name }) else {
        continue
      }
      redactions.append(redaction)
    }
    return redactions
  }

  private mutating func redaction(_ node: YAMLNode, _ key: String) -> Redaction? {
    if node.entries != nil { return customRedaction(node) }
    let word = node.text ?? ""
    if let kind = SensitiveKind(rawValue: word) { return .kind(kind) }
    report(.field(.notOneOf(field: key, value: word, known: SensitiveKind.allCases.map(\.rawValue))), at: node)
    return nil
  }

  private mutating func customRedaction(_ node: YAMLNode) -> Redaction? {
    var redaction: Redaction?
    read(node) { inner in
      let name = inner.required("name")
      let pattern = inner.required("pattern")
      inner.reportUnknownKeys(known: ["name", "pattern"])
      guard let name, let pattern, let nameNode = inner.node["name"], let place = inner.node["pattern"] else { return }
      guard Self.isName(name), SensitiveKind(rawValue: name) == nil else {
        let expected = "a word of small letters, digits and dashes that is no kind already, such as customer-number"
        inner.report(.field(.wrongForm(field: "name", value: name, expected: expected)), at: nameNode)
        return
      }
      redaction = .custom(CustomRedaction(name: name, pattern: pattern, line: place.line, column: place.column))
    }
    return redaction
  }

  /// A word that can stand in a pseudonym, as `[customer-number-1]`.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 40 else { return false }
    return UInt8(ascii: "a")...UInt8(ascii: "z") ~= first
      && name.utf8.allSatisfy { byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == .dash
      }
  }
}
