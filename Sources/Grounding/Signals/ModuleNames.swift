/// What files are called where code brings them in.
enum ModuleNames {
  private static let entries: Set = ["__init__", "index", "main", "mod", "init", "lib", "__main__"]
  private static let roots: Set = ["src", "lib", "source", "Sources", "pkg", "app"]

  /// Whether a file stands for its folder.
  static func isEntry(_ name: String) -> Bool { entries.contains(String(PathParts.stem(name))) }

  /// In lower case, without `_` around it.
  static func plain(_ name: Substring) -> String {
    var bytes = Array(name.utf8)[...]
    bytes = bytes.drop { $0 == UInt8(ascii: "_") }
    while bytes.last == UInt8(ascii: "_") { bytes.removeLast() }
    return String(decoding: bytes.map(\.lowered), as: UTF8.self)
  }

  /// What a file is called, or its folder where it stands for that.
  static func stem(_ path: [Int32], _ parts: PathParts) -> String {
    guard let last = path.last else { return "" }
    let name = parts.names[Int(last)]
    let isEntry = isEntry(name) && path.count > 1
    return plain(isEntry ? parts.names[Int(path[path.count - 2])][...] : PathParts.stem(name))
  }

  /// The first of ``components(_:_:)``.
  static func first(_ path: [Int32], _ parts: PathParts) -> String? {
    let folders = path.dropLast().prefix(2).map { parts.names[Int($0)] }
    let first = folders.first.map(roots.contains) == true ? folders.dropFirst().first : folders.first
    return first ?? path.last.map { String(PathParts.stem(parts.names[Int($0)])) }
  }

  /// The parts of a module's name: the path without suffix, without the folder of all sources, without an entry file.
  static func components(_ path: [Int32], _ parts: PathParts) -> [String] {
    guard let last = path.last else { return [] }
    var names = path.dropLast().map { parts.names[Int($0)] }
    if let first = names.first, roots.contains(first) { names.removeFirst() }
    let name = parts.names[Int(last)]
    if !isEntry(name) || names.isEmpty { names.append(String(PathParts.stem(name))) }
    return names
  }
}
