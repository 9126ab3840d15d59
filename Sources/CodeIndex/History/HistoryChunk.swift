import Git

/// A commit of the past, as it is kept.
package struct PastCommit: Hashable, Sendable {
  /// When it was committed, in seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  /// How many words its subject and its body have.
  package let subjectLength: Int
  package let bodyLength: Int
  /// How many files it changed; more than ``mostFiles`` are not named.
  package let fileCount: Int
  /// Where its files stand in the list of all.
  let files: Range<Int>

  /// A commit of more files says nothing of any of them.
  package static let mostFiles = 30
}

/// Some commits that were read together, as they are stored: the paths that were new in them, then each commit.
struct HistoryChunk {
  private var newPaths: [String] = []
  private var commits = ByteWriter()
  private(set) var count = 0

  mutating func add(path: String) { newPaths.append(path) }

  /// - Parameter files: numbers of paths, in the order in which paths were ever added.
  mutating func add(_ id: ObjectID, seconds: Int64, lengths: (subject: Int, body: Int), fileCount: Int, files: [Int]) {
    count += 1
    commits.number(id.bytes.count)
    commits.raw(id.bytes)
    commits.number(Int(seconds))
    commits.number(lengths.subject)
    commits.number(lengths.body)
    commits.number(fileCount)
    commits.number(files.count)
    for file in files { commits.number(file) }
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.number(newPaths.count)
    for path in newPaths { writer.text(path) }
    writer.number(count)
    writer.raw(commits.bytes)
    return writer.checked
  }
}

/// All chunks, read into few large arrays: a repository has tens of thousands of commits.
struct HistoryColumns {
  private(set) var paths: [String] = []
  private(set) var commits: [PastCommit] = []
  /// Places in `paths`, commit by commit.
  private(set) var files: [Int32] = []
  private var ids: [UInt8] = []
  private var idEnds: [Int] = []

  init(stored chunks: [[UInt8]]) throws(ByteReader.Damage) {
    // A commit takes about so much; grown little by little, the arrays would be copied again and again.
    let bytes = chunks.reduce(0) { $0 + $1.count }
    commits.reserveCapacity(bytes / 36)
    idEnds.reserveCapacity(bytes / 36)
    ids.reserveCapacity(bytes / 2)
    files.reserveCapacity(bytes / 16)
    for chunk in chunks { try add(stored: chunk) }
  }

  private mutating func add(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = try ByteReader(checked: bytes)
    for _ in 0..<(try reader.count()) { paths.append(try reader.text()) }
    for _ in 0..<(try reader.count()) {
      ids.append(contentsOf: try reader.raw(try reader.number()))
      idEnds.append(ids.count)
      let seconds = Int64(try reader.number())
      let subject = try reader.number()
      let body = try reader.number()
      let fileCount = try reader.number()
      let start = files.count
      for _ in 0..<(try reader.count()) {
        let file = try reader.number()
        guard paths.indices.contains(file) else { throw ByteReader.Damage() }
        files.append(Int32(file))
      }
      commits.append(
        PastCommit(
          seconds: seconds, subjectLength: subject, bodyLength: body, fileCount: fileCount, files: start..<files.count))
    }
  }

  func id(_ commit: Int) -> ObjectID { ObjectID(bytes: bytes(commit)) }

  /// The bytes of a commit's name.
  func bytes(_ commit: Int) -> ArraySlice<UInt8> { ids[(commit == 0 ? 0 : idEnds[commit - 1])..<idEnds[commit]] }
}
