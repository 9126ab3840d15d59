import FileSystem
import TestKit
import Testing

#if os(Linux)
  @Suite("Watching folders")
  struct WatchTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("a file that comes, changes or goes is news once, and reading one is none")
    func news() throws {
      try change("mkdir folder; printf a >folder/a")
      let watch = try #require(FolderWatch([scratch.path, scratch("folder")]))
      #expect(!watch.hasNews())
      _ = try FileSystem.read(scratch("folder/a"), limit: 10)
      _ = try FileSystem.list(scratch("folder"))
      #expect(!watch.hasNews())
      for change in [
        "printf b >folder/a", "printf b >b", "mv b folder/b", "rm folder/b", "mkdir other",
      ] {
        try self.change(change)
        #expect(watch.hasNews())
        #expect(!watch.hasNews())
      }
    }

    /// Lets another process change what is in the folder: a file that is written here may be closed later than it seems, as
    /// what a test beside this one starts meanwhile inherits it, and that it is closed is news.
    private func change(_ script: String) throws {
      let outcome = try TemporaryRepository().run("sh", ["-ec", script], in: scratch.path)
      try #require(outcome.status == 0, "\(outcome.stderr)")
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
