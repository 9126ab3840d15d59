/// One file's change between two trees, as `git diff --raw -M` would tell it.
package struct FileChange: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case added, deleted, modified, renamed, typeChanged
  }

  package let kind: Kind
  /// The path in the new tree; for a deletion, in the old one.
  package let path: String
  /// The path in the old tree when the file was renamed.
  package let oldPath: String?
  /// The contents before and after; nil on the side where the file is not, and for a submodule, whose contents are
  /// in another repository.
  package let oldBlob: ObjectID?
  package let newBlob: ObjectID?

  package init(kind: Kind, path: String, oldPath: String? = nil, oldBlob: ObjectID?, newBlob: ObjectID?) {
    self.kind = kind
    self.path = path
    self.oldPath = oldPath
    self.oldBlob = oldBlob
    self.newBlob = newBlob
  }
}

/// The lines that one file's change adds and removes.
package struct LineChanges: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// From 1, in the new file for an added line, in the old one for a removed line.
    package let number: Int
    /// Without the line end; bytes that are no UTF-8 are U+FFFD.
    package let text: String

    package init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  package var added: [Line]
  package var removed: [Line]
  /// A binary file has no lines, and says so.
  package var isBinary: Bool

  package init(added: [Line] = [], removed: [Line] = [], isBinary: Bool = false) {
    self.added = added
    self.removed = removed
    self.isBinary = isBinary
  }
}
