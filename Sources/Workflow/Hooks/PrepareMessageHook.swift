import FileSystem
import Git
import PlanFiles
import PlanModel

/// How git came to the message that prepare-commit-msg is given (githooks(5)).
package enum MessageOrigin: String, Sendable {
  /// `-m` or `-F`.
  case message
  case template
  case merge
  case squash
  /// `-c`, `-C` or `--amend`.
  case commit
}

extension Workspace {
  /// Adds the story of the branch to a message that names none; for an editor, also its criteria as comments.
  ///
  /// - Returns: the new text, or nil when the message is to stay as it is.
  package func preparedMessage(at path: String, origin: MessageOrigin?) throws(Failure) -> [UInt8]? {
    let reader = try hookPlan()
    guard reader.tree.hasPlan(), let id = try suggestedStory(), origin != .merge else { return nil }
    let absolute = path.hasPrefix("/") ? path : location.top + "/" + path
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(absolute, limit: CommitMessage.sizeLimit)
    }
    // Git itself refuses a NUL byte, and a message that `-m` or `-F` left empty: nothing here may hide that.
    if bytes.contains(0) || (origin == .message && bytes.allSatisfy { $0 <= UInt8(ascii: " ") }) { return nil }
    let encoding = MessageEncoding(bytes)
    let text = encoding.text
    var findings: [Finding] = []
    let key = reader.policy(&findings).trailer
    let settings = try messageSettings()
    let commentString = CommitMessage.commentString(configured: settings.commentString, in: text)
    let claims = LinkClaims(message: text, key: key)
    guard claims.stories.isEmpty, claims.malformed.isEmpty, !claims.declinesWithReason else { return nil }
    let trailer = Trailer(key: key, value: id.description)
    // With `-m` alone the file is the message; with `-e` beside it, git has put its comments below.
    let holdsComments = origin != .message || text.contains(" >8 ")
    let prepared = Trailers.adding(trailer, to: text, holdsComments: holdsComments)
    let isForEditor = origin == nil || origin == .template
    // Where git keeps comments, the hint would stay in the history.
    let areCommentsDropped = ["default", "strip"].contains(settings.cleanup ?? "default")
    guard isForEditor, encoding.isUTF8, areCommentsDropped else { return encoding.bytes(of: prepared) }
    return encoding.bytes(of: try withHint(for: id, behind: trailer.description, in: prepared, commentString))
  }

  /// The story's title and criteria, as comment lines that git takes out again, right behind the link: above the
  /// scissors of `commit -v`, where people look.
  private func withHint(
    for id: ID<Story>, behind trailer: String, in message: String, _ commentString: String
  ) throws(Failure) -> String {
    let hint = try hint(for: id, commentString: commentString)
    guard let place = message.firstRange(of: trailer + "\n") else { return message + hint }
    return String(message[..<place.upperBound]) + hint + String(message[place.upperBound...])
  }

  private func hint(for id: ID<Story>, commentString: String) throws(Failure) -> String {
    let story = try item(id)
    let lines =
      ["Story: \(story.title.foldingWhiteSpace())"]
      + story.criteria.map { "  \($0.id): \($0.title.foldingWhiteSpace())" }
    return lines.map { "\(commentString) \($0)\n" }.joined()
  }
}

extension Workspace {
  /// Puts a message in the file that git gave to the hook.
  package func writeMessage(_ text: [UInt8], at path: String) throws(Failure) {
    let absolute = path.hasPrefix("/") ? path : location.top + "/" + path
    let parts = absolute.split(separator: "/")
    var change = Change(root: "/" + parts.dropLast().joined(separator: "/"))
    change.put(text, at: parts.last.map(String.init) ?? "")
    try commit(change)
  }
}

/// The bytes of a message as text, and back: UTF-8, or any other encoding that holds ASCII as it is, byte for byte.
private struct MessageEncoding {
  let text: String
  let isUTF8: Bool

  init(_ bytes: [UInt8]) {
    let text = String(validating: bytes, as: UTF8.self)
    isUTF8 = text != nil
    // Every byte as the character of that number: nothing is lost, and nothing but ASCII is looked at.
    self.text = text ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  func bytes(of text: String) -> [UInt8] {
    isUTF8 ? Array(text.utf8) : text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
