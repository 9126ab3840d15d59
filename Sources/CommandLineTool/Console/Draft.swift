import FileSystem
import PlanModel
import Workflow

/// A new item that is edited before it is written.
enum Draft {
  /// Opens the item's text in the editor. What is typed stays under the git directory until it is written for good.
  static func edited(_ item: NewItem, in workspace: Workspace) throws(Failure) -> NewItem {
    let path = "\(workspace.stateDirectory)/EDIT_\(item.id.kind.noun.uppercased()).md"
    // What an earlier run left, because it could not be added, is not written over.
    if FileSystem.exists(path) { try keep(path) }
    try write(item.text, to: path, workspace)
    try Editor.open(path, in: workspace)
    let text: String
    do {
      text = String(decoding: try FileSystem.read(path, limit: 1 << 20), as: UTF8.self)
    } catch {
      throw Failure(.file(error))
    }
    do {
      return try workspace.edited(item, text: text)
    } catch {
      // What was typed is worth more than the command.
      var kept = error
      kept.hints.append(.open(path: path, line: 1))
      throw kept
    }
  }

  private static func keep(_ path: String) throws(Failure) {
    do {
      try FileSystem.rename(path, to: path + ".before")
    } catch {
      throw Failure(.file(error))
    }
  }

  private static func write(_ text: String, to path: String, _ workspace: Workspace) throws(Failure) {
    do {
      try FileSystem.createDirectory(workspace.stateDirectory, withIntermediates: true)
    } catch {
      throw Failure(.file(error))
    }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    var change = Change(root: workspace.stateDirectory)
    change.put(Array(text.utf8), at: name)
    try workspace.commit(change)
  }
}
