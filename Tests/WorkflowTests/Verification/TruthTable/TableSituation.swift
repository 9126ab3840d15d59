import TestKit
import Testing

/// Something that happens in git between the main branch and HEAD.
struct TableSituation: Sendable, CustomTestStringConvertible {
  enum Scope: Sendable {
    /// The commits since this revision.
    case since(String)
    /// All commits of the story.
    case story
  }

  let name: String
  var scope = Scope.since("main")
  let build: @Sendable (TableRepository) throws -> Void

  var testDescription: String { name }

  static let all = files + histories + functions

  private static let muted = ["src/a.txt": "plain\nlegacy\nmuted\n"]

  static let files: [TableSituation] = [
    .init(name: "a file is added") { try $0.linked(["src/new.txt": "muted\n"]) },
    .init(name: "a file is changed") { try $0.linked(muted) },
    .init(name: "a file is deleted") {
      try $0.git.git("rm", "--quiet", "src/old.txt")
      try $0.linked()
    },
    .init(name: "a line is removed") { try $0.linked(["src/a.txt": "plain\n"]) },
    .init(name: "a file is renamed") {
      try $0.git.git("mv", "src/old.txt", "src/new.txt")
      try $0.linked()
    },
    .init(name: "a file is renamed into another folder, and changed") {
      try $0.git.git("mv", "lib/b.txt", "src/new.txt")
      try $0.linked(["src/new.txt": TableRepository.lines + "muted\n"])
    },
    .init(name: "a renamed file is changed by a later commit") {
      try $0.git.git("mv", "src/old.txt", "lib/old.txt")
      try $0.linked()
      try $0.linked(["lib/old.txt": TableRepository.lines + "muted\n"])
    },
    .init(name: "only a mode changes") {
      try $0.git.git("update-index", "--chmod=+x", "src/old.txt")
      try $0.git.git("commit", "--quiet", "-m", "Work\n\n\(TableRepository.trailers)")
    },
    .init(name: "a binary file holds the words") {
      try $0.linked(["src/new.txt": "\u{0}muted\nlegacy\n", "lib/blob": "\u{0}muted\n"])
    },
    .init(name: "a symbolic link is added") {
      _ = try $0.git.run("ln", ["-s", "muted", "src/new.txt"])
      try $0.linked()
    },
    .init(name: "a file becomes a symbolic link") {
      _ = try $0.git.run("ln", ["-sf", "muted", "src/old.txt"])
      try $0.linked()
    },
    .init(name: "a submodule is added") {
      let commit = try $0.git.git("rev-parse", "HEAD")
      try $0.git.git("update-index", "--add", "--cacheinfo", "160000,\(commit),lib/sub")
      try $0.git.git("commit", "--quiet", "-m", "Work\n\n\(TableRepository.trailers)")
    },
    .init(name: "a submodule moves") {
      for _ in 1...2 {
        let commit = try $0.git.git("rev-parse", "HEAD")
        try $0.git.git("update-index", "--add", "--cacheinfo", "160000,\(commit),lib/sub")
        try $0.git.git("commit", "--quiet", "-m", "Work\n\n\(TableRepository.trailers)")
      }
    },
    .init(name: "lines end in CRLF") { try $0.linked(["src/new.txt": "muted\r\nlegacy\r\n"]) },
    .init(name: "a file without a last line end") { try $0.linked(["src/new.txt": "muted"]) },
    .init(name: "a name with spaces and letters beyond ASCII") { try $0.linked(["src/é ü.txt": "muted\n"]) },
    .init(name: "a line moves within its file") { try $0.linked(["src/a.txt": "legacy\nplain\n"]) },
    .init(name: "documents and code change together") {
      try $0.linked(["docs/guide.md": "muted\n", "src/a.txt": "plain\n"])
    },
  ]

  static let histories: [TableSituation] = [
    .init(name: "the range is empty", scope: .story) { _ in },
    .init(name: "the story's commit is empty") { try $0.linked() },
    .init(name: "nobody's commits alone", scope: .story) { try $0.unlinked(muted) },
    .init(name: "nobody's commit behind the story's") {
      try $0.linked(["src/new.txt": "muted\n"])
      try $0.unlinked(["lib/b.txt": "muted\n", "src/new.txt": "gone\n"])
    },
    .init(name: "nobody's commit before the story's") {
      try $0.unlinked(["src/new.txt": "muted\n"])
      try $0.linked(["docs/guide.md": "more\n"])
    },
    .init(name: "the story's own revert") {
      try $0.linked(muted)
      try $0.git.git("revert", "--no-edit", "HEAD")
      try $0.git.git("commit", "--quiet", "--amend", "-m", "Back\n\n\(TableRepository.trailers)")
    },
    .init(name: "somebody else's revert") {
      try $0.linked(["src/a.txt": "plain\nmuted\n", "src/new.txt": "muted\n"])
      try $0.git.git("revert", "--no-edit", "HEAD")
      try $0.git.git("commit", "--quiet", "--amend", "-m", "Back")
    },
    .init(name: "a revert as git writes it") {
      try $0.linked(muted)
      try $0.linked(["src/new.txt": "muted\n"])
      try $0.git.git("revert", "--no-edit", "HEAD~1")
    },
    .init(name: "a revert of a revert as git writes them") {
      try $0.linked(["src/a.txt": "plain\nmuted\n", "src/new.txt": "muted\n"])
      for _ in 1...2 { try $0.git.git("revert", "--no-edit", "HEAD") }
    },
    .init(name: "a merge that is reverted") {
      try $0.git.git("switch", "--quiet", "--create", "side")
      try $0.linked(["src/new.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "-")
      try $0.linked(["docs/guide.md": "more\n"])
      try $0.git.git("merge", "--quiet", "--no-ff", "--no-edit", "side")
      try $0.git.git("revert", "--no-edit", "-m", "1", "HEAD")
    },
    .init(name: "a revert of a revert") {
      try $0.linked(muted)
      for _ in 1...2 {
        try $0.git.git("revert", "--no-edit", "HEAD")
        try $0.git.git("commit", "--quiet", "--amend", "-m", "Turn\n\n\(TableRepository.trailers)")
      }
    },
    .init(name: "commits squashed into one") {
      try $0.linked(muted)
      try $0.linked(["src/a.txt": "plain\n", "src/new.txt": "muted\n"])
      try $0.git.git("reset", "--quiet", "--soft", "main")
      try $0.linked()
    },
    .init(name: "a cherry-pick from another branch") {
      try $0.linked(["src/new.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "--create", "picked", "main")
      try $0.unlinked(["docs/guide.md": "else\n"])
      try $0.git.git("cherry-pick", "work")
    },
    .init(name: "an amended commit that is pushed with force", scope: .since("before")) {
      try $0.linked(["src/new.txt": "legacy\n"])
      try $0.git.git("branch", "before")
      try $0.git.git("reset", "--quiet", "--hard", "HEAD~1")
      try $0.linked(["src/new.txt": "muted\n"])
    },
    .init(name: "a merge of nobody's branch") {
      try $0.git.git("switch", "--quiet", "--create", "side", "main")
      try $0.unlinked(["lib/b.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "work")
      try $0.linked(muted)
      try $0.git.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")
    },
    .init(name: "a merge of the story's branch that is not the story's") {
      try $0.git.git("switch", "--quiet", "--create", "side", "main")
      try $0.linked(["lib/b.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "work")
      try $0.unlinked(["docs/guide.md": "else\n"])
      try $0.git.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")
    },
    .init(name: "a merge that alone is the story's") {
      try $0.git.git("switch", "--quiet", "--create", "side", "main")
      try $0.unlinked(["lib/b.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "work")
      try $0.unlinked(["docs/guide.md": "else\n"])
      try $0.git.git("merge", "--quiet", "--no-ff", "-m", "Merge\n\n\(TableRepository.trailers)", "side")
    },
    .init(name: "a merge with changes of its own") {
      try $0.git.git("switch", "--quiet", "--create", "side", "main")
      try $0.linked(["lib/b.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "work")
      try $0.unlinked(["docs/guide.md": "else\n"])
      try $0.git.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
      try $0.git.write("src/new.txt", "muted\n")
      try $0.linked()
    },
    .init(name: "two branches of the story that are merged") {
      try $0.git.git("switch", "--quiet", "--create", "side", "main")
      try $0.linked(["lib/b.txt": "muted\n"])
      try $0.git.git("switch", "--quiet", "work")
      try $0.linked(["src/new.txt": "muted\n"])
      try $0.git.git("merge", "--quiet", "--no-ff", "-m", "Merge\n\n\(TableRepository.trailers)", "side")
    },
    .init(name: "pushed in parts") {
      try $0.git.git("switch", "--quiet", "main")
      try $0.linked(["src/new.txt": "muted\n", "src/a.txt": "plain\n"])
      try $0.git.git("switch", "--quiet", "--force-create", "work")
      try $0.linked(["docs/guide.md": "more\n"])
    },
    .init(name: "the first commit of all", scope: .story) {
      try $0.git.git("switch", "--quiet", "--orphan", "root")
      try $0.git.git("checkout", "--quiet", "main", "--", ".")
      try $0.linked(["src/new.txt": "muted\n"])
    },
  ]

  private static let code = "src/code.swift"

  private static func function(_ name: String, _ value: Int, indent: String = "") -> String {
    TableRepository.function(name, value, indent: indent)
  }

  static let functions: [TableSituation] = [
    .init(name: "a function is changed") { try $0.linked([code: function("mute", 9) + function("loud", 2)]) },
    .init(name: "a function is only indented") {
      try $0.linked([code: function("mute", 1, indent: "    ") + function("loud", 2)])
    },
    .init(name: "a function moves to another file") {
      try $0.linked([code: function("loud", 2), "src/more.swift": function("mute", 1)])
    },
    .init(name: "a function moves to another folder, and changes") {
      try $0.linked([code: function("loud", 2), "lib/more.swift": function("mute", 3)])
    },
    .init(name: "a function is gone") { try $0.linked([code: function("loud", 2)]) },
    .init(name: "a function is new") {
      try $0.linked([code: function("mute", 1) + function("loud", 2) + function("fresh", 3)])
    },
    .init(name: "a function is changed and changed back") {
      try $0.linked([code: function("mute", 9) + function("loud", 2)])
      try $0.linked([code: function("mute", 1) + function("loud", 2)])
    },
    .init(name: "nobody changes one function, and the story another") {
      try $0.unlinked([code: function("mute", 9) + function("loud", 2)])
      try $0.linked([code: function("mute", 9) + function("loud", 8)])
    },
    .init(name: "only the plan changes") { try $0.linked([".handoff/decisions/x.md": "muted\n"]) },
    .init(name: "the plan changes, and then the code") {
      try $0.linked([".handoff/decisions/x.md": "muted\n"])
      try $0.linked(["src/new.txt": "muted\nlegacy\n"])
    },
    .init(name: "a line comes back elsewhere") {
      try $0.linked(["src/a.txt": "plain\n"])
      try $0.linked(["src/a.txt": "plain\nlegacy\nmuted\n"])
    },
  ]
}
