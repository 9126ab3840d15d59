import FileSystem
import Foundation
import Testing

@Suite("Committing a change")
struct StoreTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.makePlan()
  }

  static var hasSecondDevice: Bool {
    let devices = [Scratch.parent, NSTemporaryDirectory()].compactMap { try? FileSystem.status(of: $0).identity.device }
    return Set(devices).count == 2
  }

  func put(_ text: String, at path: String, expecting: Change.Expectation = .anything) -> Change {
    var change = Change(root: scratch.root)
    change.put(Array(text.utf8), at: path, expecting: expecting)
    return change
  }

  @Test("files appear, change and go together, and nothing else is left")
  func everything() throws {
    try scratch.store().commit(scratch.everyKindOfChange())
    #expect(
      scratch.tree.files == [
        ".handoff/stories/st-1.md": "640 ONE", ".handoff/new/deep/tool": "755 run",
        ".handoff/sources/so-1/original.eml": "644 mail", ".handoff/sources/so-1/source.yml": "644 kind: mail",
      ])
    #expect(scratch.stateNames == ["lock"])
  }

  @Test("a file that stays the same is not written")
  func unchanged() throws {
    let before = try FileSystem.status(of: scratch("root/.handoff/stories/st-1.md"))
    let disk = FailingDisk()
    var change = put("one", at: ".handoff/stories/st-1.md")
    change.remove("nothing/here")
    try scratch.store(on: disk).commit(change)
    #expect(try FileSystem.status(of: scratch("root/.handoff/stories/st-1.md")) == before)
    #expect(!disk.taken.contains { if case .rename = $0 { true } else { false } })
  }

  @Test("a file that becomes executable keeps its contents and other permissions")
  func becomesExecutable() throws {
    var change = Change(root: scratch.root)
    change.put(Array("one".utf8), at: ".handoff/stories/st-1.md", executable: true)
    try scratch.store().commit(change)
    #expect(scratch.tree.files[".handoff/stories/st-1.md"] == "750 one")
  }

  @Test("what is said last about a path counts")
  func lastCounts() throws {
    var change = put("first", at: "a")
    change.put(Array("second".utf8), at: "a")
    try scratch.store().commit(change)
    #expect(scratch.read("root/a") == "second")
  }

  @Test(
    "a change worked out from other contents is refused whole",
    arguments: [Change.Expectation.absent, .contents(Array("older".utf8))])
  func changedMeanwhile(expectation: Change.Expectation) throws {
    let before = scratch.tree
    let path = ".handoff/stories/st-1.md"
    var edit = put("new", at: "new.md")
    edit.put(Array("x".utf8), at: path, expecting: expectation)
    var removal = put("new", at: "new.md")
    removal.remove(path, expecting: expectation)
    for change in [edit, removal] {
      #expect(throws: FileError.changedMeanwhile(path: scratch.root + "/" + path)) {
        try scratch.store().commit(change)
      }
    }
    #expect(scratch.tree == before)
    #expect(scratch.stateNames == ["lock"])
  }

  @Test("an editor that saves between the check and the rename wins, and the rest is taken back")
  func editedBetween() throws {
    let path = scratch("root/.handoff/stories/st-2.md")
    let store = Store(stateDirectory: scratch("state")) { (step) throws(FileError) in
      // The moment of decision: from here on the file is not what the change was worked out from.
      if case .rename(_, let target) = step, target.hasSuffix("/state/journal") {
        _ = FileManager.default.createFile(atPath: path, contents: Data("saved".utf8))
      }
    }
    #expect(throws: FileError.changedMeanwhile(path: path)) { try store.commit(scratch.everyKindOfChange()) }
    #expect(
      scratch.tree.files == [".handoff/stories/st-1.md": "640 one", ".handoff/stories/st-2.md": "644 saved"])
    #expect(FileSystem.kind(of: scratch("root/.handoff/sources")) == nil)
    #expect(!store.hasUnfinishedChange)
  }

  @Test("a folder is put only where nothing stands")
  func folderThere() throws {
    for path in [".handoff/stories", ".handoff/stories/st-1.md"] {
      var change = Change(root: scratch.root)
      change.putFolder([.init("a", [])], at: path)
      #expect(throws: FileError.alreadyExists(path: scratch.root + "/" + path)) {
        try scratch.store().commit(change)
      }
    }
  }

  @Test(
    "a path that leads out of the root is refused",
    arguments: ["/etc/passwd", "../a", "a/../../b", "a//b", "./a", "a/", "", ".", "a\0b"])
  func leadingOut(path: String) {
    #expect(throws: FileError.invalidPath(path)) { try scratch.store().commit(put("x", at: path)) }
    var folder = Change(root: scratch.root)
    folder.putFolder([.init("a/" + path, [])], at: "new")
    #expect(throws: FileError.invalidPath("a/" + path)) { try scratch.store().commit(folder) }
  }

  @Test("a path through a symbolic link is refused, also where the link stays inside")
  func symbolicLinks() throws {
    try scratch.makeFolder("outside")
    try scratch.write("precious", to: "outside/file")
    try scratch.link("root/linked", to: "../outside")
    try scratch.link("root/inside", to: ".handoff")
    try scratch.link("root/file", to: "../outside/file")
    for (path, link) in [
      ("linked/file", "linked"), ("linked/new", "linked"), ("inside/stories/st-1.md", "inside"), ("file", "file"),
    ] {
      #expect(throws: FileError.symbolicLink(path: scratch.root + "/" + link)) {
        try scratch.store().commit(put("x", at: path))
      }
      var removal = Change(root: scratch.root)
      removal.remove(path)
      #expect(throws: FileError.symbolicLink(path: scratch.root + "/" + link)) { try scratch.store().commit(removal) }
    }
    #expect(scratch.read("outside/file") == "precious")
    #expect(try FileSystem.list(scratch("outside")).count == 1)
  }

  @Test("a folder or pipe is not overwritten, and a file is no folder")
  func otherKinds() throws {
    try #require(mkfifo(scratch("root/pipe"), 0o644) == 0)
    #expect(throws: FileError.notRegular(path: scratch.root + "/pipe", kind: .other)) {
      try scratch.store().commit(put("x", at: "pipe"))
    }
    #expect(throws: FileError.notRegular(path: scratch.root + "/.handoff", kind: .directory)) {
      try scratch.store().commit(put("x", at: ".handoff"))
    }
    let file = ".handoff/stories/st-1.md"
    #expect(throws: FileError.notDirectory(path: scratch.root + "/" + file, kind: .file)) {
      try scratch.store().commit(put("x", at: file + "/below"))
    }
  }

  @Test(
    "a folder that cannot be written to is refused before anything is staged",
    .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func readOnly() throws {
    let before = scratch.tree
    let folder = scratch("root/.handoff/stories")
    try #require(chmod(folder, 0o555) == 0)
    defer { chmod(folder, 0o755) }
    #expect(throws: FileError.permission(path: folder, operation: .write)) {
      try scratch.store().commit(scratch.everyKindOfChange())
    }
    #expect(scratch.tree == before)
    #expect(scratch.stateNames == ["lock"])
  }

  @Test(
    "a root on another device than the state is changed just so",
    .enabled(if: Self.hasSecondDevice, "there is no second device to write to"))
  func otherDevice() throws {
    let state = try FileSystem.temporaryDirectory(inside: NSTemporaryDirectory())
    defer { try? FileManager.default.removeItem(atPath: state) }
    try Store(stateDirectory: state).commit(scratch.everyKindOfChange())
    let other = try Scratch()
    try other.makePlan()
    try other.store().commit(other.everyKindOfChange())
    #expect(scratch.tree == other.tree)
    #expect(Tree(state).files.keys.sorted() == ["lock"])
  }
}
