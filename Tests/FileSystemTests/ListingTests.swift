import FileSystem
import Foundation
import Testing

@Suite("Looking into a folder")
struct ListingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("names are listed with their kinds, in the order of their bytes")
  func kinds() throws {
    for name in ["b", "ä", "B", "a"] { try scratch.write("", to: name) }
    try scratch.makeFolder("folder")
    try scratch.link("link", to: "nowhere")
    try #require(mkfifo(scratch("pipe"), 0o644) == 0)
    let entries = try FileSystem.list(scratch.path)
    #expect(entries.map(\.name) == ["B", "a", "b", "folder", "link", "pipe", "ä"])
    #expect(entries.map(\.kind) == [.file, .file, .file, .directory, .symbolicLink, .other, .file])
    #expect(entries.filter { !$0.isNameExact }.isEmpty)
  }

  @Test("a name that is no UTF-8 is listed, and says that it is not exact")
  func notUTF8() throws {
    let path = Array(scratch.path.utf8) + Array("/st-".utf8) + [0xFF, 0]
    let made = path.withUnsafeBytes { bytes in
      bytes.baseAddress.map { creat($0.assumingMemoryBound(to: CChar.self), 0o644) } ?? -1
    }
    // Some file systems take no such name.
    guard made >= 0 else { return }
    close(made)
    let entry = try #require(try FileSystem.list(scratch.path).first)
    #expect(entry.name == "st-\u{FFFD}")
    #expect(!entry.isNameExact)
    #expect(try FileSystem.firstName(in: scratch.path, withPrefix: "st-") == nil)
  }

  @Test("what is no folder cannot be listed")
  func notFolder() throws {
    try scratch.write("", to: "a")
    #expect(throws: FileError.notDirectory(path: scratch("a"), kind: .file)) { try FileSystem.list(scratch("a")) }
    #expect(throws: FileError.notFound(path: scratch("b"))) { try FileSystem.list(scratch("b")) }
  }

  @Test("a name is found by its beginning and its end")
  func firstName() throws {
    for name in ["st-aaaaaaaa-mute.md", "st-bbbbbbbb-digest.md", "st-bbbbbbbb-digest.txt", "st-.md"] {
      try scratch.write("", to: name)
    }
    let find = { (prefix: String, suffix: String) in
      try FileSystem.firstName(in: scratch.path, withPrefix: prefix, suffix: suffix)
    }
    #expect(try find("st-bbbbbbbb", ".md") == "st-bbbbbbbb-digest.md")
    #expect(try find("st-cccccccc", ".md") == nil)
    #expect(try find("", ".txt") == "st-bbbbbbbb-digest.txt")
    #expect(try find("st-bbbbbbbb-digest.", "digest.md") == nil)
  }

  @Test("a path tells what stands there, links not followed")
  func kind() throws {
    try scratch.write("", to: "a", mode: 0o755)
    try scratch.link("link", to: "a")
    #expect(FileSystem.kind(of: scratch("a")) == .file)
    #expect(FileSystem.kind(of: scratch("link")) == .symbolicLink)
    #expect(FileSystem.kind(of: scratch("b")) == nil)
    #expect(FileSystem.isExecutable(scratch("link")))
    #expect(!FileSystem.isExecutable(scratch.path))
    #expect(try FileSystem.realPath(scratch("./link")) == scratch("a"))
  }

  @Test("a folder is made with those above it, and may be there already")
  func createDirectory() throws {
    #expect(throws: FileError.notFound(path: scratch("a/b"))) { try FileSystem.createDirectory(scratch("a/b")) }
    for _ in 1...2 { try FileSystem.createDirectory(scratch("a//b/c/"), withIntermediates: true) }
    #expect(FileSystem.kind(of: scratch("a/b/c")) == .directory)
    try scratch.write("", to: "file")
    #expect(throws: FileError.notDirectory(path: scratch("file"), kind: .file)) {
      try FileSystem.createDirectory(scratch("file"))
    }
  }

  @Test("whoever may read an executable file may execute it")
  func setExecutable() throws {
    try scratch.write("", to: "a", mode: 0o640)
    try FileSystem.setExecutable(scratch("a"))
    #expect(try scratch.permissions(of: "a") == 0o750)
  }
}
