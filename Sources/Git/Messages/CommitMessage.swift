/// What git makes of the file that an editor or a hook leaves (git-commit(1), `--cleanup`).
package enum CommitMessage {
  /// How git cleans up a message.
  package enum Cleanup: String, CaseIterable, Sendable {
    /// Without comments, and white space as in `whitespace`.
    case strip
    /// Without empty lines at both ends, more than one between paragraphs, and white space at line ends.
    case whitespace
    case verbatim
    /// As `whitespace`, and only what is above the scissors.
    case scissors

    /// What `commit.cleanup` means; `default`, nothing or an unknown word depends on whether an editor was used.
    package init(configured: String?, isEdited: Bool) {
      let usual = isEdited ? Cleanup.strip : .whitespace
      let named = configured.flatMap(Cleanup.init)
      // Without an editor, there are no scissors.
      self = named == .scissors && !isEdited ? .whitespace : named ?? usual
    }
  }

  /// The message that git will store when a hook or an editor leaves `file`.
  ///
  /// `commentString` is `core.commentChar`, by default `#`; for `auto`, see ``commentString(configured:in:)``.
  package static func stored(from file: String, cleanup: Cleanup, commentString: String = "#") -> String {
    var lines = MessageLine.lines(of: file)
    if cleanup == .verbatim { return file }
    if cleanup != .whitespace, let cut = lines.firstIndex(where: { $0.isScissors(comment: commentString) }) {
      lines = Array(lines[..<cut])
    }
    if cleanup == .strip { lines.removeAll { $0.starts(with: commentString) } }
    return withoutSurplusSpace(lines)
  }

  /// The comment string of `file`: what is configured, or for `auto` the character that its last line begins with, if
  /// it is one of those that git chooses from.
  package static func commentString(configured: String?, in file: String) -> String {
    guard let configured, !configured.isEmpty else { return "#" }
    guard configured == "auto" else { return configured }
    let last = MessageLine.lines(of: file).last { !$0.isBlank }?.text.first
    return last.map { "#;@!$%^&|:".contains($0) ? String($0) : "#" } ?? "#"
  }

  /// As `git stripspace`.
  private static func withoutSurplusSpace(_ lines: [MessageLine]) -> String {
    var text = ""
    var isParagraphEnd = false
    for line in lines {
      var bytes = line.bytes
      while let last = bytes.last, MessageLine.isSpace(last) { bytes.removeLast() }
      if bytes.isEmpty {
        isParagraphEnd = !text.isEmpty
      } else {
        text += (isParagraphEnd ? "\n" : "") + String(decoding: bytes, as: UTF8.self) + "\n"
        isParagraphEnd = false
      }
    }
    return text
  }
}
