/// A file of a tree, with its full path from the top.
package struct TreeEntry: Hashable, Sendable {
  package enum Kind: Sendable {
    case file, executable, symbolicLink, submodule
  }

  package let path: String
  package let kind: Kind
  package let id: ObjectID

  package init(path: String, kind: Kind, id: ObjectID) {
    self.path = path
    self.kind = kind
    self.id = id
  }
}
