import CodeIndex
import Git
import Grounding
import PlanModel
import TestKit
import Testing

@Suite("Finding anchors again") struct AnchorResolverTests {
  private static let settings = """
    class UserSettings:
        def mute(self, user):
            user.muted = True
            return user

        def load(self):
            return read("settings")
    """

  /// What becomes of an anchor that was set on `before` once the repository holds `after`.
  private func reading(
    of path: String, _ symbol: String?, before: [String: String], after: [String: String?],
    departure: Departure = Departure()
  ) throws -> AnchorReading {
    let repository = try TemporaryRepository()
    try repository.commit("Before", files: before)
    let seen = try #require(try resolve(in: repository) { try $0.anchored(path, symbol) }).seen
    for (path, text) in after where text == nil { try repository.git("rm", "-q", path) }
    try repository.commit("After", files: after.compactMapValues { $0 })
    return try resolve(in: repository, departure: departure) {
      try $0.read(Anchor(path: path, symbol: symbol, seen: seen, line: 1))
    }
  }

  private func resolve<Value>(
    in temporary: TemporaryRepository, departure: Departure = Departure(),
    _ body: (AnchorResolver<any Error>) throws -> Value
  ) throws -> Value {
    let repository = try Repository(at: temporary.path, environment: temporary.environment)
    let commit = try repository.resolve("HEAD")
    let index = CodeIndex(
      repository, directory: repository.location.commonDirectory + "/handoff",
      environment: temporary.environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]) { $1 })
    var result: Result<Value, any Error>?
    try index.read(commit) { snapshot throws(CodeIndexError) in
      let resolver = AnchorResolver<any Error>(
        snapshot, text: { try repository.file(at: $0, in: commit, limit: 1 << 20) },
        fingerprint: { bytes in String(bytes.reduce(UInt64(5381)) { $0 &* 33 ^ UInt64($1) }, radix: 16) },
        departure: { _ in departure }, index: { $0 })
      result = Result { try body(resolver) }
    }
    return try #require(result).get()
  }

  @Test("a symbol that only moved within its file and was indented otherwise is the same")
  func same() throws {
    let after = "import os\n\n" + Self.settings.replacing("    ", with: "  ")
    let reading = try reading(
      of: "settings.py", "UserSettings.mute", before: ["settings.py": Self.settings], after: ["settings.py": after])
    #expect(reading.state == .same)
    #expect(reading.place?.lines == 4...6 && reading.place?.symbol == "UserSettings.mute")
  }

  @Test("a symbol with another body has changed, and one beside it has not")
  func changed() throws {
    let after = Self.settings.replacing("user.muted = True", with: "user.muted = False")
    let files = ["settings.py": Self.settings]
    #expect(try reading(of: "settings.py", "mute", before: files, after: ["settings.py": after]).state == .changed)
    #expect(try reading(of: "settings.py", "load()", before: files, after: ["settings.py": after]).state == .same)
  }

  @Test("a function with another name and the same body is renamed")
  func renamed() throws {
    let after = Self.settings.replacing("def mute", with: "def silence")
    let reading = try reading(
      of: "settings.py", "UserSettings.mute", before: ["settings.py": Self.settings], after: ["settings.py": after])
    #expect(reading.state == .renamed && reading.place?.symbol == "UserSettings.silence")
  }

  @Test("a symbol that stands in another file word for word has moved")
  func moved() throws {
    let reading = try reading(
      of: "settings.py", "UserSettings", before: ["settings.py": Self.settings],
      after: ["settings.py": nil, "models/user.py": Self.settings])
    #expect(reading.state == .moved && reading.place?.path == "models/user.py" && !reading.isAlsoChanged)
  }

  @Test("where git tells of a rename the symbol has moved, though it changed too")
  func renamedFile() throws {
    let after = Self.settings.replacing("user.muted = True", with: "user.muted = False")
    let reading = try reading(
      of: "settings.py", "UserSettings.mute", before: ["settings.py": Self.settings],
      after: ["settings.py": nil, "models/user.py": after], departure: Departure(successor: "models/user.py"))
    #expect(reading.state == .moved && reading.isAlsoChanged && reading.place?.path == "models/user.py")
  }

  @Test("a symbol that is called otherwise in the file that its own was renamed to has moved")
  func renamedInRenamedFile() throws {
    let after = Self.settings.replacing("def mute", with: "def silence")
    let reading = try reading(
      of: "settings.py", "UserSettings.mute", before: ["settings.py": Self.settings],
      after: ["settings.py": nil, "models/user.py": after], departure: Departure(successor: "models/user.py"))
    #expect(reading.state == .moved && !reading.isAlsoChanged)
    #expect(reading.place?.path == "models/user.py" && reading.place?.symbol == "UserSettings.silence")
  }

  @Test("it has moved too where git takes the two files for different ones, but not when two of them have its text")
  func renamedBeside() throws {
    let mute = "def mute(user):\n    user.muted = True\n    return user\n"
    let after = "import os\n\n" + mute.replacing("mute(", with: "silence(")
    let beside = Departure(beside: ["other.py", "a.py", "settings.py"])
    let files: [String: String?] = ["settings.py": nil, "other.py": after]
    let reading = try reading(
      of: "settings.py", "mute", before: ["settings.py": mute], after: files, departure: beside)
    #expect(reading.state == .moved && reading.place?.symbol == "silence" && reading.place?.path == "other.py")
    let twice = try self.reading(
      of: "settings.py", "mute", before: ["settings.py": mute], after: files.merging(["a.py": after]) { $1 },
      departure: beside)
    #expect(twice.state == .gone && twice.candidates.isEmpty)
  }

  @Test("where a symbol is gone, the file that its own was renamed to is shown")
  func goneInRenamedFile() throws {
    let reading = try reading(
      of: "settings.py", "UserSettings.mute", before: ["settings.py": Self.settings],
      after: ["settings.py": nil, "models/user.py": "x = 1\n"], departure: Departure(successor: "models/user.py"))
    #expect(reading.state == .gone && reading.candidates == [CodePlace(path: "models/user.py")])
  }

  @Test("what nothing proves is gone, and a namesake is shown as no more than that")
  func gone() throws {
    let other = "class UserSettings:\n    def purge(self):\n        return None\n"
    let reading = try reading(
      of: "settings.py", "UserSettings", before: ["settings.py": Self.settings],
      after: ["settings.py": "x = 1\n", "other.py": other])
    #expect(reading.state == .gone && reading.place == nil)
    #expect(reading.candidates.map(\.path) == ["other.py"])
  }

  @Test("a whole file is the same, changed, or moved with its text")
  func files() throws {
    let before = ["docs/guide.md": "# Guide\n\nMute mails.\n"]
    #expect(
      try reading(of: "docs/guide.md", nil, before: before, after: ["docs/guide.md": "# Guide\nMute mails.\n"]).state
        == .same)
    #expect(
      try reading(of: "docs/guide.md", nil, before: before, after: ["docs/guide.md": "# Guide\n\nMute.\n"]).state
        == .changed)
    let moved = try reading(
      of: "docs/guide.md", nil, before: before,
      after: ["docs/guide.md": nil, "manual/guide.md": "# Guide\n\nMute mails.\n"])
    #expect(moved.state == .moved && moved.place?.path == "manual/guide.md")
  }

  @Test(
    "names of symbols are read as people write them",
    arguments: [
      ("mute", "mute", []), ("mute()", "mute", []), ("User.mute(for:)", "mute", ["User"]),
      ("app::User::mute", "mute", ["app", "User"]), ("User#mute", "mute", ["User"]),
    ])
  func names(text: String, name: String, containers: [String]) throws {
    let symbol = try #require(SymbolName(text))
    #expect(symbol.name == name && symbol.containers == containers)
  }

  @Test("what names nothing is no symbol", arguments: ["", "()", "::", " "])
  func noNames(text: String) {
    #expect(SymbolName(text) == nil)
  }
}
