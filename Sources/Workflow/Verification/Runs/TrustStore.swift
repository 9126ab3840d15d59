import FileSystem
import Git
import PlanFiles
import PlanModel

/// What one person on one machine lets criteria of one repository run: hashes of commands, in a file that no push can reach.
///
/// `$XDG_STATE_HOME/git-handoff/trust/<hash of the common directory's real path>/commands`, or below `~/.local/state`
/// (XDG Base Directory Specification). A line is a hash, a tab, a day, a tab, and the command for people to read.
struct TrustStore {
  struct Entry: Hashable, Sendable {
    /// Of the command and of the files that it names (`NamedFiles`).
    var digest: String
    /// As `YYYY-MM-DD`.
    var day: String
    /// On one line.
    var command: String
  }

  private static let file = "commands"
  private static let limit = 1 << 20
  private let directory: String

  init(_ location: RepositoryLocation, environment: [String: String]) throws(Failure) {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    let stated = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let named = stated ?? home else { throw Failure(.command(.noStateHome)) }
    // A link may lead into the work tree.
    let state = (try? FileSystem.realPath(named)) ?? named
    let common = (try? FileSystem.realPath(location.commonDirectory)) ?? location.commonDirectory
    directory = "\(state)/git-handoff/trust/\(Fingerprint.sha256(Array(common.utf8)).prefix(32))"
    // Where a home is itself a work tree, what is pulled into it could be taken for a person's own word.
    if let top = location.workTree, (directory + "/").hasPrefix(top == "/" ? top : top + "/") {
      throw Failure(.command(.trustInWorkTree(path: directory)))
    }
  }

  /// Of the words of a command alone.
  static func digest(of command: String) -> String { Fingerprint.sha256(Array(command.utf8)) }

  func entries() throws(Failure) -> [Entry] {
    try finishInterruptedChange()
    let path = directory + "/" + Self.file
    guard FileSystem.exists(path) else { return [] }
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(path, limit: Self.limit, followingLinks: false)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      return parts.count == 3 && parts[0].utf8.count == 64
        ? Entry(digest: parts[0], day: parts[1], command: parts[2]) : nil
    }
  }

  /// Who may not write reads what stands there; so does who would have to wait for long.
  private func finishInterruptedChange() throws(Failure) {
    do {
      try Store(stateDirectory: directory, patience: .seconds(2)).recover()
    } catch .damagedJournal(let path) {
      throw Failure(.file(.damagedJournal(path: path)))
    } catch {}
  }

  /// Keeps other commands from changing the list between its reading and its writing, until it is released.
  func lock() throws(Failure) -> FileLock {
    do {
      try FileSystem.createDirectory(directory, withIntermediates: true)
      return try FileLock("trust.lock", in: directory, patience: .seconds(30))
    } catch {
      throw Failure(.file(error))
    }
  }

  func write(_ entries: [Entry]) throws(Failure) {
    let text = entries.map { "\($0.digest)\t\($0.day)\t\($0.command.foldingWhiteSpace())\n" }.joined()
    try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.createDirectory(directory, withIntermediates: true)
      var change = Change(root: directory)
      change.put(Array(text.utf8), at: Self.file)
      try Store(stateDirectory: directory).commit(change)
    }
  }
}
