import FileSystem
import Foundation
import Testing

@Suite("Surviving a crash")
struct RecoveryTests {
  /// The trees before and after the change of every kind, and how many steps it takes.
  struct Course {
    let before: Tree
    let after: Tree
    let steps: Int

    init() throws {
      let scratch = try Scratch()
      try scratch.makePlan()
      before = scratch.tree
      let disk = FailingDisk()
      try scratch.store(on: disk).commit(scratch.everyKindOfChange())
      after = scratch.tree
      steps = disk.taken.count
    }
  }

  @Test("whatever step is the last, the tree is as before or as after once somebody looks")
  func crashAtEveryStep() throws {
    let course = try Course()
    try #require(course.steps > 25 && course.before != course.after)
    var outcomes: Set<Bool> = []
    for last in 1...course.steps {
      let scratch = try Scratch()
      try scratch.makePlan()
      let store = scratch.store(on: FailingDisk { $0 >= last })
      let isDone = (try? store.commit(scratch.everyKindOfChange())) != nil
      try scratch.store().recover()
      let tree = scratch.tree
      #expect(tree == course.before || tree == course.after, "the process ended before step \(last)")
      if isDone { #expect(tree == course.after) }
      outcomes.insert(tree == course.after)
      try scratch.store().commit(Change(root: scratch.root))
      #expect(!scratch.store().hasUnfinishedChange)
    }
    #expect(outcomes == [true, false])
  }

  @Test("one failing step undoes all before it, at once")
  func failureAtEveryStep() throws {
    let course = try Course()
    for step in 1...course.steps {
      let scratch = try Scratch()
      try scratch.makePlan()
      let store = scratch.store(on: FailingDisk { $0 == step })
      let isDone = (try? store.commit(scratch.everyKindOfChange())) != nil
      #expect(scratch.tree == (isDone ? course.after : course.before), "step \(step) failed")
      if !isDone {
        #expect(!store.hasUnfinishedChange)
        #expect(FileSystem.kind(of: scratch("root/.handoff/new")) == nil, "step \(step) failed")
        #expect(scratch.stateNames.filter { $0 != "lock" }.isEmpty)
      }
      try scratch.store().commit(scratch.everyKindOfChange(isDone))
      #expect(scratch.tree == course.after)
    }
  }

  @Test("a crash while a failed change is put back leaves the tree as before or as after")
  func crashWhileUndoing() throws {
    let course = try Course()
    for step in stride(from: 1, through: course.steps, by: 2) {
      for last in (step + 1)...(step + 40) {
        let scratch = try Scratch()
        try scratch.makePlan()
        let disk = FailingDisk { $0 == step || $0 >= last }
        try? scratch.store(on: disk).commit(scratch.everyKindOfChange())
        try scratch.store().recover()
        let tree = scratch.tree
        #expect(tree == course.before || tree == course.after, "step \(step) failed, the process ended at \(last)")
        if disk.taken.count < last { break }
      }
    }
  }

  @Test("a crash while recovering is recovered from")
  func crashWhileRecovering() throws {
    let course = try Course()
    let decided = try stepAfterDecision()
    for last in 1...20 {
      let scratch = try Scratch()
      try scratch.makePlan()
      try? scratch.store(on: FailingDisk { $0 >= decided }).commit(scratch.everyKindOfChange())
      _ = try? scratch.store(on: FailingDisk { $0 >= last }).recover()
      try scratch.store().recover()
      #expect(scratch.tree == course.after)
    }
  }

  @Test("a file that was edited after the crash is left alone, and told")
  func editedSince() throws {
    let scratch = try Scratch()
    try scratch.makePlan()
    let decided = try stepAfterDecision()
    try? scratch.store(on: FailingDisk { $0 >= decided }).commit(scratch.everyKindOfChange())
    #expect(scratch.store().hasUnfinishedChange)
    try scratch.write("by hand", to: "root/.handoff/stories/st-1.md")
    try scratch.write("by hand", to: "root/.handoff/stories/st-2.md")
    try scratch.write("by hand", to: "root/.handoff/sources/so-1/note")
    let recovery = try scratch.store().recover()
    #expect(scratch.read("root/.handoff/stories/st-1.md") == "by hand")
    #expect(scratch.read("root/.handoff/stories/st-2.md") == "by hand")
    #expect(scratch.read("root/.handoff/new/deep/tool") == "run")
    let realRoot = try FileSystem.realPath(scratch.root)
    #expect(recovery.finished == [realRoot + "/.handoff/new/deep/tool"])
    #expect(recovery.leftAlone.count == 3)
    #expect(scratch.stateNames == ["lock"])
  }

  @Test("a folder that became a symbolic link after the crash is not written through")
  func linkedSince() throws {
    let scratch = try Scratch()
    try scratch.makePlan()
    let decided = try stepAfterDecision()
    try? scratch.store(on: FailingDisk { $0 >= decided }).commit(scratch.everyKindOfChange())
    try scratch.makeFolder("outside")
    try FileManager.default.moveItem(atPath: scratch("root/.handoff/stories"), toPath: scratch("outside/stories"))
    try scratch.link("root/.handoff/stories", to: "../../outside/stories")
    let recovery = try scratch.store().recover()
    #expect(scratch.read("outside/stories/st-1.md") == "one")
    #expect(recovery.leftAlone.count == 2)
  }

  @Test("a change to a work tree that is gone is forgotten")
  func rootGone() throws {
    let scratch = try Scratch()
    try scratch.makePlan()
    let decided = try stepAfterDecision()
    try? scratch.store(on: FailingDisk { $0 >= decided }).commit(scratch.everyKindOfChange())
    try FileManager.default.removeItem(atPath: scratch.root)
    #expect(try scratch.store().recover().leftAlone.count == 4)
    #expect(!scratch.store().hasUnfinishedChange)
  }

  @Test(
    "a journal that is not ours is put out of the way, and nothing of it is done",
    arguments: [
      "", "end\0", "git-handoff journal 1\0ROOT\0remove\0../precious\0" + "3:1\0end\0",
      "git-handoff journal 1\0ROOT\0put\0/etc/x\0" + "1\0-\0" + "3:1\0end\0",
      "git-handoff journal 1\0ROOT\0put\0a\0../lock\0-\0" + "3:1\0end\0",
      "git-handoff journal 1\0relative\0end\0", "git-handoff journal 1\0ROOT\0put\0a\0",
      "git-handoff journal 2\0ROOT\0end\0", "git-handoff journal 1\0ROOT\0chmod\0a\0b\0end\0",
    ])
  func hostileJournal(text: String) throws {
    let scratch = try Scratch()
    try scratch.makePlan()
    try scratch.write("precious", to: "precious")
    try scratch.write(text.replacingOccurrences(of: "ROOT", with: scratch.root), to: "state/journal")
    #expect(throws: FileError.damagedJournal(path: scratch("state/journal.damaged"))) {
      try scratch.store().recover()
    }
    #expect(scratch.read("precious") == "precious")
    #expect(FileSystem.exists(scratch("state/journal.damaged")))
    try scratch.store().commit(scratch.everyKindOfChange())
  }

  @Test("a journal that is a link or a folder is put out of the way")
  func strangeJournal() throws {
    let scratch = try Scratch()
    try scratch.makePlan()
    try scratch.makeFolder("state/journal")
    #expect(throws: FileError.damagedJournal(path: scratch("state/journal.damaged"))) {
      try scratch.store().recover()
    }
    try scratch.link("state/journal", to: "/dev/zero")
    #expect(throws: FileError.damagedJournal(path: scratch("state/journal.damaged"))) {
      try scratch.store().commit(scratch.everyKindOfChange())
    }
    try scratch.store().commit(scratch.everyKindOfChange())
  }

  /// The number of the first step after the one that decides.
  private func stepAfterDecision() throws -> Int {
    let scratch = try Scratch()
    try scratch.makePlan()
    let disk = FailingDisk()
    try scratch.store(on: disk).commit(scratch.everyKindOfChange())
    let decision = disk.taken.firstIndex { step in
      if case .rename(_, let target) = step { target == scratch("state/journal") } else { false }
    }
    return try #require(decision) + 2
  }
}

extension Scratch {
  /// The change again, or none when it is done already.
  fileprivate func everyKindOfChange(_ isDone: Bool) -> Change { isDone ? Change(root: root) : everyKindOfChange() }
}
