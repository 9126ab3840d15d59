import Archive

extension Original {
  /// What an archive holds: a ZIP file becomes the folder that it was made from, a gzip file the file that it was.
  ///
  /// Nil for whatever is no archive, and for documents that are ZIP files only inside. A folder that holds everything
  /// else is taken away. Unpacked, all files together are at most `IntakeLimits.bytes`.
  package static func unpacked(_ material: Material) throws(IntakeError) -> Material? {
    guard !material.isFolder else { return nil }
    let bytes = material.bytes
    do throws(ArchiveError) {
      if GzipFile.isGzip(bytes) {
        let contents = try GzipFile.contents(of: bytes, limit: IntakeLimits.bytes)
        return Material(contents, name: material.name.map { withoutExtension($0, ".gz") })
      }
      guard ZipArchive.isArchive(bytes) else { return nil }
      let archive = try ZipArchive(bytes)
      guard !isDocument(archive) else { return nil }
      return Material(
        folder: withoutTopFolder(try files(of: archive)), name: material.name.map { withoutExtension($0, ".zip") })
    } catch {
      throw IntakeError(error)
    }
  }

  private static func files(of archive: ZipArchive) throws(ArchiveError) -> [Material.File] {
    var files: [Material.File] = []
    var room = IntakeLimits.bytes
    for entry in archive.entries {
      let contents = try archive.contents(of: entry, limit: room)
      room -= contents.count
      files.append(Material.File(entry.path, contents))
    }
    return files
  }

  /// Office Open XML names its parts' types at the top, OpenDocument and EPUB their own.
  private static func isDocument(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { $0.path == "[Content_Types].xml" || $0.path == "mimetype" }
  }

  private static func withoutTopFolder(_ files: [Material.File]) -> [Material.File] {
    guard let first = files.first, let slash = first.path.utf8.firstIndex(of: ASCII.slash) else { return files }
    let top = first.path[...slash]
    guard files.allSatisfy({ $0.path.hasPrefix(top) }) else { return files }
    return files.map { Material.File(String($0.path.dropFirst(top.count)), $0.bytes) }
  }

  private static func withoutExtension(_ name: String, _ ending: String) -> String {
    name.utf8.count > ending.utf8.count && name.lowercased().hasSuffix(ending)
      ? String(name.dropLast(ending.count)) : name
  }
}
