package import PlanModel

/// An item read from its file, with what is wrong in it. The item is nil when its id cannot be told.
package struct ItemReading<Item: Sendable>: Sendable {
  package var item: Item?
  package var findings: [Finding]

  package init(item: Item?, findings: [Finding] = []) {
    self.item = item
    self.findings = findings
  }
}

/// An item that has a file of its own with front matter and a body.
package protocol DocumentItem: PlanItem {
  /// Reads the item from its document; `fields` collects what is wrong with the front matter.
  static func read(_ document: PlanDocument, prose: Prose, fields: inout FieldReader) -> ItemReading<Self>
}

extension DocumentItem {
  /// Reads an item's file.
  package static func read(_ bytes: [UInt8], path: String) -> ItemReading<Self> {
    let document: PlanDocument
    do {
      document = try PlanDocument(bytes, path: path)
    } catch {
      return ItemReading(item: nil, findings: [error])
    }
    var fields = FieldReader(document.fields, path: path)
    if let newer = fields.newerVersion() { return ItemReading(item: nil, findings: [newer]) }
    let prose = Prose(document)
    var reading = read(document, prose: prose, fields: &fields)
    fields.reportMisspeltKeys(of: kind)
    reading.findings += fields.findings + prose.findings + document.misspeltHeadings(of: kind)
    return reading
  }
}
