package import PlanModel

extension Source {
  /// The name of the file that describes a source, within its folder.
  package static let fileName = "source.yml"
  package static let statementsName = "statements.tsv"

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
    let original = fields.required("original")
    let sha256 = fields.required("sha256")
    var source = id.map {
      Source(
        id: $0, title: title ?? "", file: path, format: format ?? .text, original: original ?? "",
        sha256: sha256 ?? "", statements: table.statements)
    }
    source?.readDetails(&fields)
    return ItemReading(item: source, findings: table.findings + fields.findings)
  }

  private mutating func readDetails(_ fields: inout FieldReader) {
    received = fields.text("received")
    url = fields.text("url")
    reach = fields.number("reach", in: 1...1_000_000_000) ?? 1
    segments = fields.texts("segments").compactMap(\.text)
    if let node = fields.node["people"], !node.isNull, node.list == nil {
      let expected = "a list of `- name: …`"
      fields.report(.field(.wrongForm(field: "people", value: node.text ?? "", expected: expected)), at: node)
    }
    people = (fields.node["people"]?.list ?? []).compactMap { node in
      (node["name"]?.text ?? node.text).map { Person(name: $0, address: node["address"]?.text) }
    }
    chatter = LedgerReader.entries("chatter", &fields)
    setAside = LedgerReader.entries("set-aside", &fields)
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
