import JSONText
package import PlanModel

/// What `git handoff export` wrote: items as they stood, with the ids that they have.
package struct ExportedPlan: Sendable {
  package struct Item: Sendable {
    package var id: ItemID
    package var title: String
    package var path: String
    /// The file's text.
    package var content: String
  }

  /// A statement as it stands in a row of `statements.tsv`.
  package struct Said: Sendable {
    package var line: Int
    package var statement: Statement
  }

  package private(set) var items: [Item] = []
  /// The statements of each source, in their order.
  package private(set) var statements: [ItemID: [Said]] = [:]
  package private(set) var signOffs: [(path: String, content: String)] = []
  package private(set) var findings: [Finding] = []

  package init(_ file: ForeignFile) {
    var lines = LineCounter()
    for line in JSONLinesForm.lines(of: file.bytes) {
      do throws(JSONError) {
        if try !take(JSONDocument(file.bytes, in: line).root) {
          let number = lines.number(at: line.lowerBound, in: file.bytes)
          refuse(file.path, line: number, column: 1, "the record is not of export's form")
        }
      } catch {
        refuse(file.path, line: error.line, column: error.column, "the line is no JSON")
      }
    }
  }

  private mutating func refuse(_ path: String, line: Int, column: Int, _ reason: String) {
    findings.append(Finding(.file(.unreadable(reason: reason)), path: path, line: line, column: column))
  }

  /// Whether the record could be taken.
  private mutating func take(_ record: JSONNode) -> Bool {
    guard let kind = record["kind"]?.string else { return false }
    if kind == "statement" { return takeStatement(record) }
    guard let path = record["path"]?.string, let content = record["content"]?.string else { return false }
    if kind == "sign-off" {
      signOffs.append((path, content))
      return true
    }
    guard let id = record["id"]?.string.flatMap({ ItemID($0) }), id.kind.noun == kind else { return false }
    items.append(Item(id: id, title: record["title"]?.string ?? "", path: path, content: content))
    return true
  }

  private mutating func takeStatement(_ record: JSONNode) -> Bool {
    guard let source = record["source"]?.string.flatMap({ ItemID($0) }), source.kind == .source,
      let line = record["line"]?.int, let text = record["text"]?.string
    else { return false }
    let statement = Statement(
      turn: record["turn"]?.int ?? 1, time: record["time"]?.string ?? "", speaker: record["speaker"]?.string ?? "",
      text: text)
    statements[source, default: []].append(Said(line: line, statement: statement))
    return true
  }
}
