import Crypto
import FileSystem
import Foundation
import Git
import PlanModel
import Testing

@testable import PlanFiles

/// A tree that knows what git calls its files, as a commit does, and notes what is read of it.
private final class NamedTree: PlanTree {
  private let tree: MemoryTree
  private(set) var reads: [String] = []

  init(_ tree: MemoryTree) { self.tree = tree }

  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { try tree.entries(in: folder) }

  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    reads.append(path)
    return try tree.read(path, limit: limit)
  }

  func blobs(at paths: [String]) -> [ObjectID?] {
    paths.map { path in
      let text = Array((tree.files[path] ?? "").utf8)
      let hash = Insecure.SHA1.hash(data: Array("blob \(text.count)\0".utf8) + text)
      return ObjectID(bytes: Array(hash))
    }
  }
}

@Suite("Stories that were read before")
struct KnownItemsTests {
  /// A story with all that a story can hold.
  private static func story(_ number: Int) -> (path: String, text: String) {
    let id = "st-" + String(repeating: "0", count: 8 - String(number).count) + "\(number)"
    return (
      ".handoff/stories/\(id)-mute.md",
      """
      ---
      id: \(id)
      title: Züge stumm № \(number)
      intent: in-5m2p8r3c
      epic: ep-5m2p8r3c
      status: \(["draft", "ready", "active", "shipped", "dropped"][number % 5])
      owner: dana@example.com
      effort: 2.5
      origin: backlog:task-\(number)
      depends-on: [st-9c4t8wq2]
      code:
        - {path: src/a.swift, symbol: f, role: where it happens, seen: "h1:3f2a9c1b4d5e"}
      ---

      As a member, I want to mute mails, so that I can sleep.

      > I cannot sleep.
      > — so-7h3q2dkm#L12-L14

      ## Acceptance criteria

      ### AC1: It is mute

      Given a mail, then it makes no sound. (so-7h3q2dkm#L12)

      ```verify
      - changed: src/**
      - unchanged: docs/*
      - exists: a
      - missing: b
      - contains: {in: src/**, text: words}
      - lacks: {in: src/**, matches: "w.*"}
      - adds: {text: x}
      - removes: {matches: y}
      - symbol: {name: mute, in: src/**, gone: true}
      - test: "*mute*"
      - coverage: {of: src/**, at-least: 82.5%}
      - run: make \(number)
      - judge: is it quiet?
      - sign-off: support
      ```

      ## Constraints

      - Nothing is slower. <!-- handoff: allow unmeasured-comparison because these are the customer's own words -->

      ## Open questions

      - [ ] Q1 (blocking): For whom? @product
      - [x] Q2: When? As de-5m2p8r3c says.

      """
    )
  }

  private func tree(_ count: Int, _ change: (Int, String) -> String = { $1 }) -> MemoryTree {
    MemoryTree(
      files: Dictionary(
        uniqueKeysWithValues: (1...count).map { number in
          let story = Self.story(number)
          return (story.path, change(number, story.text))
        }))
  }

  @Test("a story made from its record is the story that was read")
  func roundTrip() throws {
    let file = Self.story(3)
    let bytes = Array(file.text.utf8)
    let reading = Story.read(bytes, path: file.path)
    let story = try #require(reading.item)
    #expect(reading.findings.isEmpty)
    #expect(story.criteria[0].conditions.count == Condition.Keyword.allCases.count)
    #expect(story.waivers.count == 1 && story.questions.count == 2 && story.quotations.count == 1)
    var writer = RecordWriter(file: bytes)
    story.write(to: &writer)
    var reader = RecordReader(writer.bytes[...], file: bytes)
    #expect("\(try Story(&reader, file: file.path))" == "\(story)")
  }

  @Test("a record that was cut off, or is another file's, makes no story and does no harm")
  func cutOff() throws {
    let file = Self.story(3)
    let bytes = Array(file.text.utf8)
    let story = try #require(Story.read(bytes, path: file.path).item)
    var writer = RecordWriter(file: bytes)
    story.write(to: &writer)
    for length in writer.bytes.indices {
      var reader = RecordReader(writer.bytes.prefix(length), file: bytes)
      #expect(throws: BrokenRecord.self) { try Story(&reader, file: file.path) }
    }
    for index in writer.bytes.indices {
      var other = writer.bytes
      other[index] = ~other[index]
      var reader = RecordReader(other[...], file: bytes)
      _ = try? Story(&reader, file: file.path)
    }
  }

  @Test("with what was kept, and whatever becomes of it, a plan says the same")
  func invisible() throws {
    let folder = try Folder()
    let directory = folder.path + "/handoff"
    let tree = tree(300) { number, text in number % 50 == 0 ? text.replacing("status: ", with: "status: un") : text }
    let plain = PlanReader(tree).snapshot()
    func isSame() -> Bool {
      let snapshot = PlanReader(tree, cache: RecordCache(directory: directory, reader: "one")).snapshot()
      return "\(snapshot.plan.stories)" == "\(plain.plan.stories)" && snapshot.findings == plain.findings
    }
    #expect(isSame())
    let shelf = directory + "/parsed/stories"
    let kept = try FileSystem.read(shelf, limit: 1 << 24)
    #expect(RecordCache(directory: directory, reader: "one").shelf("stories").count == 294)
    #expect(isSame())
    // Half written, empty, of another program, gone.
    try FileSystem.writeQuickly(Array(kept.prefix(kept.count / 2)), to: shelf)
    #expect(isSame())
    try FileSystem.writeQuickly([], to: shelf)
    #expect(isSame())
    #expect(RecordCache(directory: directory, reader: "two").shelf("stories").count == 0)
    try FileSystem.removeFile(shelf)
    #expect(isSame())
    // In a place where nothing can be written.
    let nowhere = PlanReader(
      tree, cache: RecordCache(directory: folder.path + "/handoff/parsed/stories/x", reader: "one"))
    #expect("\(nowhere.snapshot().plan.stories)" == "\(plain.plan.stories)")
  }

  @Test("an edited story is read anew, and one in sixteen is not worth another shelf")
  func edited() throws {
    let folder = try Folder()
    let cache = RecordCache(directory: folder.path, reader: "one")
    _ = PlanReader(tree(300), cache: cache).snapshot()
    let kept = try FileSystem.read(folder.path + "/parsed/stories", limit: 1 << 24)
    let edited = tree(300) { number, text in number == 7 ? text.replacing("stumm", with: "leise") : text }
    let titles = PlanReader(edited, cache: cache).snapshot().plan.stories.map(\.title)
    #expect(titles.filter { $0.contains("leise") } == ["Züge leise № 7"])
    let back = PlanReader(tree(300), cache: cache).snapshot().plan.stories
    #expect("\(back)" == "\(PlanReader(tree(300)).snapshot().plan.stories)")
    #expect(try FileSystem.read(folder.path + "/parsed/stories", limit: 1 << 24) == kept)
  }

  @Test("of a second tree only what differs is read, and nothing is taken for something else")
  func secondTree() throws {
    let folder = try Folder()
    let cache = RecordCache(directory: folder.path, reader: "one")
    let first = tree(300) { number, text in number == 9 ? text.replacing("status: ", with: "status: un") : text }
    _ = PlanReader(first, cache: cache).snapshot()
    var committed = first
    let (gone, changed) = (Self.story(8).path, Self.story(7))
    committed.files[gone] = nil
    committed.files[changed.path] = changed.text.replacing("stumm", with: "leise")
    let second = NamedTree(committed)
    let snapshot = PlanReader(second, cache: cache).snapshot()
    let plain = PlanReader(committed).snapshot()
    #expect("\(snapshot.plan.stories)" == "\(plain.plan.stories)" && snapshot.findings == plain.findings)
    // The one that is another, and the one with a finding.
    #expect(second.reads.filter { $0.contains("/stories/") } == [changed.path, Self.story(9).path])
  }

  @Test("a plan put together from two trees says the same, and of it only what is new is read")
  func patched() throws {
    let folder = try Folder()
    let cache = RecordCache(directory: folder.path, reader: "one")
    _ = PlanReader(NamedTree(tree(300)), cache: cache).snapshot()
    let (ours, theirs) = (
      NamedTree(tree(300)),
      NamedTree(tree(302) { number, text in number % 100 == 3 ? text.replacing("stumm", with: "leise") : text })
    )
    let taken = Set([3, 301].map { Self.story($0).path })
    let files = [Self.story(5).path: Array(Self.story(5).text.replacing("stumm", with: "laut").utf8)]
    let merged = PatchedTree(ours, taking: taken, from: theirs, files: files, gone: [Self.story(8).path])
    let known = PlanReader(merged, cache: cache).snapshot()
    #expect(ours.reads.filter { $0.contains("/stories/") } == [])
    #expect(Set(theirs.reads) == taken)
    let plain = PlanReader(merged).snapshot()
    #expect("\(known.plan.stories)" == "\(plain.plan.stories)" && known.findings == plain.findings)
    #expect(known.plan.stories.count == 300 && known.plan.stories.count { $0.title.contains("stumm") } == 298)
  }

  @Test("sources that a second commit has as the first are not read again")
  func sources() throws {
    var files: [String: String] = [:]
    for number in 1...3 {
      let own = ".handoff/sources/so-0000000\(number)-a"
      files["\(own)/source.yml"] =
        "id: so-0000000\(number)\nkind: text\ntitle: A\noriginal: a.txt\nsha256: \(String(repeating: "0", count: 64))\n"
      files["\(own)/statements.tsv"] = "1\t\tKim\tI said \(number).\n"
    }
    let cache = RecordCache(directory: try Folder().path, reader: "one")
    _ = PlanReader(NamedTree(MemoryTree(files: files)), cache: cache).snapshot()
    files[".handoff/sources/so-00000002-a/statements.tsv"] = "1\t\tKim\tI said nothing.\n"
    let second = NamedTree(MemoryTree(files: files))
    let snapshot = PlanReader(second, cache: cache).snapshot()
    let read = second.reads.filter { $0.contains("/sources/") }.map { $0.split(separator: "/")[2] }
    #expect(Set(read) == ["so-00000002-a"])
    let said = snapshot.plan.sources.map { $0.statements.map(\.text) }
    #expect(said == [["I said 1."], ["I said nothing."], ["I said 3."]])
  }

  @Test("contents are told by the names that git gives them")
  func blobNames() throws {
    let names = [
      ("", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"),
      ("what is up, doc?", "bd9dbf5aae1a3862dd1526723246b20206e5fc37"),
      ("", "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"),
    ]
    for (text, name) in names {
      let id = try #require(ObjectID(name))
      #expect(BlobName.matches(id, Array(text.utf8)))
      #expect(!BlobName.matches(id, Array((text + " ").utf8)))
    }
  }

  @Test("a plan of a few stories leaves nothing behind")
  func few() throws {
    let folder = try Folder()
    _ = PlanReader(tree(20), cache: RecordCache(directory: folder.path, reader: "one")).snapshot()
    #expect(!FileSystem.exists(folder.path + "/parsed"))
  }
}

/// A folder that goes with whoever holds it.
private final class Folder {
  let path: String

  init() throws { path = try FileSystem.temporaryDirectory(inside: NSTemporaryDirectory()) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
