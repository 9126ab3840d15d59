import FileSystem
import Foundation
import Synchronization

/// A disk that fails at chosen steps, counted from 1, and remembers all that it was asked for.
final class FailingDisk: Sendable {
  private let steps = Mutex<[Step]>([])
  private let fails: @Sendable (Int) -> Bool

  init(failingAt fails: @escaping @Sendable (Int) -> Bool = { _ in false }) { self.fails = fails }

  var taken: [Step] { steps.withLock { $0 } }

  func observe(_ step: Step) throws(FileError) {
    let count = steps.withLock {
      $0.append(step)
      return $0.count
    }
    if fails(count) { throw .noSpace(path: "step \(count)") }
  }
}

extension Scratch {
  /// A store whose state lies in `state`, on a disk that may fail.
  func store(on disk: FailingDisk = FailingDisk(), patience: Duration = .seconds(10)) -> Store {
    Store(stateDirectory: self("state"), patience: patience) { (step) throws(FileError) in try disk.observe(step) }
  }

  var root: String { self("root") }
  var tree: Tree { Tree(root) }

  /// What the store keeps between changes.
  var stateNames: [String] { Tree(self("state")).files.keys.sorted() }

  /// A work tree with two stories.
  func makePlan() throws {
    // Permissions are compared, whatever the user's own umask.
    umask(0o022)
    try write("one", to: "root/.handoff/stories/st-1.md", mode: 0o640)
    try write("two", to: "root/.handoff/stories/st-2.md")
  }

  /// A change of every kind: a file over another, a new one in a new folder, a new folder, a removal.
  func everyKindOfChange() -> Change {
    var change = Change(root: root)
    change.put(Array("ONE".utf8), at: ".handoff/stories/st-1.md", expecting: .contents(Array("one".utf8)))
    change.put(Array("run".utf8), at: ".handoff/new/deep/tool", executable: true, expecting: .absent)
    change.putFolder(
      [.init("original.eml", Array("mail".utf8)), .init("source.yml", Array("kind: mail".utf8))],
      at: ".handoff/sources/so-1")
    change.remove(".handoff/stories/st-2.md", expecting: .contents(Array("two".utf8)))
    return change
  }
}
