import CodeIndex

/// What the path of a file says of its part in the whole.
struct PathShape {
  let path: String
  let weight: Double
  private let folder: Substring
  private let above: Substring
  private let suffix: Substring
  /// The last word of the name: `Command` of `DriftCommand`.
  private let role: String?

  init(_ path: String, weight: Double) {
    self.path = path
    self.weight = weight
    let parts = path.split(separator: "/")
    let name = parts.last ?? ""
    folder = Self.folder(path[...])
    above = Self.folder(folder)
    let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    suffix = name[dot...]
    let words = WordSplitter.parts(of: name[..<dot].utf8)
    role = words.count > 1 ? words.last : nil
  }

  private static func folder(_ path: Substring) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
  }

  /// How much another file is like it, from 0 to 1, and in what; nil where it is not.
  func likeness(to other: PathShape) -> (Double, CodePattern.Likeness)? {
    guard suffix == other.suffix else { return nil }
    if let role, role == other.role {
      if folder == other.folder { return (0.9, .role(role)) }
      // Siblings that have a folder each.
      if !above.isEmpty, above == other.above { return (0.75, .role(role)) }
    }
    return folder == other.folder && !folder.isEmpty ? (0.45, .folder) : nil
  }
}
