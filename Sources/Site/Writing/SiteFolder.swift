import Concurrency
import FileSystem
package import Workflow

/// A site in a folder of its own. A file is written only when its bytes differ, so that what copies the folder elsewhere
/// has little to do.
package struct SiteFolder {
  private let directory: String
  private static let listName = ".handoff-site"
  private static let largestFile = 1 << 28
  /// As many pages as are made before they are written: what is held in memory.
  private static let batch = 512

  /// - Parameter directory: absolute; it is made when it is not there.
  package init(_ directory: String) { self.directory = directory }

  /// Writes what differs, and removes pages of an earlier run that are no more. Throws `foreignFolder` for a folder that
  /// holds something and was not written by an earlier run.
  package func write(_ site: Site) throws(Failure) -> WrittenSite {
    var outcome = WrittenSite(directory: directory, unread: site.outcome.unread)
    let known = try knownPaths()
    var paths: [String] = []
    do throws(FileError) {
      try makeFolders()
      outcome.directory = try FileSystem.realPath(directory)
      // The list goes first: whatever ends this run, the next knows what is the site's.
      let all = Self.paths(of: site)
      try writeList(known.union(all).sorted())
      var rest = site.pages[...]
      while !rest.isEmpty {
        let pages = Array(rest.prefix(Self.batch))
        rest = rest.dropFirst(pages.count)
        let texts = concurrently(pages, chunk: 16) { page in site.html(page).map { Array($0.utf8) } }
        for (page, text) in zip(pages, texts) {
          guard let text else { continue }
          try put(text, at: page.path, &outcome)
          paths.append(page.path)
        }
      }
      for asset in Site.assets { try put(asset.bytes, at: asset.path, &outcome) }
      try put(Array(site.searchScript().utf8), at: Site.searchIndexPath, &outcome)
      paths += Site.assets.map(\.path) + [Site.searchIndexPath]
      for path in known.subtracting(paths).sorted() where try remove(path) { outcome.removed += 1 }
      try writeList(paths.sorted())
    } catch {
      throw Failure(.file(error))
    }
    return outcome
  }

  private static func paths(of site: Site) -> [String] {
    site.pages.map(\.path) + Site.assets.map(\.path) + [Site.searchIndexPath]
  }

  private func makeFolders() throws(FileError) {
    for folder in ["", "/lists", "/intents", "/epics", "/stories", "/decisions", "/sources", "/releases"] {
      try FileSystem.createDirectory(directory + folder, withIntermediates: true)
    }
  }

  private func put(_ bytes: [UInt8], at path: String, _ outcome: inout WrittenSite) throws(FileError) {
    outcome.files += 1
    let file = "\(directory)/\(path)"
    if FileSystem.kind(of: file) == .file, (try? FileSystem.read(file, limit: Self.largestFile)) == bytes { return }
    try FileSystem.writeQuickly(bytes, to: file)
    outcome.written += 1
  }

  // MARK: What is ours

  /// The files of the earlier runs; of a list that somebody else wrote only what could be a page.
  private func knownPaths() throws(Failure) -> Set<String> {
    let list = "\(directory)/\(Self.listName)"
    if let bytes = try? FileSystem.read(list, limit: Self.largestFile) {
      let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      return Set(lines.filter(Self.isOfSite))
    }
    let entries = (try? FileSystem.list(directory)) ?? []
    guard entries.isEmpty else {
      throw Failure(.place(.foreignFolder(path: (try? FileSystem.realPath(directory)) ?? directory)))
    }
    return []
  }

  private static func isOfSite(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.count <= 2 && !parts.contains { $0.isEmpty || $0.hasPrefix(".") }
    return isPlain
      && (path.hasSuffix(".html") || Site.assets.contains { $0.path == path } || path == Site.searchIndexPath)
  }

  private func writeList(_ paths: [String]) throws(FileError) {
    let text = paths.map { $0 + "\n" }.joined()
    try FileSystem.writeQuickly(Array(text.utf8), to: "\(directory)/\(Self.listName)")
  }

  /// Removes a page that was this program's, and still is.
  private func remove(_ path: String) throws(FileError) -> Bool {
    let file = "\(directory)/\(path)"
    guard FileSystem.kind(of: file) == .file,
      let start = try? FileSystem.readPrefix(file, count: 1024), Self.bearsMark(start)
    else { return false }
    try FileSystem.removeFile(file)
    return true
  }

  private static func bearsMark(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("<meta name=\"generator\" content=\"git-handoff\">")
  }
}
