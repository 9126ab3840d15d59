/// What HEAD says.
package struct Head: Hashable, Sendable {
  /// The branch that is checked out, without `refs/heads/`; nil when HEAD is detached.
  package let branch: String?
  /// Nil when the branch has no commit yet.
  package let commit: ObjectID?

  package init(branch: String?, commit: ObjectID?) {
    self.branch = branch
    self.commit = commit
  }
}

/// A branch, tag or other ref.
package struct Reference: Hashable, Sendable {
  /// The full name, such as `refs/heads/main`.
  package let name: String
  package let id: ObjectID

  package init(name: String, id: ObjectID) {
    self.name = name
    self.id = id
  }
}
