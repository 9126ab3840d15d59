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
    let reader = try standingPlan()
    guard reader.tree.hasPlan(), let id = try suggestedStory(), origin != .merge else { return nil }
    let absolute = path.hasPrefix("/") ? path : location.top + "/" + path
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(absolute, limit: CommitMessage.sizeLimit)
    }
    // What is not UTF-8 is in an encoding of the user's own, and is not touched.
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var findings: [Finding] = []
    let key = reader.policy(&findings).trailer
    let settings = try messageSettings()
    let commentString = CommitMessage.commentString(configured: settings.commentString, in: text)
    let claims = LinkClaims(message: text, key: key)
    guard claims.stories.isEmpty, claims.malformed.isEmpty, !claims.declinesWithReason else { return nil }
    let trailer = Trailer(key: key, value: id.description)
    let prepared = Trailers.adding(trailer, to: text, holdsComments: origin != .message)
    let isForEditor = origin == nil || origin == .template
    return Array((prepared + (isForEditor ? try hint(for: id, commentString: commentString) : "")).utf8)
  }

  /// The story's title and criteria, as comment lines that git takes out again.
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
