import FileSystem
package import Grounding
import PlanFiles
package import PlanModel

/// A plan file that is to be, before it is written: a front-end may have it edited first.
package struct NewItem: Sendable {
  package var id: ItemID
  package var path: String
  package var text: String
  /// Other files that change with it.
  package var others: [EditedFile] = []
}

/// A plan file that exists, with what it becomes.
package struct EditedFile: Sendable {
  package var path: String
  package var old: [UInt8]
  package var new: [UInt8]
}

/// A plan file that was written.
package struct NewItemOutcome: Sendable {
  package var id: ItemID
  package var title: String
  package var path: String
  /// The files that changed with it.
  package var others: [String] = []
  /// What is wrong with it as it stands.
  package var findings: [Finding]
  /// The file that a story without anchors seems to be about, where the index of the code is there already.
  package var nearest: GroundedFile?
}

extension NewItem {
  /// The title of an item that is to get its own in an editor.
  package static let placeholderTitle = "Say in a few words what changes, and for whom"
}

extension Workspace {
  /// The item with a text that somebody has edited; its file is named after the title that it has now.
  package func edited(_ item: NewItem, text: String) throws(Failure) -> NewItem {
    var edited = item
    edited.text = text
    let reading = Self.read(edited)
    guard let title = reading.title, !title.isEmpty, title != NewItem.placeholderTitle else {
      if let finding = reading.findings.first, reading.title == nil { throw Failure(.brokenFile(finding)) }
      throw Failure(.unchangedTemplate)
    }
    edited.path = newPath(of: item.id, title: title)
    return edited
  }

  /// Writes a new item, and all that changes with it, as one change.
  package func add(_ item: NewItem) throws(Failure) -> NewItemOutcome {
    let reading = Self.read(item)
    if let finding = reading.findings.first(where: { $0.severity == .error }), reading.title == nil {
      throw Failure(.brokenFile(finding))
    }
    var change = try change()
    change.put(Array(item.text.utf8), at: item.path, expecting: .absent)
    for other in item.others { change.put(other.new, at: other.path, expecting: .contents(other.old)) }
    try commit(change)
    return NewItemOutcome(
      id: item.id, title: reading.title ?? "", path: item.path, others: item.others.map(\.path),
      findings: reading.findings, nearest: nearestCode(to: item))
  }

  private static func read(_ item: NewItem) -> (title: String?, findings: [Finding]) {
    let bytes = Array(item.text.utf8)
    switch item.id.kind {
    case .story:
      let reading = Story.read(bytes, path: item.path)
      return (reading.item?.title, reading.findings)
    case .intent:
      let reading = Intent.read(bytes, path: item.path)
      return (reading.item?.title, reading.findings)
    case .epic:
      let reading = Epic.read(bytes, path: item.path)
      return (reading.item?.title, reading.findings)
    case .decision:
      let reading = Decision.read(bytes, path: item.path)
      return (reading.item?.title, reading.findings)
    case .source:
      return (nil, [])
    }
  }
}
