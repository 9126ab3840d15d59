package import PlanModel

/// Reads the fields of a map, and keeps a finding for each that is missing or not of its form.
package struct FieldReader {
  package let node: YAMLNode
  package let path: String
  package private(set) var findings: [Finding] = []
  /// Every item that a field names, with its place.
  package private(set) var mentions: [Mention] = []

  package init(_ node: YAMLNode, path: String) {
    self.node = node
    self.path = path
    if node.entries == nil {
      let shape = FieldProblem.wrongForm(field: "", value: "", expected: "keys and values, as `title: …`")
      findings.append(Finding(.field(shape), path: path, line: node.line, column: node.column))
    }
  }

  /// Reads a file that is all YAML.
  package init(file bytes: [UInt8], path: String) throws(Finding) {
    let text = try LinedText(bytes, path: path)
    do {
      self.init(try YAMLReader.read(text.bytes[...]) ?? YAMLNode(.map([]), line: 1, column: 1), path: path)
    } catch {
      throw Finding(error, path: path)
    }
  }

  mutating func adopt(_ findings: [Finding]) { self.findings += findings }

  package mutating func report(_ problem: Problem, at node: YAMLNode) {
    findings.append(Finding(problem, path: path, line: node.line, column: node.column))
  }

  /// A field that has to be there.
  package mutating func required(_ key: String) -> String? {
    guard let value = node[key], !value.isNull, value.text?.isEmpty != true else {
      findings.append(Finding(.field(.missing(key)), path: path, line: node.line))
      return nil
    }
    return text(key)
  }

  /// A scalar field, as text.
  package mutating func text(_ key: String) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.text else {
      report(.field(.wrongForm(field: key, value: "", expected: "one value on its line")), at: value)
      return nil
    }
    return text
  }

  /// A list of scalars; one scalar stands for a list of one.
  package mutating func texts(_ key: String) -> [YAMLNode] {
    guard let value = node[key], !value.isNull else { return [] }
    guard let list = value.list else {
      if value.text != nil { return [value] }
      report(.field(.wrongForm(field: key, value: "", expected: "a list")), at: value)
      return []
    }
    let scalars = list.filter { $0.text != nil }
    if scalars.count < list.count {
      report(.field(.wrongForm(field: key, value: "", expected: "a list of single values")), at: value)
    }
    return scalars
  }

  package mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = node[key], let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
      report(.field(.wrongForm(field: key, value: text, expected: expected)), at: value)
      return nil
    }
    return number
  }

  /// A day, with or without a time behind it.
  package mutating func date(_ key: String) -> String? {
    guard let value = node[key], let text = text(key) else { return nil }
    if Instant(stated: text) == nil {
      report(.field(.wrongForm(field: key, value: text, expected: "a date, as 2026-05-04")), at: value)
    }
    return text
  }

  /// A number that may have a fraction, as people write them: `2.5`, not `25e-1`.
  package mutating func decimal(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = node[key], let text = text(key) else { return nil }
    let isWritten = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == .dot } && text.utf8.count <= 20
    guard isWritten, let number = Double(text), range.contains(number) else {
      let ends = [range.lowerBound, range.upperBound].map { $0.rounded() == $0 ? "\(Int($0))" : "\($0)" }
      report(.field(.wrongForm(field: key, value: text, expected: "a number from \(ends[0]) to \(ends[1])")), at: value)
      return nil
    }
    return number
  }

  /// What an effort may be.
  static let efforts = 0.01...1_000_000

  /// The finding that ends the reading of a file whose `version` is newer than this program knows.
  mutating func newerVersion() -> Finding? {
    guard let version = number("version", in: 1...Int.max), version > Policy.newestVersion, let node = node["version"]
    else { return nil }
    return Finding(.file(.newerVersion(version)), path: path, line: node.line, column: node.column)
  }

  /// A field with one of a few values.
  package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(_ key: String, as: Choice.Type)
    -> Choice?
  {
    guard let value = node[key], let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(.field(.notOneOf(field: key, value: text, known: Choice.allCases.map(\.rawValue))), at: value)
    return nil
  }

  /// The id of the item itself, which the file's name has to begin with.
  package mutating func ownID<Item: PlanItem>(as: Item.Type, name: String) -> ID<Item>? {
    guard let value = node["id"], !value.isNull, value.text?.isEmpty != true else {
      let id = Self.proposedID(Item.kind, for: path, name: name)
      let isNamed = name.hasPrefix(id.description)
      let problem = FieldProblem.missingID(id, name: isNamed ? nil : "\(id)-\(name)")
      findings.append(Finding(.field(problem), path: path, line: node.line))
      return nil
    }
    guard let text = text("id") else { return nil }
    guard let id = id(text, as: Item.self, field: "id", at: value) else { return nil }
    if !name.hasPrefix(text) || !["-", ".", ""].contains(name.dropFirst(text.count).prefix(1)) {
      report(.field(.nameDiffers(id: text)), at: value)
    }
    return id
  }

  /// That which the file's name begins with; else one made of its path, which is the same each time.
  private static func proposedID(_ kind: ItemKind, for path: String, name: String) -> ItemID {
    if let named = ItemID(name.prefix(ItemID.length)), named.kind == kind { return named }
    // FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
    let seed = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    var generator = SplitMix64(seed: seed)
    return ItemID.random(kind, using: &generator)
  }

  /// The id of another item.
  package mutating func reference<Item>(_ key: String, to: Item.Type) -> ID<Item>? {
    guard let value = node[key], let text = text(key) else { return nil }
    return mention(id(text, as: Item.self, field: key, at: value), at: value)
  }

  package mutating func references<Item>(_ key: String, to: Item.Type) -> [ID<Item>] {
    texts(key).compactMap { value in
      mention(id(value.text ?? "", as: Item.self, field: key, at: value), at: value)
    }
  }

  private mutating func mention<Item>(_ id: ID<Item>?, at node: YAMLNode) -> ID<Item>? {
    guard let id else { return nil }
    mentions.append(Mention(.item(id.any), line: node.line, column: node.column))
    return id
  }

  private mutating func id<Item>(_ text: String, as: Item.Type, field: String, at node: YAMLNode) -> ID<Item>? {
    guard let any = ItemID(text) else {
      let expected = "the id of \(Item.kind.article), such as \(Item.kind.rawValue)-9c4t8wq2"
      report(.field(.wrongForm(field: field, value: text, expected: expected)), at: node)
      return nil
    }
    guard let id = ID<Item>(any) else {
      report(.reference(.wrongKind(any, expected: Item.kind)), at: node)
      return nil
    }
    return id
  }
}
