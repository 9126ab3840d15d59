import FileSystem
import Intake

/// Reads what a user hands in: a file, a folder of files that belong together, or many that do not.
struct InputFiles {
  /// Folders within folders are looked into this deep.
  private static let deepest = 8
  private static let mostFiles = 10_000

  private var found: [Material] = []
  private var bytes = 0
  private var files = 0

  /// The originals at `path`: of a folder whose files belong together one, else one a file.
  static func materials(at path: String, named name: String) throws(Failure) -> [Material] {
    guard FileSystem.kind(of: path) == .directory else {
      let bytes = try reading { () throws(FileError) in try FileSystem.read(path, limit: IntakeLimits.bytes) }
      return [try unpacked(Material(bytes, name: name))]
    }
    var input = InputFiles()
    try input.take(folder: path, named: name, depth: 0)
    return input.found
  }

  static func standardInput() throws(Failure) -> Material {
    let bytes = try reading { () throws(FileError) in
      try FileSystem.readStandardInput(limit: IntakeLimits.bytes)
    }
    return try unpacked(Material(bytes))
  }

  private static func unpacked(_ material: Material) throws(Failure) -> Material {
    try failing({ .intake($0, input: material.name ?? "-") }) { () throws(IntakeError) in
      try Original.unpacked(material) ?? material
    }
  }

  private mutating func take(folder: String, named name: String, depth: Int) throws(Failure) {
    let inside = try files(in: folder, below: "", depth: depth)
    guard !inside.isEmpty else { return }
    let whole = Material(folder: inside, name: name)
    if Original.recognise(whole) != nil {
      found.append(whole)
    } else {
      found += try whole.files.map { file throws(Failure) in
        try Self.unpacked(Material(file.bytes, name: "\(name)/\(file.path)"))
      }
    }
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
