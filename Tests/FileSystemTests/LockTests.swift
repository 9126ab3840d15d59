import FileSystem
import Foundation
import Synchronization
import Testing

@Suite("Two processes at once")
struct LockTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.makePlan()
  }

  @Test("while one writes, the other waits as long as it has patience, and names the holder")
  func locked() throws {
    let scratch = scratch
    let refused = Mutex<FileError?>(nil)
    let impatient = scratch.store(patience: .milliseconds(20))
    let store = Store(stateDirectory: scratch("state")) { (step) throws(FileError) in
      guard case .rename = step else { return }
      do throws(FileError) {
        try impatient.commit(scratch.everyKindOfChange())
      } catch {
        refused.withLock { $0 = error }
      }
    }
    try store.commit(scratch.everyKindOfChange())
    #expect(refused.withLock { $0 } == .locked(path: scratch("state/lock"), holder: getpid()))
  }

  @Test("of many that add to one file, each sees what the others wrote, and none is lost")
  func race() async throws {
    let scratch = scratch
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<5 { try scratch.append("\(writer)\(number)\n", to: "ledger") }
        }
      }
      try await group.waitForAll()
    }
    let lines = try #require(scratch.read("root/ledger")).split(separator: "\n").sorted()
    #expect(lines == (0..<4).flatMap { writer in (0..<5).map { Substring("\(writer)\($0)") } })
  }
}

extension Scratch {
  /// Adds `line` to a file as a careful writer does: what it read is expected to be there still, or it tries again.
  fileprivate func append(_ line: String, to name: String) throws(FileError) {
    var conflict: FileError?
    repeat {
      let old = read("root/" + name)
      var change = Change(root: root)
      change.put(
        Array(((old ?? "") + line).utf8), at: name, expecting: old.map { .contents(Array($0.utf8)) } ?? .absent)
      conflict = commit(change)
      if let conflict, conflict != .changedMeanwhile(path: root + "/" + name) { throw conflict }
    } while conflict != nil
  }

  private func commit(_ change: Change) -> FileError? {
    do throws(FileError) {
      try store().commit(change)
      return nil
    } catch {
      return error
    }
  }
}
