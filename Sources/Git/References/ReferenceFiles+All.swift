import FileSystem

extension ReferenceFiles {
  /// All refs below the folder `prefix`, with or without a slash at its end, sorted by the bytes of their names; what a
  /// file holds goes before what is packed. As git does, one that leads nowhere is left out.
  func all(below prefix: String) throws(GitError) -> [Reference] {
    let prefix = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
    var found = try packed(below: prefix + "/")
    for name in try loose(below: prefix) {
      // Nil also for what was deleted since the folder was listed.
      if let id = try? self.id(of: name) { found[name] = id } else { found[name] = nil }
    }
    return found.map { Reference(name: $0.key, id: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The names of the files below a folder of refs; a lock is none.
  private func loose(below prefix: String) throws(GitError) -> [String] {
    var names: [String] = []
    var waiting = [prefix]
    while let folder = waiting.popLast() {
      for entry in (try? FileSystem.list(location.commonDirectory + "/" + folder)) ?? [] {
        let name = folder + "/" + entry.name
        guard entry.isNameExact, !entry.name.hasSuffix(".lock"), !entry.name.hasPrefix(".") else { continue }
        if GitFile.kind(location.commonDirectory + "/" + name) == .directory {
          waiting.append(name)
        } else {
          names.append(name)
        }
      }
    }
    return names
  }

  private func packed(below prefix: String) throws(GitError) -> [String: ObjectID] {
    guard let bytes = try packedBytes() else { return [:] }
    let prefix = Array(prefix.utf8)
    var found: [String: ObjectID] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")), line[(space + 1)...].starts(with: prefix),
        let id = ObjectID(String(decoding: line[..<space], as: UTF8.self))
      else { continue }
      found[String(decoding: line[(space + 1)...], as: UTF8.self)] = id
    }
    return found
  }
}
