/// A small file that bears a sign-off out: a screenshot, a recording, a transcript.
package struct Attachment: Hashable, Sendable {
  /// The folder of all attachments, relative to the top of the work tree.
  package static let folder = ".handoff/attachments"
  /// What a plan takes unless `handoff.yml` says otherwise, in bytes.
  package static let standardLimit = 5 << 20
  /// What it may say at most.
  package static let highestLimit = 100 << 20

  /// Relative to the top of the work tree.
  package var path: String
  /// SHA-256 of the file, in hexadecimal.
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  /// The last part of the path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
