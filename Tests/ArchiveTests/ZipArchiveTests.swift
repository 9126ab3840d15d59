import Archive
import Testing

@Suite("ZIP archives")
struct ZipArchiveTests {
  /// "the words " twenty times, deflated by zlib.
  private static let deflated: [UInt8] = [
    43, 201, 72, 85, 40, 207, 47, 74, 41, 86, 40, 25, 210, 44, 0,
  ]
  private static let words = String(repeating: "the words ", count: 20)

  private static var deflatedPart: ZipFile.Part {
    var part = ZipFile.Part("a.txt", words)
    (part.packed, part.method) = (deflated, 8)
    return part
  }

  private func contents(_ file: ZipFile, limit: Int = 1_000) throws -> [String] {
    let archive = try ZipArchive(file.bytes)
    return try archive.entries.map { String(decoding: try archive.contents(of: $0, limit: limit), as: UTF8.self) }
  }

  private func problem(_ file: ZipFile, limit: Int = 1_000) -> ArchiveError.Problem? {
    let error = #expect(throws: ArchiveError.self) { try contents(file, limit: limit) }
    if let error { #expect((0...file.bytes.count).contains(error.offset)) }
    return error?.problem
  }

  private func paths(_ names: [String]) throws -> [String] {
    try ZipArchive(ZipFile(names.map { ZipFile.Part($0) }).bytes).entries.map(\.path)
  }

  @Test("stored and deflated files are read, with a comment behind and foreign bytes before")
  func contents() throws {
    var file = ZipFile([.init("b/c.txt", "stored"), Self.deflatedPart])
    #expect(try contents(file) == ["stored", Self.words])
    file.prefix = Array("#!/bin/sh\nexit\n".utf8)
    file.comment = Array("made by hand, PK and all".utf8)
    #expect(try contents(file) == ["stored", Self.words])
    #expect(try ZipArchive(file.bytes).entries.map(\.path) == ["b/c.txt", "a.txt"])
  }

  @Test("sizes behind the data, and sizes of 64 bits, are read from the list")
  func sizes() throws {
    var part = Self.deflatedPart
    part.flags = 0x8
    part.isLarge = true
    #expect(try contents(ZipFile([part])) == [Self.words])
  }

  @Test("an archive of nothing holds nothing")
  func nothing() throws {
    #expect(try ZipArchive(ZipFile([]).bytes).entries.isEmpty)
  }

  @Test("a path leads nowhere but down, and what systems leave behind is passed over")
  func names() throws {
    let names = [
      "../../etc/passwd", "/root/x", "C:\\Users\\dana\\notes.txt", "a\\..\\b.txt", "a//./b\u{7}.txt", "folder/",
      "folder\\", "__MACOSX/._a", "a/.DS_Store", "a/Thumbs.db", "..", "\u{7}",
    ]
    #expect(
      try paths(names) == ["etc/passwd", "root/x", "Users/dana/notes.txt", "a/b.txt", "a/b.txt"])
  }

  @Test("names are UTF-8 where they can be, else of code page 437")
  func encodings() throws {
    var part = ZipFile.Part("")
    part.name = [0x81, 0x62, 0x65, 0x72]
    #expect(try ZipArchive(ZipFile([part]).bytes).entries.map(\.path) == ["über"])
    part.name = Array("über".utf8)
    #expect(try ZipArchive(ZipFile([part]).bytes).entries.map(\.path) == ["über"])
    part.flags = 0x800
    #expect(try ZipArchive(ZipFile([part]).bytes).entries.map(\.path) == ["über"])
  }

  @Test("links are no files")
  func links() throws {
    var part = ZipFile.Part("link", "/etc/passwd")
    (part.madeBy, part.attributes) = (3 << 8 | 20, 0o120777 << 16)
    #expect(try ZipArchive(ZipFile([part]).bytes).entries.isEmpty)
  }

  @Test("a part is found whatever the case of its letters")
  func lookup() throws {
    let archive = try ZipArchive(ZipFile([.init("Word/Document.xml")]).bytes)
    #expect(archive["word/document.xml"]?.path == "Word/Document.xml")
    #expect(archive["word/styles.xml"] == nil)
  }

  @Test("what does not add up is refused")
  func faults() {
    var part = Self.deflatedPart
    part.checksum = 1
    #expect(problem(ZipFile([part])) == .badChecksum)
    part = Self.deflatedPart
    part.size = 7
    #expect(problem(ZipFile([part])) == .badChecksum)
    part.size = 700
    #expect(problem(ZipFile([part])) == .badChecksum)
    part = Self.deflatedPart
    part.packed = [0xFF, 0xFF, 0xFF]
    #expect(problem(ZipFile([part])) == .badData)
    part.packed = Array(Self.deflated.dropLast(4))
    #expect(problem(ZipFile([part])) == .truncated)
    part = Self.deflatedPart
    part.method = 14
    #expect(problem(ZipFile([part])) == .unknownCompression)
    part = Self.deflatedPart
    part.flags = 1
    #expect(problem(ZipFile([part])) == .encrypted)
  }

  @Test("nothing grows past its limit, whatever a header promises")
  func bombs() {
    #expect(problem(ZipFile([Self.deflatedPart]), limit: 199) == .tooLarge)
    var part = Self.deflatedPart
    part.size = 0xFFFF_FFF0
    #expect(problem(ZipFile([part]), limit: 64 << 20) == .tooLarge)
    var file = ZipFile([.init("a")])
    file.count = 10_001
    #expect(problem(file) == .tooManyFiles)
    file.count = 2
    #expect(problem(file) == .badDirectory)
  }

  @Test("an archive cut off anywhere is refused where it ends")
  func truncated() {
    let bytes = ZipFile([Self.deflatedPart, .init("b.txt")]).bytes
    for length in 0..<bytes.count {
      #expect(throws: ArchiveError.self, "\(length)") { try ZipArchive(Array(bytes.prefix(length))) }
    }
  }

  @Test("bytes changed at random are read or refused, never a crash", arguments: 1...4)
  func mutations(seed: UInt64) {
    let bytes = ZipFile([Self.deflatedPart, .init("b.txt")]).bytes
    var state = seed
    var refused = 0
    for _ in 0..<2_000 {
      var changed = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        changed[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 56)
      }
      do throws(ArchiveError) {
        let archive = try ZipArchive(changed)
        for entry in archive.entries { _ = try archive.contents(of: entry, limit: 100_000) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 500)
  }
}

@Suite("gzip files")
struct GzipFileTests {
  private static let file: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 43, 201, 72, 85, 40, 207, 47, 74, 41, 86, 40, 25, 210, 44, 0, 30, 91, 231, 104,
    200, 0, 0, 0,
  ]
  private static let words = Array(String(repeating: "the words ", count: 20).utf8)

  @Test("a file of one member or several is read, with padding behind")
  func members() throws {
    #expect(GzipFile.isGzip(Self.file))
    #expect(try GzipFile.contents(of: Self.file, limit: 200) == Self.words)
    #expect(try GzipFile.contents(of: Self.file + Self.file + [0, 0], limit: 400) == Self.words + Self.words)
  }

  @Test("faults and floods are refused")
  func faults() {
    var file = Self.file
    file[file.count - 6] ^= 1
    #expect(throws: ArchiveError.self) { try GzipFile.contents(of: file, limit: 200) }
    #expect(throws: ArchiveError.self) { try GzipFile.contents(of: Self.file + Self.file, limit: 399) }
    for length in 3..<Self.file.count {
      #expect(throws: ArchiveError.self, "\(length)") {
        try GzipFile.contents(of: Array(Self.file.prefix(length)), limit: 200)
      }
    }
  }
}
