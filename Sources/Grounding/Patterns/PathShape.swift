import CodeIndex

/// What the path of a file says of its part in the whole.
struct PathShape {
  let path: String
  let weight: Double
  private let folder: Substring.UTF8View
  private let above: Substring.UTF8View
  private let stem: Substring.UTF8View
  private let suffix: Substring.UTF8View

  init(_ path: String, weight: Double) {
    self.path = path
    self.weight = weight
    let bytes = path.utf8[...]
    folder = Self.folder(bytes)
    above = Self.folder(folder)
    let name = bytes.lastIndex(of: Self.slash).map { bytes[bytes.index(after: $0)...] } ?? bytes
    let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    stem = name[..<dot]
    suffix = name[dot...]
  }

  private static var slash: UInt8 { UInt8(ascii: "/") }

  private static func folder(_ path: Substring.UTF8View) -> Substring.UTF8View {
    path.lastIndex(of: slash).map { path[..<$0] } ?? path[..<path.startIndex]
  }

  /// The last word of the name: `Command` of `DriftCommand`; nil for a name of one word.
  var role: String? {
    let words = WordSplitter.parts(of: stem)
    return words.count > 1 ? words.last : nil
  }

  /// How much another file is like it, from 0 to 1, and in what; nil where it is not.
  func likeness(to other: PathShape) -> (Double, CodePattern.Likeness)? {
    guard suffix.elementsEqual(other.suffix) else { return nil }
    let isBeside = folder.elementsEqual(other.folder)
    // Siblings may have a folder each.
    if isBeside || !above.isEmpty && above.elementsEqual(other.above), let role, role == other.role {
      return (isBeside ? 0.9 : 0.75, .role(role))
    }
    return isBeside && !folder.isEmpty ? (0.6, .folder) : nil
  }
}
