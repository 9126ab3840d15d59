/// A path that stays below the folder that it is relative to, as far as its text goes.
struct RelativePath: Hashable {
  let text: String
  /// The folders above the last component, outermost first.
  let folders: [String]
  /// The last component.
  let name: String

  /// Reads a path as `Change` takes it.
  init(_ text: String) throws(FileError) {
    let components = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isAllowed = components.allSatisfy(Self.isName)
    guard isAllowed, let name = components.last else { throw .invalidPath(text) }
    self.text = text
    self.name = name
    folders = components.dropLast()
  }

  /// Whether `component` can name a file in a folder.
  static func isName(_ component: String) -> Bool {
    !component.isEmpty && component != "." && component != ".."
      && !component.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
  }
}
