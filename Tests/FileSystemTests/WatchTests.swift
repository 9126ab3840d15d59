import FileSystem
import Testing

#if os(Linux)
  @Suite("Watching folders")
  struct WatchTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("a file that comes, changes or goes is news once, and reading one is none")
    func news() throws {
      try scratch.makeFolder("folder")
      try scratch.write("a", to: "folder/a")
      let watch = try #require(FolderWatch([scratch.path, scratch("folder")]))
      #expect(!watch.hasNews())
      _ = try FileSystem.read(scratch("folder/a"), limit: 10)
      _ = try FileSystem.list(scratch("folder"))
      #expect(!watch.hasNews())
      for change in [
        { try scratch.write("b", to: "folder/a") }, { try scratch.write("b", to: "b") },
        { try FileSystem.rename(scratch("b"), to: scratch("folder/b")) },
        { try FileSystem.removeFile(scratch("folder/b")) }, { try scratch.makeFolder("other") },
      ] {
        try change()
        #expect(watch.hasNews())
        #expect(!watch.hasNews())
      }
    }

    @Test("what is no folder is not watched")
    func noFolder() throws {
      try scratch.write("a", to: "a")
      #expect(FolderWatch([scratch("a")]) == nil)
      #expect(FolderWatch([scratch.path, scratch("none")]) == nil)
      #expect(FolderWatch([scratch.path + "/\0"]) == nil)
    }
  }
#endif
