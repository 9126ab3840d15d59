import Concurrency
import FileSystem
package import Workflow

/// A site in a folder of its own. A page is made only when what it is made from is another than in the run before, and
/// a file is written only when its bytes differ, so that what copies the folder elsewhere has little to do.
package struct SiteFolder: Sendable {
  private let directory: String
  private static let listName = ".handoff-site"
  /// What stands for the list until it is written.
  private static let draftName = ".handoff-site.new"
  /// Stands beside the list while pages are written: one that is still there says that the list is not to be believed.
  private static let openName = ".handoff-site.open"
  private static let largestFile = 1 << 28
  /// As many pages as one processor makes and writes before it asks for more.
  private static let part = 16

  /// - Parameter directory: absolute; it is made when it is not there.
  package init(_ directory: String) { self.directory = directory }

  /// Writes what differs, and removes pages of an earlier run that are no more. Throws `foreignFolder` for a folder that
  /// holds something and was not written by an earlier run.
  ///
  /// - Parameter search: the search of the same plan, where it was begun before.
  package func write(_ site: Site, search begun: PreparedSearch? = nil) throws(Failure) -> WrittenSite {
    var outcome = WrittenSite(
      directory: directory, unread: site.outcome.unread, isIncomplete: site.outcome.isIncomplete)
    let search = begun ?? PreparedSearch(site.outcome.read)
    let known = try knownPages(of: site)
    let keys = PageKeys(site)
    let pages = site.pages
    var record = PageRecord(maker: site.outcome.read.reader)
    var announced = known.paths
    do throws(FileError) {
      try FileSystem.createDirectory(directory, withIntermediates: true)
      outcome.directory = try FileSystem.realPath(directory)
      // Paths go first, before any folder: whatever ends this run, the next knows what is the site's, and makes all of it anew.
      try announce(pages.map(\.path) + Site.assets.map(\.path), &announced, of: site)
      try makeFolders()
      func take(_ pages: Result<[PutPage], FileError>) throws(FileError) {
        for page in try pages.get() {
          outcome.add(page)
          record.add(page.path, page.made)
        }
      }
      try concurrently(parts: Self.parts(pages)) { part in
        Result { () throws(FileError) in try put(part, of: site, keys, known) }
      } take: { (pages: Result<[PutPage], FileError>) throws(FileError) in
        try take(pages)
      }
      let scripts = search.scripts.value()
      try announce(scripts.all.map(\.path), &announced, of: site)
      try take(
        Result { () throws(FileError) in
          var put: [PutPage] = []
          for (path, bytes) in Site.assets { put.append(try self.put(bytes, at: path, known)) }
          return put
        })
      try concurrently(parts: Self.parts(scripts.all)) { part in
        Result { () throws(FileError) in try put(part, of: scripts, known) }
      } take: { (files: Result<[PutPage], FileError>) throws(FileError) in
        try take(files)
      }
      for path in known.paths.subtracting(record.paths).sorted() where try remove(path) { outcome.removed += 1 }
      try write(record)
      try FileSystem.removeFile("\(directory)/\(Self.openName)")
    } catch {
      throw Failure(.file(error))
    }
    return outcome
  }

  // MARK: Pages

  /// A file that stands in the folder.
  fileprivate struct PutPage: Sendable {
    var path: String
    var made: PageRecord.Made
    var isDrafted = false
    var isMade = false
    var isWritten = false
  }

  private static func parts<Page>(_ pages: [Page]) -> [ArraySlice<Page>] {
    stride(from: 0, to: pages.count, by: part).map { pages[$0..<min($0 + part, pages.count)] }
  }

  private func put(
    _ pages: ArraySlice<SitePage>, of site: Site, _ keys: PageKeys, _ known: Known
  ) throws(FileError) -> [PutPage] {
    var put: [PutPage] = []
    for page in pages {
      let path = page.path
      let key = keys.key(of: page) ?? 0
      let old = known.record.made(path).flatMap { isUntouched(path, $0, known) ? $0 : nil }
      if let old, key != 0, old.key == key {
        put.append(PutPage(path: path, made: old))
        continue
      }
      guard let draft = site.draft(page) else { continue }
      if var old, old.digest == draft.digest {
        old.key = key
        put.append(PutPage(path: path, made: old, isDrafted: true))
        continue
      }
      let bytes = draft.bytes()
      let made = PageRecord.Made(digest: draft.digest, contents: Self.digest(bytes), key: key)
      put.append(
        PutPage(path: path, made: made, isDrafted: true, isMade: true, isWritten: try self.put(bytes, at: path)))
    }
    return put
  }

  private func put(
    _ scripts: ArraySlice<SearchScripts.Script>, of search: SearchScripts, _ known: Known
  ) throws(FileError) -> [PutPage] {
    var put: [PutPage] = []
    for script in scripts {
      if let key = script.key, let old = known.record.made(script.path), old.key == key,
        isUntouched(script.path, old, known)
      {
        put.append(PutPage(path: script.path, made: old))
      } else {
        put.append(try self.put(search.bytes(of: script), at: script.path, key: script.key ?? 0, known))
      }
    }
    return put
  }

  /// A file that is made already.
  private func put(
    _ bytes: [UInt8], at path: String, key: UInt64 = 0, _ known: Known
  ) throws(FileError) -> PutPage {
    let digest = Self.digest(bytes)
    let made = PageRecord.Made(digest: digest, contents: digest, key: key)
    let isThere = known.record.made(path)?.contents == digest && isUntouched(path, made, known)
    let isWritten = isThere ? false : try put(bytes, at: path)
    return PutPage(path: path, made: made, isWritten: isWritten)
  }

  /// Whether a page is as the earlier run left it: not written to since the list was, or with the same bytes.
  private func isUntouched(_ path: String, _ made: PageRecord.Made, _ known: Known) -> Bool {
    let file = "\(directory)/\(path)"
    guard let status = try? FileSystem.status(of: file, followingLinks: false), status.kind == .file else {
      return false
    }
    // Clocks of file systems are coarse: what was written at the same time may be either.
    if status.modified < known.written { return true }
    guard let bytes = try? FileSystem.read(file, limit: Self.largestFile) else { return false }
    return Self.digest(bytes) == made.contents
  }

  private static func digest(_ bytes: [UInt8]) -> UInt64 {
    var digest = PageDigest()
    digest.add(bytes)
    return digest.mixed
  }

  private func makeFolders() throws(FileError) {
    let folders = ["lists", "intents", "epics", "stories", "decisions", "sources", "releases", SearchScripts.folder]
    for folder in folders { try FileSystem.createDirectory("\(directory)/\(folder)", withIntermediates: true) }
  }

  /// Writes a file whose bytes are others, and says whether it was.
  private func put(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
    let file = "\(directory)/\(path)"
    let old = FileSystem.kind(of: file) == .file ? try? FileSystem.read(file, limit: Self.largestFile) : nil
    if old == bytes { return false }
    try FileSystem.writeQuickly(bytes, to: file)
    return true
  }

  // MARK: What is ours

  /// What the earlier runs left.
  private struct Known: Sendable {
    var record: PageRecord
    /// Those that could be files of a site, whoever wrote the list.
    var paths: Set<String> = []
    /// When the list was written, which a run does last.
    var written: Int64 = .min
  }

  private func knownPages(of site: Site) throws(Failure) -> Known {
    let maker = site.outcome.read.reader
    let list = "\(directory)/\(Self.listName)"
    if let bytes = try? FileSystem.read(list, limit: Self.largestFile) {
      let record = PageRecord(bytes, maker: maker, isClosed: !FileSystem.exists("\(directory)/\(Self.openName)"))
      let written = (try? FileSystem.status(of: list, followingLinks: false))?.modified ?? .min
      return Known(record: record, paths: Set(record.paths.filter(Self.isOfSite)), written: written)
    }
    let entries = (try? FileSystem.list(directory)) ?? []
    // A run that was ended at once leaves no more than the beginning of its list.
    guard entries.allSatisfy({ $0.name == Self.draftName }) else {
      throw Failure(.place(.foreignFolder(path: (try? FileSystem.realPath(directory)) ?? directory)))
    }
    return Known(record: PageRecord(maker: maker))
  }

  private static func isOfSite(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isPlain = parts.count <= 2 && !parts.contains { $0.isEmpty || $0.first == UInt8(ascii: ".") }
    return isPlain && (path.hasSuffix(".html") || path.hasSuffix(".js") || Site.assets.contains { $0.path == path })
  }

  /// Says that the site is being written, before any of these is: in a list without digests where paths are new, else by the mark
  /// beside the list, which is written in no time.
  private func announce(_ paths: [String], _ announced: inout Set<String>, of site: Site) throws(FileError) {
    if announced.isSuperset(of: paths) {
      try FileSystem.writeQuickly([], to: "\(directory)/\(Self.openName)")
    } else {
      announced.formUnion(paths)
      try write(PageRecord(paths: announced.sorted(), maker: site.outcome.read.reader))
    }
  }

  private func write(_ record: PageRecord) throws(FileError) {
    try FileSystem.writeQuickly(record.bytes, to: "\(directory)/\(Self.listName)")
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
    let start = String(decoding: bytes, as: UTF8.self)
    // The last is how the one index of earlier versions began.
    return start.contains("<meta name=\"generator\" content=\"git-handoff\">") || start.hasPrefix(Site.scriptMark)
      || start.hasPrefix("\"use strict\";\nhandoffIndex([")
  }
}

extension WrittenSite {
  fileprivate mutating func add(_ page: SiteFolder.PutPage) {
    files += 1
    if page.isDrafted { drafted += 1 }
    if page.isMade { made += 1 }
    if page.isWritten { written += 1 }
  }
}
