package import PlanModel

extension Source {
  /// The name of the file that describes a source, within its folder.
  package static let fileName = "source.yml"
  package static let statementsName = "statements.tsv"
  /// A table of reviews has a ledger entry for each of its rows: a `source.yml` may be larger than what people write.
  package static let byteLimit = 32 << 20

  /// Reads a `source.yml` and the `statements.tsv` beside it.
  package static func read(_ bytes: [UInt8], statements: [UInt8], path: String) -> ItemReading<Source> {
    var fields: FieldReader
    do {
      fields = try FieldReader(file: bytes, path: path)
    } catch {
      return ItemReading(item: nil, findings: [error])
    }
    if let newer = fields.newerVersion() { return ItemReading(item: nil, findings: [newer]) }
    let folder = path.split(separator: "/").dropLast()
    let table = StatementTable.read(statements, path: (folder + [statementsName[...]]).joined(separator: "/"))
    let id = fields.ownID(as: Source.self, name: folder.last.map(String.init) ?? "")
    let title = fields.required("title")
    let format = fields.choice("kind", as: SourceFormat.self)
    let revisions = Revision.all(&fields)
    var source = id.map {
      Source(
        id: $0, title: title ?? "", file: path, format: format ?? .text, revisions: revisions,
        statements: table.statements)
    }
    source?.readDetails(&fields)
    return ItemReading(item: source, findings: table.findings + fields.findings)
  }

  private mutating func readDetails(_ fields: inout FieldReader) {
    received = fields.text("received")
    url = fields.text("url")
    reach = fields.number("reach", in: 1...1_000_000_000) ?? 1
    segments = fields.texts("segments").compactMap(\.text)
    thread = fields.text("thread")
    people = fields.maps("people", expected: "a list of `- name: …`").compactMap { node in
      (node["name"]?.text ?? node.text).map {
        Person(
          name: $0, address: node["address"]?.text, role: node["role"]?.text.flatMap { Person.Role(rawValue: $0) })
      }
    }
    attachments = fields.maps("attachments", expected: "a list of `- name: …`").map(SourceAttachment.init(node:))
    redactions = fields.maps("redacted", expected: "a list of `- kind: …` and `count: …`").compactMap { node in
      guard let kind = node["kind"]?.text, let count = node["count"]?.text.flatMap({ Int($0) }) else { return nil }
      return RedactionCount(kind: kind, count: count)
    }
    chatter = LedgerReader.entries("chatter", &fields)
    setAside = LedgerReader.entries("set-aside", &fields)
    internalLines = fields.texts("internal").compactMap { node in
      guard let lines = node.text.flatMap({ LineRange($0) }) else {
        let expected = "lines, as `[L3, L7-L9]`"
        fields.report(
          .field(.wrongForm(field: "internal", value: node.text ?? "", expected: expected)), at: node)
        return nil
      }
      return lines
    }
  }
}

extension SourceAttachment {
  fileprivate init(node: YAMLNode) {
    self.init(
      name: node["name"]?.text ?? "", type: node["type"]?.text ?? "", bytes: node["bytes"]?.text.flatMap { Int($0) },
      file: node["file"]?.text, url: node["url"]?.text)
  }
}

extension Revision {
  /// The first revision, which the file's own fields tell, and those that it lists.
  fileprivate static func all(_ fields: inout FieldReader) -> [Revision] {
    let words = words(fields.node).flatMap { isInside($0.file, "words", of: fields.node, &fields) ? $0 : nil }
    let original = (words == nil ? fields.required("original") : fields.text("original")).flatMap { name in
      isInside(name, "original", of: fields.node, &fields) ? name : nil
    }
    let first = Revision(original: original, sha256: fields.required("sha256") ?? "", words: words)
    var revisions = [first]
    for node in fields.maps("revisions", expected: "a list of `- from: L31`, `original: …` and `sha256: …`") {
      guard let from = node["from"]?.text, let line = LineRange(from)?.bounds.lowerBound,
        let sha256 = node["sha256"]?.text, node["original"]?.text != nil || Self.words(node) != nil
      else {
        let expected = "`from: L31`, `original: …` and `sha256: …`"
        fields.report(
          .field(.wrongForm(field: "revisions", value: node["from"]?.text ?? "", expected: expected)), at: node)
        continue
      }
      let names = [("original", node["original"]?.text), ("words", node["words"]?.text)]
      guard names.allSatisfy({ key, name in name.map { isInside($0, key, of: node, &fields) } ?? true }) else {
        continue
      }
      revisions.append(
        Revision(original: node["original"]?.text, sha256: sha256, words: Self.words(node), first: line))
    }
    return revisions
  }

  /// Whether a name is that of a file or folder beside `source.yml`; reported where it leads elsewhere.
  private static func isInside(_ name: String, _ key: String, of node: YAMLNode, _ fields: inout FieldReader) -> Bool {
    let parts = (name.hasSuffix("/") ? name.dropLast() : name[...]).split(
      separator: "/", omittingEmptySubsequences: false)
    if parts.allSatisfy({ !["", ".", ".."].contains($0) }) { return true }
    let expected = "the name of a file in this folder, as original.eml"
    fields.report(.field(.wrongForm(field: key, value: name, expected: expected)), at: node[key] ?? node)
    return false
  }

  private static func words(_ node: YAMLNode) -> Words? {
    guard let file = node["words"]?.text else { return nil }
    return Words(file: file, sha256: node["words-sha256"]?.text ?? "")
  }
}

extension FieldReader {
  /// The items of a list of maps; a value that is no list is a finding.
  fileprivate mutating func maps(_ key: String, expected: String) -> [YAMLNode] {
    guard let value = node[key], !value.isNull else { return [] }
    if let list = value.list { return list }
    report(.field(.wrongForm(field: key, value: value.text ?? "", expected: expected)), at: value)
    return []
  }
}

/// Reads the ledger fields of a source: entries of `lines` and `why`.
enum LedgerReader {
  static func entries(_ key: String, _ fields: inout FieldReader) -> [LedgerEntry] {
    guard let value = fields.node[key], !value.isNull else { return [] }
    guard let list = value.list else {
      fields.report(.field(.wrongForm(field: key, value: "", expected: "a list of `lines` and `why`")), at: value)
      return []
    }
    return list.compactMap { node in
      guard let text = node["lines"]?.text, let lines = LineRange(text), let why = node["why"]?.text else {
        let problem = FieldProblem.wrongForm(
          field: key, value: node["lines"]?.text ?? "", expected: "`lines: L3-L5` and `why: …`")
        fields.report(.field(problem), at: node)
        return nil
      }
      return LedgerEntry(lines: lines, why: why)
    }
  }
}
