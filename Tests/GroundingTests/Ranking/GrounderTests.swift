import CodeIndex
import Git
import TestKit
import Testing

@testable import Grounding

@Suite("Finding code by words") struct GrounderTests {
  private static let files = [
    "src/settings.py": """
    class UserSettings:
        \"""What a user has chosen.\"""

        def mute(self, user):
            user.muted = True

        def load(self, user):
            return read("settings")
    """,
    "src/mailer.py": """
    from settings import UserSettings

    def send_digest(user):
        if not user.muted:
            deliver(user, "Your morning digest")
    """,
    "src/queue.py": "def push(item):\n    ITEMS.append(item)\n\ndef pop():\n    return ITEMS.pop()\n",
    "web/app.js": "export function renderInbox(mails) {\n  return mails.map(row);\n}\n",
    "tests/test_settings.py": "from settings import UserSettings\n\ndef test_mute():\n    UserSettings().mute(1)\n",
    "README.md": "# Mails\n\nUsers may mute the digest.\n",
  ]

  private func repository(_ more: [String: String] = [:]) throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.commit("Begin", files: Self.files.merging(more) { $1 })
    return repository
  }

  private func ground(_ text: String, in temporary: TemporaryRepository, limit: Int = 10) throws -> [GroundedFile] {
    try ground(bytes: Array(text.utf8), in: temporary, limit: limit)
  }

  private func ground(
    bytes text: [UInt8], in temporary: TemporaryRepository, limit: Int = 10
  ) throws -> [GroundedFile] {
    let environment = temporary.environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin"]) { $1 }
    let repository = try Repository(at: temporary.path, environment: environment)
    let index = CodeIndex(
      repository, directory: repository.location.commonDirectory + "/handoff", environment: environment)
    return try index.read(try repository.resolve("HEAD"), withHistory: true) { snapshot throws(CodeIndexError) in
      try Grounder(snapshot).files(for: Query(text), limit: limit)
    }
  }

  @Test("a file that only a common word speaks for has a reason too")
  func weakReason() throws {
    let found = try ground("the `VERSION` is stale", in: try repository(["shelf/__init__.py": "VERSION = (1, 2)\n"]))
    #expect(found.map(\.path) == ["shelf/__init__.py"])
    #expect(found.first?.reasons == [.defines(["VERSION"])])
  }

  @Test("the file that defines what the text names comes first, with its function and the reason")
  func definition() throws {
    let found = try ground("UserSettings.mute does nothing\n\nMuting a user has no effect.", in: try repository())
    let first = try #require(found.first)
    #expect(first.path == "src/settings.py")
    #expect(first.symbols.first?.name == "UserSettings.mute" && first.symbols.first?.lines == 4...5)
    #expect(
      first.reasons.contains { if case .defines(let names) = $0 { names.contains("UserSettings") } else { false } })
    #expect(first.score > 0 && found.map(\.score).reduce(0, +) <= 1.0001)
  }

  @Test("words of a sentence lead to the code that says them")
  func words() throws {
    let found = try ground("The morning digest should not go to everybody", in: try repository())
    #expect(found.first?.path == "src/mailer.py")
    #expect(found.first?.symbols.first?.name == "send_digest")
  }

  @Test("a path and a stack trace lead to their files")
  func mentions() throws {
    let repository = try repository()
    #expect(try ground("Look at web/app.js please", in: repository).first?.path == "web/app.js")
    let trace =
      "It crashes\n\nTraceback:\n  File \"/srv/src/mailer.py\", line 3, in send_digest\n  File \"/srv/src/queue.py\", line 5, in pop\n"
    let found = try ground(trace, in: repository)
    #expect(Set(found.prefix(2).map(\.path)) == ["src/queue.py", "src/mailer.py"])
    let queue = try #require(found.first { $0.path == "src/queue.py" })
    #expect(queue.reasons.contains(.inTrace(isDeepest: true)))
  }

  @Test("tests, documentation, and what others wrote are not named")
  func left() throws {
    let repository = try repository(["vendor/settings.py": "class UserSettings:\n    def mute(self): pass\n"])
    let found = try ground("UserSettings mute digest", in: repository)
    #expect(!found.isEmpty)
    #expect(!found.contains { $0.path.hasPrefix("tests/") || $0.path.hasPrefix("vendor/") || $0.path == "README.md" })
  }

  @Test("what was changed for the same words before is found again")
  func history() throws {
    let repository = try repository()
    let queue = Self.files["src/queue.py", default: ""]
    for turn in 1...3 {
      try repository.commit("Fix lost reminders, part \(turn)", files: ["src/queue.py": queue + "# \(turn)\n"])
    }
    let found = try ground("Reminders are lost", in: repository)
    let queued = try #require(found.first { $0.path == "src/queue.py" })
    #expect(queued.reasons.contains(.commits(3)))
  }

  @Test("a file that was moved keeps its past; one of a name that others have too does not")
  func moved() throws {
    let repository = try repository()
    let queue = Self.files["src/queue.py", default: ""]
    for turn in 1...3 {
      let text = queue + "# \(turn)\n"
      try repository.commit("Fix lost reminders, part \(turn)", files: ["src/queue.py": text, "src/tasks.py": text])
    }
    try repository.write("lib/jobs/README.md", "Work that waits.\n")
    try repository.git("mv", "src/queue.py", "lib/jobs/queue.py")
    try repository.git("mv", "src/tasks.py", "lib/jobs/tasks.py")
    try repository.commit("Sort the folders", files: ["web/tasks.py": queue])
    let found = try ground("Reminders are lost", in: repository)
    let queued = try #require(found.first { $0.path == "lib/jobs/queue.py" })
    #expect(queued.reasons.contains(.commits(3)))
    #expect(!found.contains { $0.path.hasSuffix("tasks.py") && $0.reasons.contains(.commits(3)) })
  }

  @Test("the same question has the same answer")
  func same() throws {
    let repository = try repository()
    let text = "Muted users still get the digest\n\n`UserSettings.mute` is called, deliver() runs."
    #expect(try ground(text, in: repository) == ground(text, in: repository))
  }

  @Test("a text without words, and a repository without code, have no answer")
  func nothing() throws {
    #expect(try ground("of the and", in: try repository()).isEmpty)
    let empty = try TemporaryRepository()
    try empty.commit("Begin", files: ["README.md": "mute\n"])
    #expect(try ground("mute the digest", in: empty).isEmpty)
  }

  /// As strings these are equal to others of them, or no text at all.
  private static let alike: [[UInt8]] = [
    Array("The caf\u{e9} page mutes, the cafe\u{301} list too".utf8),
    Array("The \u{212b}ngstrom mute, the \u{c5}ngstrom mute, the A\u{30a}ngstrom mute".utf8),
    Array("The \u{d55c}\u{ae00} mute, the \u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} mute".utf8),
    [0x6d, 0x75, 0x74, 0x65, 0x20, 0x61, 0xff, 0xfe, 0x20, 0x61, 0xfe, 0xff, 0x20, 0x61, 0xe2, 0x82],
  ]

  @Test("words that are equal as strings, and differ in bytes, have an answer", arguments: alike)
  func equivalence(_ text: [UInt8]) throws {
    let code = "def caf\u{e9}():\n    mute()\n\ndef cafe\u{301}():\n    mute()\n"
    let repository = try repository(["src/caf\u{e9}.py": code])
    #expect(try ground(bytes: text, in: repository).contains { $0.path == "src/settings.py" })
  }

  @Test("as many files are named as are asked for")
  func limit() throws {
    #expect(try ground("user mails digest item", in: try repository(), limit: 2).count == 2)
  }
}
