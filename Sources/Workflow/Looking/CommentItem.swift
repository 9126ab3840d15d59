import FileSystem
import Git
import PlanFiles
package import PlanModel

/// A remark that was added to an item.
package struct CommentOutcome: Sendable {
  package var item: ItemID
  package var title: String
  package var path: String
  /// The line as it stands in the file, without its bullet.
  package var text: String
}

extension Workspace {
  /// Adds a remark at the end of the `Notes` of a story or intent, with the day and who makes it.
  ///
  /// - Parameter text: kept as one line.
  package func comment(on item: String, _ text: String) throws(Failure) -> CommentOutcome {
    let id = try id(item)
    guard id.kind == .story || id.kind == .intent else {
      throw Failure(
        .invalidValue(field: "item", value: item, expected: "a story or an intent: only these have notes of people"))
    }
    let words = text.foldingWhiteSpace()
    guard !words.isEmpty else {
      throw Failure(.invalidValue(field: "comment", value: text, expected: "a few words"))
    }
    try Self.refuseHidden(words, in: "comment")
    let person = try identity()
    let document = try document(of: id)
    let line = "\(surroundings.clock().date), \(person.name.foldingWhiteSpace()): \(words)"
    let bytes = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.noting(line)
    }
    var change = try change()
    change.put(bytes, at: document.path, expecting: .contents(document.text.bytes))
    try commit(change)
    return CommentOutcome(
      item: id, title: document.fields["title"]?.text ?? "", path: document.path, text: line)
  }
}
