/// A commit of the past, as it is kept.
package struct PastCommit: Hashable, Sendable {
  /// The raw bytes of its name.
  let id: [UInt8]
  /// When it was committed, in seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  /// How many words its subject and its body have.
  package let subjectLength: Int
  package let bodyLength: Int
  /// How many files it changed.
  package let fileCount: Int
  /// Those files, by place in ``History/paths``; none where they are more than ``mostFiles``.
  package let files: [Int]

  /// A commit of more files says nothing of any of them.
  package static let mostFiles = 30
}

/// Some commits that were read together, with the paths that were new in them.
struct HistoryChunk {
  var commits: [PastCommit] = []
  var newPaths: [String] = []

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.number(newPaths.count)
    for path in newPaths { writer.text(path) }
    writer.number(commits.count)
    for commit in commits {
      writer.number(commit.id.count)
      writer.raw(commit.id)
      writer.number(Int(commit.seconds))
      writer.number(commit.subjectLength)
      writer.number(commit.bodyLength)
      writer.number(commit.fileCount)
      writer.number(commit.files.count)
      for file in commit.files { writer.number(file) }
    }
    return writer.checked
  }

  init() {}

  init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = try ByteReader(checked: bytes)
    for _ in 0..<(try reader.count()) { newPaths.append(try reader.text()) }
    let count = try reader.count()
    commits.reserveCapacity(count)
    for _ in 0..<count {
      let id = Array(try reader.raw(try reader.number()))
      let seconds = Int64(try reader.number())
      let subject = try reader.number()
      let body = try reader.number()
      let fileCount = try reader.number()
      var files: [Int] = []
      for _ in 0..<(try reader.count()) { files.append(try reader.number()) }
      commits.append(
        PastCommit(
          id: id, seconds: seconds, subjectLength: subject, bodyLength: body, fileCount: fileCount, files: files))
    }
  }
}
