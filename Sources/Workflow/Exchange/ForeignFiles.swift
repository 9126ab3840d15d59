import Exchange
import FileSystem

/// Finds the files below a path that another tool's plan may stand in.
struct ForeignFiles {
  /// Folders within folders are looked into this deep.
  private static let deepest = 12
  private static let mostFiles = 50_000
  private static let mostBytes = 1 << 28
  private static let endings = [".md", ".markdown", ".feature", ".json", ".jsonl", ".ndjson", ".yml", ".yaml"]
  /// Hidden folders of tools; other hidden folders are nobody's plan.
  private static let hidden: Set = [".backlog", ".beads", ".taskmaster", ".specify", ".openspec"]
  private static let skipped: Set = ["node_modules", "__MACOSX"]

  private(set) var files: [ForeignFile] = []
  /// The paths of all others: pictures, settings, and what no tool keeps items in.
  private(set) var others: [String] = []
  private var bytes = 0
  private let base: String

  /// - Parameter base: how paths begin that are told of: relative to the top of the work tree where they lie in it.
  static func find(at path: String, calledFrom base: String) throws(Failure) -> ForeignFiles {
    var found = ForeignFiles(base: base)
    if FileSystem.kind(of: path) == .directory {
      try found.take(folder: path, below: "", depth: 0)
    } else {
      try found.take(file: path, as: base)
    }
    return found
  }

  private init(base: String) { self.base = base }

  private mutating func take(folder: String, below prefix: String, depth: Int) throws(Failure) {
    guard depth < Self.deepest else { return }
    let entries = try failing(Failure.Reason.file) { () throws(FileError) in try FileSystem.list(folder) }
    for entry in entries where !Self.skipped.contains(entry.name) {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .directory:
        if entry.name.hasPrefix("."), !Self.hidden.contains(entry.name) { continue }
        try take(folder: path, below: "\(prefix)\(entry.name)/", depth: depth + 1)
      case .file:
        let name = (base.isEmpty ? "" : base + "/") + prefix + entry.name
        guard !entry.name.hasPrefix("."), Self.endings.contains(where: { entry.name.lowercased().hasSuffix($0) })
        else {
          if others.count < Self.mostFiles { others.append(name) }
          continue
        }
        try take(file: path, as: name)
      case .symbolicLink, .other: break
      }
    }
  }

  private mutating func take(file path: String, as name: String) throws(Failure) {
    let content = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(path, limit: Self.mostBytes, followingLinks: !files.isEmpty)
    }
    bytes += content.count
    guard files.count < Self.mostFiles, bytes <= Self.mostBytes else { throw Failure(.importing(.tooMuch(path: base))) }
    files.append(ForeignFile(path: name, bytes: content))
  }
}
