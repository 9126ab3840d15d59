import FileSystem
import Intake

/// Reads what a user hands in: a file, a folder, an archive. Files that are an export together are one original, and each
/// other is one by itself.
struct InputFiles {
  /// Folders within folders are looked into this deep.
  private static let deepest = 8
  /// Archives within archives.
  private static let deepestArchive = 3
  private static let mostFiles = 10_000

  private(set) var found: [Material] = []
  /// Archives among other files that cannot be unpacked.
  private(set) var refused: [IntakeReport.Refusal] = []
  private var bytes = 0
  private var files = 0

  /// The originals at `path`.
  static func all(at path: String, named name: String) throws(Failure) -> InputFiles {
    var input = InputFiles()
    guard FileSystem.kind(of: path) == .directory else {
      let bytes = try reading { () throws(FileError) in try FileSystem.read(path, limit: IntakeLimits.bytes) }
      try input.take(Material(bytes, name: name), depth: 0)
      return input
    }
    try input.take(folder: path, named: name)
    return input
  }

  static func standardInput() throws(Failure) -> InputFiles {
    let bytes = try reading { () throws(FileError) in
      try FileSystem.readStandardInput(limit: IntakeLimits.bytes)
    }
    var input = InputFiles()
    try input.take(Material(bytes), depth: 0)
    return input
  }

  private mutating func take(folder: String, named name: String) throws(Failure) {
    let inside = try files(in: folder, below: "", depth: 0)
    if !inside.isEmpty { divide(Material(folder: inside, name: name), depth: 0) }
  }

  /// Takes exports as they are, and the other files of a folder or archive one by one.
  private mutating func divide(_ folder: Material, depth: Int) {
    let parts = Original.exports(in: folder)
    found += parts.exports
    for file in parts.others {
      let name = folder.name.map { "\($0)/\(file.path)" } ?? file.path
      do throws(Failure) {
        try take(Material(file.bytes, name: name), depth: depth)
      } catch {
        refused.append(IntakeReport.Refusal(name: name, failure: error))
      }
    }
  }

  /// A file as it is, or what is in it where it is an archive.
  private mutating func take(_ material: Material, depth: Int) throws(Failure) {
    let name = material.name ?? "-"
    let unpacked = try failing({ .intake($0, input: name) }) { () throws(IntakeError) in
      try Original.unpacked(material)
    }
    guard var unpacked, unpacked.isFolder else {
      found.append(unpacked ?? material)
      return
    }
    unpacked.files.removeAll { $0.path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" } }
    files += unpacked.files.count
    bytes += unpacked.files.reduce(0) { $0 + $1.bytes.count }
    guard depth < Self.deepestArchive, bytes <= IntakeLimits.bytes, files <= Self.mostFiles else {
      throw Failure(.intake(.tooLarge(bytes: bytes, limit: IntakeLimits.bytes), input: name))
    }
    divide(unpacked, depth: depth + 1)
  }

  /// All files below a folder, but hidden ones and links, with their paths in it.
  private mutating func files(in folder: String, below prefix: String, depth: Int) throws(Failure) -> [Material.File] {
    guard depth < Self.deepest else { return [] }
    var result: [Material.File] = []
    let entries = try Self.reading { () throws(FileError) in try FileSystem.list(folder) }
    for entry in entries where !entry.name.hasPrefix(".") && entry.name != "__MACOSX" {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .directory:
        result += try files(in: path, below: "\(prefix)\(entry.name)/", depth: depth + 1)
      case .file:
        result.append(Material.File(prefix + entry.name, try read(path, in: folder)))
      case .symbolicLink, .other: break
      }
    }
    return result
  }

  private mutating func read(_ path: String, in folder: String) throws(Failure) -> [UInt8] {
    let content = try Self.reading { () throws(FileError) in
      try FileSystem.read(path, limit: IntakeLimits.bytes, followingLinks: false)
    }
    bytes += content.count
    files += 1
    guard bytes <= IntakeLimits.bytes, files <= Self.mostFiles else {
      throw Failure(.intake(.tooLarge(bytes: bytes, limit: IntakeLimits.bytes), input: folder))
    }
    return content
  }

  private static func reading<Value>(_ body: () throws(FileError) -> Value) throws(Failure) -> Value {
    try failing(Failure.Reason.file, body)
  }
}
