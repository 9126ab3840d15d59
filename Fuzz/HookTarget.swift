import Git
import PlanFiles
import PlanModel

/// What hooks read that strangers write: messages of commits, and the settings of a plan.
///
/// A broken promise traps: trailers stand in lines that are there, one that is added is found and added once, and settings
/// that are not taken as they are come with a finding that has a place.
enum HookTarget: String, CaseIterable {
  case message
  case policy

  func run(_ bytes: [UInt8]) {
    switch self {
    // Git refuses a message with a NUL in it.
    case .message: readMessage(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
    case .policy: readPolicy(bytes)
    }
  }

  private func readMessage(_ text: String) {
    let comment = CommitMessage.commentString(configured: "auto", in: text)
    precondition(!comment.isEmpty)
    for cleanup in CommitMessage.Cleanup.allCases {
      let stored = CommitMessage.stored(from: text, cleanup: cleanup, commentString: comment)
      let lines = stored.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      for trailer in Trailers.parse(stored) + Trailers.parseSquashed(stored) {
        precondition(!trailer.key.isEmpty && (0...lines).contains(trailer.line))
      }
      if let missed = Trailers.missed("Story", in: stored) { precondition((0...lines).contains(missed.line)) }
    }
    let trailer = Trailer(key: "Story", value: "st-9c4t8wq2")
    let added = Trailers.adding(trailer, to: text, holdsComments: false)
    precondition(Trailers.adding(trailer, to: added, holdsComments: false) == added, "added twice")
    _ = Trailers.removing(from: text)
  }

  private func readPolicy(_ bytes: [UInt8]) {
    let reading = Policy.read(bytes)
    precondition(reading.item != nil || !reading.findings.isEmpty)
    for finding in reading.findings { precondition(finding.path == Policy.file && finding.line > 0) }
    for ref in ["refs/heads/main", "refs/tags/v1", "refs/heads/a/b"] { _ = reading.item?.rule(forRef: ref) }
  }
}
