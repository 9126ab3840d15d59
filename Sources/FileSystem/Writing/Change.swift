/// Several files that appear, change and go together, or not at all: `Store.commit` carries a change out.
///
/// Paths are relative to the root, with `/` between folders. None may lead out of the root, by `..` or through a symbolic
/// link: a folder of a plan that is a link, as a stranger's branch may hold, is refused. Folders are made as needed.
/// What is said last about a path counts.
package struct Change {
  /// What must stand at a path for the change to go through.
  package enum Expectation: Hashable, Sendable {
    case anything
    case absent
    /// The file as it was read when the change was worked out, byte for byte.
    case contents([UInt8])
  }

  /// A file of a new folder; its name is one path component.
  package struct NewFile: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  enum Edit {
    case put(bytes: [UInt8], executable: Bool, expecting: Expectation)
    case putFolder([NewFile])
    case remove(expecting: Expectation)
  }

  package let root: String
  private(set) var edits: [(path: String, edit: Edit)] = []
  private var places: [String: Int] = [:]

  /// A change of nothing yet, to files below the folder `root`.
  package init(root: String) { self.root = root }

  /// Whether the change says nothing.
  package var isEmpty: Bool { edits.isEmpty }

  /// A file with these contents, new or over the one that is there, whose permissions stay.
  package mutating func put(
    _ bytes: [UInt8], at path: String, executable: Bool = false, expecting: Expectation = .anything
  ) {
    set(.put(bytes: bytes, executable: executable, expecting: expecting), at: path)
  }

  /// A new folder that appears with all its files at once; nothing may stand at `path`.
  package mutating func putFolder(_ files: [NewFile], at path: String) {
    set(.putFolder(files), at: path)
  }

  /// No file there any more; one that is not there is fine unless contents are expected.
  package mutating func remove(_ path: String, expecting: Expectation = .anything) {
    set(.remove(expecting: expecting), at: path)
  }

  private mutating func set(_ edit: Edit, at path: String) {
    if let place = places[path] {
      edits[place].edit = edit
    } else {
      places[path] = edits.count
      edits.append((path, edit))
    }
  }
}
