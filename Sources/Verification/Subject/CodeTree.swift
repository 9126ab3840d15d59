package import Git
import PlanModel

/// The files of one commit, as conditions look at them.
///
/// An implementation may throw whatever keeps it from reading; nothing here catches it.
package protocol CodeTree {
  /// Every file of the tree, sorted by path.
  func files() throws -> [TreeEntry]

  /// The files below a folder, sorted by path; none where there is no such folder.
  func files(below folder: String) throws -> [TreeEntry]

  /// Says that these files are about to be read, one after the other.
  func expect(_ files: [TreeEntry])

  /// The whole contents of a file of the tree, or nil when it has more than `limit` bytes.
  func contents(of file: TreeEntry, limit: Int) throws -> [UInt8]?

  /// Where `files`, of this tree or any other, define the symbol that `name` means.
  func definitions(of name: String, in files: [TreeEntry]) throws -> SymbolReading
}

extension CodeTree {
  /// The files that a condition's pattern means, sorted by path.
  func files(meantBy glob: Glob) throws -> [TreeEntry] {
    let files = if let folder = glob.folder { try self.files(below: folder) } else { try files() }
    let meant = files.filter { glob.means($0.path) }
    expect(meant)
    return meant
  }

  package func expect(_ files: [TreeEntry]) {}
}

/// What files say of one symbol.
package struct SymbolReading: Hashable, Sendable {
  package struct Place: Hashable, Sendable {
    package var path: String
    /// From 1.
    package var line: Int
    /// The definition's text without what reformatting changes, and without its name.
    package var text: [UInt8]

    package init(path: String, line: Int, text: [UInt8]) {
      self.path = path
      self.line = line
      self.text = text
    }
  }

  /// By path and line.
  package var places: [Place]
  /// Files that hold the name, and of which nothing here can tell what they define.
  package var unreadable: [String]
  /// How many files were looked at.
  package var searched: Int

  package init(places: [Place] = [], unreadable: [String] = [], searched: Int = 0) {
    self.places = places
    self.unreadable = unreadable
    self.searched = searched
  }

  /// The texts of all definitions, whatever file they stand in.
  var texts: [[UInt8]] { places.map(\.text).sorted { $0.lexicographicallyPrecedes($1) } }
}
