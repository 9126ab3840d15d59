import Foundation
import Git
import TestKit
import Testing

@Suite("What git stores of a message, held against git commit")
struct CommitMessageTests {
  private static let cut = "# ------------------------ >8 ------------------------"

  private static let files = [
    "Title\n", "Title", "\n\n  \nTitle  \n\n\n\nBody\t\n# comment\nmore\n\n\n", "Title\n#42 in the text\n",
    "Title\n\n\(cut)\ndiff --git a b\n", "Title\r\n\r\nBody\r\n", "#only\nTitle\n", "Title\n  indented\n\n\n\n  x\n",
  ]

  @Test("in every mode", arguments: CommitMessage.Cleanup.allCases, files)
  func stored(cleanup: CommitMessage.Cleanup, file: String) throws {
    let temporary = try TemporaryRepository()
    try temporary.write("message", file)
    // An editor that changes nothing, where git looks for comments and scissors. In the other modes, the comments
    // that git itself adds for the editor would stay.
    let edit = cleanup == .strip || cleanup == .scissors ? ["--edit"] : []
    let outcome = try temporary.run(
      "git", ["commit", "--quiet", "--allow-empty", "-F", "message", "--cleanup", cleanup.rawValue] + edit)
    try #require(outcome.status == 0, "\(outcome.stderr)")
    let stored = try temporary.run("git", ["cat-file", "commit", "HEAD"]).stdout
    let message = try #require(stored.range(of: "\n\n")).upperBound
    // Without `--verbose` git strips the cut as a comment and keeps what is below it; this program cannot know.
    if cleanup == .strip, file.contains(Self.cut) { return }
    #expect(CommitMessage.stored(from: file, cleanup: cleanup) == String(stored[message...]))
  }

  @Test("the mode that is used when nothing or default is configured depends on the editor")
  func modes() {
    #expect(CommitMessage.Cleanup(configured: nil, isEdited: true) == .strip)
    #expect(CommitMessage.Cleanup(configured: "default", isEdited: false) == .whitespace)
    #expect(CommitMessage.Cleanup(configured: "scissors", isEdited: false) == .whitespace)
    #expect(CommitMessage.Cleanup(configured: "verbatim", isEdited: false) == .verbatim)
  }

  @Test("another comment string, of several bytes or chosen by git")
  func comments() {
    #expect(CommitMessage.stored(from: "#1\n// c\n", cleanup: .strip, commentString: "//") == "#1\n")
    #expect(CommitMessage.commentString(configured: "auto", in: "#1 fix\n\n; Please\n") == ";")
    #expect(CommitMessage.commentString(configured: "auto", in: "Title\n") == "#")
    #expect(CommitMessage.commentString(configured: nil, in: "; x\n") == "#")
  }
}
