package import Git

/// One ref that is pushed: what git tells pre-push and pre-receive on standard input, and update as arguments
/// (githooks(5)).
package struct PushLine: Hashable, Sendable {
  package var localRef: String
  /// What is pushed; zero for a deletion.
  package var local: ObjectID
  package var remoteRef: String
  /// What the other side has; zero for a new ref.
  package var remote: ObjectID

  /// Reads `<local ref> <local oid> <remote ref> <remote oid>`; the local ref may hold spaces, so from the right.
  package init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 4, let remote = ObjectID(words[words.count - 1]), let local = ObjectID(words[words.count - 3])
    else { return nil }
    localRef = words.dropLast(3).joined(separator: " ")
    self.local = local
    remoteRef = String(words[words.count - 2])
    self.remote = remote
  }

  /// Reads `<old oid> <new oid> <ref>`, as a server is told.
  package init?(received line: some StringProtocol) {
    let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3 else { return nil }
    self.init(ref: String(words[2]), old: String(words[0]), new: String(words[1]))
  }

  /// One ref, as git gives it to update.
  package init?(ref: String, old: String, new: String) {
    guard !ref.isEmpty, let old = ObjectID(old), let new = ObjectID(new) else { return nil }
    localRef = ref
    local = new
    remoteRef = ref
    remote = old
  }

  /// The lines of a hook's input, and those that git does not write.
  static func all(
    in input: String, reading: (Substring) -> PushLine?
  ) -> (lines: [PushLine], unreadable: [String]) {
    var lines: [PushLine] = []
    var unreadable: [String] = []
    for text in input.split(separator: "\n", omittingEmptySubsequences: true) {
      if let line = reading(text) { lines.append(line) } else { unreadable.append(String(text)) }
    }
    return (lines, unreadable)
  }
}
