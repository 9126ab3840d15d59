import FileSystem
import Foundation
import Testing

@Suite("Reading a file")
struct ReadingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a file is read whole", arguments: [0, 1, 4096, 70_000, 200_000])
  func whole(size: Int) throws {
    let text = String(repeating: "x", count: size)
    try scratch.write(text, to: "a")
    #expect(try FileSystem.read(scratch("a"), limit: size) == Array(text.utf8))
  }

  @Test("a file of one byte more than the limit is refused with both sizes")
  func tooLarge() throws {
    try scratch.write("12345", to: "a")
    #expect(throws: FileError.tooLarge(path: scratch("a"), bytes: 5, limit: 4)) {
      try FileSystem.read(scratch("a"), limit: 4)
    }
  }

  @Test("a sparse file of a terabyte is refused without being read")
  func sparse() throws {
    try scratch.write("", to: "a")
    try #require(truncate(scratch("a"), 1 << 40) == 0)
    #expect(throws: FileError.tooLarge(path: scratch("a"), bytes: 1 << 40, limit: 1000)) {
      try FileSystem.read(scratch("a"), limit: 1000)
    }
  }

  @Test("a pipe without a writer is refused at once")
  func pipe() throws {
    try #require(mkfifo(scratch("a"), 0o644) == 0)
    #expect(throws: FileError.notRegular(path: scratch("a"), kind: .other)) {
      try FileSystem.read(scratch("a"), limit: 10)
    }
  }

  @Test("a device is refused, whole and in part")
  func device() {
    let refused = FileError.notRegular(path: "/dev/zero", kind: .other)
    #expect(throws: refused) { try FileSystem.read("/dev/zero", limit: 10) }
    #expect(throws: refused) { try FileSystem.readPrefix("/dev/zero", count: 10) }
  }

  @Test("a folder is refused as one")
  func folder() {
    #expect(throws: FileError.notRegular(path: scratch.path, kind: .directory)) {
      try FileSystem.read(scratch.path, limit: 10)
    }
  }

  @Test("a file whose size is not told beforehand is read to its end, within the limit")
  func sizeUnknown() throws {
    #if os(Linux)
      let bytes = try FileSystem.read("/proc/self/status", limit: 1 << 20)
      #expect(bytes.count > 100)
      #expect(throws: FileError.self) { try FileSystem.read("/proc/self/status", limit: 10) }
    #endif
  }

  @Test("a link is followed, or refused where none may be")
  func link() throws {
    try scratch.write("there", to: "target")
    try scratch.link("a", to: "target")
    #expect(try FileSystem.read(scratch("a"), limit: 10) == Array("there".utf8))
    #expect(throws: FileError.symbolicLink(path: scratch("a"))) {
      try FileSystem.read(scratch("a"), limit: 10, followingLinks: false)
    }
  }

  @Test("links in a circle are told as links")
  func circle() throws {
    try scratch.link("a", to: "b")
    try scratch.link("b", to: "a")
    #expect(throws: FileError.symbolicLink(path: scratch("a"))) { try FileSystem.read(scratch("a"), limit: 10) }
  }

  @Test("a file that is not there is not found, also below a file")
  func missing() throws {
    try scratch.write("", to: "file")
    for name in ["a", "file/a"] {
      #expect(throws: FileError.notFound(path: scratch(name))) { try FileSystem.read(scratch(name), limit: 10) }
    }
  }

  @Test("a path with a NUL byte names no file, though C would see one")
  func nul() throws {
    try scratch.write("secret", to: "a")
    let path = scratch("a") + "\0.md"
    #expect(throws: FileError.invalidPath(path)) { try FileSystem.read(path, limit: 10) }
    #expect(throws: FileError.invalidPath(path)) { try FileSystem.status(of: path) }
    #expect(throws: FileError.invalidPath("")) { try FileSystem.read("", limit: 10) }
  }

  @Test("a prefix is as long as asked, or as the file")
  func prefix() throws {
    try scratch.write("12345", to: "a")
    #expect(try FileSystem.readPrefix(scratch("a"), count: 2) == Array("12".utf8))
    #expect(try FileSystem.readPrefix(scratch("a"), count: .max) == Array("12345".utf8))
    #expect(try FileSystem.readPrefix(scratch("a"), count: -1) == [])
  }
}
