import Processes

/// The newest commit of a branch, here or as a remote was last seen.
package struct BranchTip: Hashable, Sendable {
  /// The full name, such as `refs/remotes/origin/work`.
  package let name: String
  package let id: ObjectID
  /// When it was committed, in seconds since 1970-01-01 00:00 UTC.
  package let seconds: Int64
  /// The name of its author.
  package let author: String

  package init(name: String, id: ObjectID, seconds: Int64, author: String) {
    self.name = name
    self.id = id
    self.seconds = seconds
    self.author = author
  }

  /// Without `refs/heads/` or `refs/remotes/`: `work`, `origin/work`.
  package var short: String {
    for prefix in ["refs/heads/", "refs/remotes/"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// The branch's name, on whichever side: `work`.
  package var branch: String {
    name.hasPrefix("refs/remotes/") ? String(short.drop { $0 != "/" }.dropFirst()) : short
  }
}

extension Repository {
  /// The branches, local and remote-tracking, that have something which `commit` cannot reach; the newest first, at most
  /// `limit`. What stands for another ref, as `origin/HEAD` does, is left out. One process.
  package func branchTips(notIn commit: ObjectID?, limit: Int) throws(GitError) -> [BranchTip] {
    let format = "%(objectname)%00%(committerdate:unix)%00%(symref)%00%(refname)%00%(authorname)"
    let filter = commit.map { ["--no-merged=" + $0.hex] } ?? []
    let arguments =
      ["for-each-ref", "--sort=-committerdate", "--count=\(limit)", "--format=" + format] + filter
      + ["refs/heads", "refs/remotes"]
    return try git.output(of: arguments).split(separator: UInt8(ascii: "\n")).compactMap { line in
      let fields = line.split(separator: 0, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5, fields[2].isEmpty, let id = ObjectID(fields[0]) else { return nil }
      return BranchTip(name: fields[3], id: id, seconds: Int64(fields[1]) ?? 0, author: fields[4])
    }
  }

  /// The commits that `tips` can reach and `base` cannot, each with its parents; at most `limit`, children before their
  /// parents. One process.
  package func parents(
    reachableFrom tips: [ObjectID], notFrom base: ObjectID?, limit: Int
  ) throws(GitError) -> [ObjectID: [ObjectID]] {
    let revisions = tips.map(\.hex) + (base.map { ["^" + $0.hex] } ?? [])
    let arguments = ["rev-list", "--parents", "--topo-order", "--max-count=\(limit)", "--stdin"]
    let output = try git.output(of: arguments, input: Array((revisions.joined(separator: "\n") + "\n").utf8))
    var parents: [ObjectID: [ObjectID]] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let ids = line.split(separator: UInt8(ascii: " ")).compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
      if let first = ids.first { parents[first] = Array(ids.dropFirst()) }
    }
    return parents
  }
}
