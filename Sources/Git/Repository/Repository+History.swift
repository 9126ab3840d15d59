import Processes

/// A commit as history tells it: when, why, and which files.
package struct RecordedChange: Hashable, Sendable {
  package let commit: ObjectID
  /// When it was committed, in seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  package let message: String
  /// The files that differ from the first parent; of a rename, both names.
  package let paths: [String]

  package init(commit: ObjectID, seconds: Int64, message: String, paths: [String]) {
    self.commit = commit
    self.seconds = seconds
    self.message = message
    self.paths = paths
  }
}

extension Repository {
  /// The commits, merges left out, that can be reached from `tip` and not from `known`; the oldest first, at most the
  /// `limit` newest. What is not in this repository of `known` is left aside.
  package func changes(
    reachableFrom tip: ObjectID, notFrom known: [ObjectID], limit: Int
  ) throws(GitError) -> [ObjectID] {
    var revisions = [tip.hex]
    for id in known where try kind(of: id) == .commit { revisions.append("^" + id.hex) }
    let arguments = ["rev-list", "--no-merges", "--topo-order", "--reverse", "--max-count=\(limit)", "--stdin"]
    return try Self.ids(git.output(of: arguments, input: Array((revisions.joined(separator: "\n") + "\n").utf8)))
  }

  /// What the commits changed, in their order, by one process of git.
  ///
  /// Plumbing, so that nobody's configuration changes the answer (git-diff-tree(1)).
  package func recordedChanges(of commits: [ObjectID]) throws(GitError) -> [RecordedChange] {
    guard !commits.isEmpty else { return [] }
    let arguments = [
      "diff-tree", "--stdin", "--root", "-r", "--no-renames", "--name-only", "-z", "--encoding=UTF-8",
      "--format=/%H%x00%ct%x00%B%x00",
    ]
    let input = Array(commits.map { $0.hex + "\n" }.joined().utf8)
    let output = try git.output(of: arguments, input: input, limits: .init(output: 1 << 30, seconds: 600))
    return RecordedChange.all(in: output)
  }
}

extension RecordedChange {
  /// Reads records of `/<id>`, seconds, message and paths, each with a NUL behind it: no path begins with a slash, and no
  /// message that git shows holds a NUL.
  fileprivate static func all(in output: [UInt8]) -> [RecordedChange] {
    var changes: [RecordedChange] = []
    var fields: [ArraySlice<UInt8>] = []
    func close() {
      guard fields.count >= 3, let id = ObjectID(String(decoding: fields[0].dropFirst(), as: UTF8.self)) else { return }
      let paths = fields[3...].lazy.map { $0.first == UInt8(ascii: "\n") ? $0.dropFirst() : $0 }.filter { !$0.isEmpty }
      changes.append(
        RecordedChange(
          commit: id, seconds: Int64(String(decoding: fields[1], as: UTF8.self)) ?? 0,
          message: String(decoding: fields[2], as: UTF8.self), paths: paths.map { String(decoding: $0, as: UTF8.self) })
      )
    }
    for field in output.split(separator: 0, omittingEmptySubsequences: false) {
      // A message may begin with a slash; it is always the third field.
      if field.first == UInt8(ascii: "/"), fields.count != 2 {
        close()
        fields = []
      }
      fields.append(field)
    }
    close()
    return changes
  }
}
