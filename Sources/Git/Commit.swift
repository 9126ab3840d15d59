/// A commit, copied out of the repository.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Identity
  package let committer: Identity
  /// The whole message, decoded from the commit's encoding; bytes that it does not explain are U+FFFD.
  package let message: String
  /// Whether it carries a signature, be it good or not.
  package let isSigned: Bool

  package init(
    id: ObjectID, tree: ObjectID, parents: [ObjectID], author: Identity, committer: Identity, message: String,
    isSigned: Bool = false
  ) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
    self.isSigned = isSigned
  }

  /// The first line of the message.
  package var subject: String {
    String(message.prefix { !$0.isNewline })
  }

  package var isMerge: Bool { parents.count > 1 }
}

/// Who made a commit, and when.
package struct Identity: Hashable, Sendable {
  package let name: String
  package let address: String
  /// Seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  /// Minutes east of UTC.
  package let offset: Int

  /// A commit may say any 64 bits: what lies outside of the years 0 to 9999, or of zones that git writes, is taken to their ends.
  package init(name: String, address: String, seconds: Int64, offset: Int) {
    self.name = name
    self.address = address
    self.seconds = min(max(seconds, -62_167_219_200), 253_402_300_799)
    self.offset = min(max(offset, -6_039), 6_039)
  }

  /// The minutes of a zone as git writes it: 90 of `130`; nil of more than four digits.
  static func minutes(ofZone zone: Int) -> Int? {
    (-9_999...9_999).contains(zone) ? zone / 100 * 60 + zone % 100 : nil
  }

  /// `Name <address>`, as git prints it.
  package var display: String { "\(name) <\(address)>" }
}
