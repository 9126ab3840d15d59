import PlanFiles
import PlanModel

/// Reads Doorstop: a YAML file a requirement (<https://doorstop.readthedocs.io>).
///
/// Each becomes a story whose text is its narrative; Doorstop has no criteria of their own. Links name parents.
enum DoorstopReader {
  private static let read: Set = ["text", "header", "active", "links"]

  static func isItem(_ file: ForeignFile) -> Bool {
    guard let document = try? PlanDocument(fieldsOnly: file.bytes, path: file.path) else { return false }
    return document.fields["text"] != nil && document.fields["level"] != nil && document.fields["reviewed"] != nil
  }

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.doorstop)
    for file in files {
      do throws(Finding) {
        plan.items.append(item(try PlanDocument(fieldsOnly: file.bytes, path: file.path), file))
      } catch {
        plan.findings.append(error)
      }
    }
    return plan
  }

  private static func item(_ document: PlanDocument, _ file: ForeignFile) -> ForeignItem {
    let text = document.fields["text"]?.text ?? ""
    let header = document.fields["header"]?.text?.foldingWhiteSpace() ?? ""
    let first = text.split(separator: "\n").first.map(String.init) ?? ""
    var item = ForeignItem(.story, key: String(file.stem), title: header.isEmpty ? first : header, path: file.path)
    item.narrative = text
    let isActive = document.fields["active"]?.text != "false"
    item.status = isActive ? .ready : .dropped
    for link in document.fields["links"]?.list ?? [] {
      // A link is the other's name, or a map from its name to what it was when it was reviewed.
      if let name = link.text ?? link.entries?.first?.key { item.parents.append(name) }
      if let seen = link.entries?.first?.value.text { item.note("reviewed link", seen) }
    }
    item.keep(fieldsOf: document, except: read)
    return item
  }
}
