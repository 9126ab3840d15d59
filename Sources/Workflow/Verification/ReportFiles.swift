import FileSystem
import Git
import Verification

/// The reports that `verify --results` names: files, and folders with reports in them.
struct ReportFiles {
  /// Files that are looked at in one folder.
  static let fileLimit = 10_000
  /// Folders within folders.
  static let depthLimit = 32
  /// What is looked at of a file that is too large, in bytes.
  private static let probe = 1 << 16
  /// Of all reports together.
  static let caseLimit = 1_000_000

  private let surroundings: Surroundings
  /// What the results are said to be for.
  private let commit: ObjectID
  private let tree: ObjectID
  private(set) var known = KnownResults()
  private var cases = 0

  init(_ surroundings: Surroundings, commit: ObjectID, tree: ObjectID) {
    self.surroundings = surroundings
    self.commit = commit
    self.tree = tree
  }

  /// Reads a report, or all that are in a folder and those below it.
  mutating func read(_ name: String) throws(Failure) {
    let path = surroundings.absolute(name)
    let status = try failing(Failure.Reason.file) { () throws(FileError) in try FileSystem.status(of: path) }
    guard status.kind == .directory else {
      try read(path, as: name, orSkip: false)
      return
    }
    var files: [String] = []
    try collect(&files, in: path, below: "", as: name)
    var found = 0
    for file in files where try read(path + "/" + file, as: name + "/" + file, orSkip: true) { found += 1 }
    if found == 0 { throw Failure(.results(ResultsError(.noReport, origin: name, line: 0))) }
  }

  /// The files of a folder, in the order of their names. Links are not followed, and what is hidden is no report.
  private func collect(
    _ files: inout [String], in folder: String, below prefix: String, as name: String
  ) throws(Failure) {
    // Folders that are still to be listed, the next one last.
    var waiting = [prefix]
    while let below = waiting.popLast() {
      let entries = try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.list(below.isEmpty ? folder : folder + "/" + below)
      }
      var inner: [String] = []
      for entry in entries where entry.isNameExact && !entry.name.hasPrefix(".") {
        let path = below.isEmpty ? entry.name : below + "/" + entry.name
        if entry.kind == .file { files.append(path) }
        if entry.kind == .directory, path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.depthLimit {
          inner.append(path)
        }
        guard files.count <= Self.fileLimit else {
          throw Failure(.results(ResultsError(.tooManyFiles(limit: Self.fileLimit), origin: name, line: 0)))
        }
      }
      waiting += inner.reversed()
    }
  }

  /// Whether the file was read; one of no format that is known may be passed over.
  @discardableResult
  private mutating func read(_ path: String, as name: String, orSkip: Bool) throws(Failure) -> Bool {
    guard let bytes = try contents(of: path, name, orSkip: orSkip) else { return false }
    do throws(ResultsError) {
      guard let format = try Self.format(of: bytes, name, orSkip: orSkip) else { return false }
      try add(Report.read(bytes, as: format, origin: name), name)
      return true
    } catch {
      throw Failure(.results(error))
    }
  }

  /// Nil for a file that is too large to be read and does not begin like a report either.
  private func contents(of path: String, _ name: String, orSkip: Bool) throws(Failure) -> [UInt8]? {
    do throws(FileError) {
      return try FileSystem.read(path, limit: ReportLimits.size)
    } catch {
      guard case .tooLarge(_, let bytes, let limit) = error else { throw Failure(.file(error)) }
      let start = try? FileSystem.readPrefix(path, count: Self.probe)
      let isReport = start.map { (try? ResultsFormat.recognised(in: $0, origin: name)) != nil } ?? true
      if orSkip, !isReport { return nil }
      throw Failure(.results(ResultsError(.tooLarge(bytes: bytes, limit: limit), origin: name)))
    }
  }

  private static func format(
    of bytes: [UInt8], _ name: String, orSkip: Bool
  ) throws(ResultsError) -> ResultsFormat? {
    do throws(ResultsError) {
      return try ResultsFormat.recognised(in: bytes, origin: name)
    } catch {
      if orSkip { return nil }
      throw error
    }
  }

  private mutating func add(_ report: Report, _ name: String) throws(ResultsError) {
    switch report {
    case .tests(let tests):
      cases += tests.count
      guard cases <= Self.caseLimit else { throw ResultsError(.tooManyCases(limit: Self.caseLimit), origin: name) }
      known.tests.append(TestResults(tests, origin: name, commit: commit, tree: tree))
    case .coverage(let report):
      known.coverage.append(CoverageResults(report, commit: commit, tree: tree))
    }
  }
}
