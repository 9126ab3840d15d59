/// A name in a folder.
package struct DirectoryEntry: Hashable, Sendable {
  /// Where the name is no UTF-8, U+FFFD stands for the bytes that are not.
  package let name: String
  /// Whether `name` is what the file system calls the entry, so that it can be opened by it.
  package let isNameExact: Bool
  package let kind: FileKind
}
