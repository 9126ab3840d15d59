package import Git
import Grounding
import PlanModel
import Verification

/// A commit that changed a file which an anchor is about, since the story named the place as it was.
package struct AnchorChange: Hashable, Sendable {
  package var commit: ObjectID
  package var subject: String
  /// Whether it is work on the story itself.
  package var isOwn: Bool
}

/// Asks git who changed what anchors are about, since the fingerprint was written into the story.
struct AnchorHistory {
  private let repository: Repository
  private let notebook: Notebook
  private let head: ObjectID
  private let key: String

  /// So many commits of one anchor are looked at: where there are more, not all can be the story's own.
  private static let most = 32

  init(_ repository: Repository, at head: ObjectID, key: String) throws(GitError) {
    self.repository = repository
    self.head = head
    self.key = key
    notebook = try Notebook(repository)
  }

  /// The newest first; none where the anchor is in no commit yet as it is now.
  func changes(of reading: AnchorReading, in story: Story) throws(GitError) -> [AnchorChange] {
    guard let first = commit(writing: reading.anchor, into: story.file) else { return [] }
    // The commit that wrote it may have changed the code as well.
    let before = try repository.commit(first).parents.map(\.hex)
    let range = ["-n", "\(Self.most + 1)", head.hex, "--not"] + before
    var commits: [ObjectID] = []
    if reading.state == .changed, let place = reading.place, let lines = place.lines {
      // Others may have changed the file elsewhere.
      commits = try self.commits(["-L\(lines.lowerBound),\(lines.upperBound):\(place.path)", "--no-patch"] + range)
    }
    if commits.isEmpty {
      let paths = Set([reading.anchor.path, reading.place?.path].compactMap(\.self)).sorted()
      commits = try self.commits(range + ["--"] + paths.map { ":(top,literal)\($0)" })
    }
    let noted = try notebook.records(on: commits)
    var changes: [AnchorChange] = []
    for id in commits {
      let commit = try repository.commit(id)
      let isOwn =
        LinkClaims(message: commit.message, key: key).stories.contains(story.id)
        || noted[id]?.links.contains(story.id) == true
      changes.append(AnchorChange(commit: id, subject: commit.subject, isOwn: isOwn && commits.count <= Self.most))
    }
    return changes
  }

  /// The newest commit that wrote the anchor's path, symbol or fingerprint, as `git blame --line-porcelain` tells it; nil
  /// where that is not committed.
  private func commit(writing anchor: Anchor, into file: String) -> ObjectID? {
    let lines = "\(max(1, anchor.line - 3)),\(anchor.line + 5)"
    // Of a file that no commit has, git says no more than that.
    guard let seen = anchor.seen,
      let blame = try? repository.git.line(of: ["blame", "--line-porcelain", "-L", lines, "--", file])
    else { return nil }
    var newest: (time: Int, commit: ObjectID?)?
    var (commit, number, time): (ObjectID?, Int?, Int) = (nil, nil, 0)
    for line in blame.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      if line.hasPrefix("\t") {
        let isOwn = number == anchor.line || line.contains(seen) || anchor.symbol.map { line.hasSuffix($0) } == true
        if isOwn, time >= newest?.time ?? 0 { newest = (time, commit) }
      } else if words.count > 2, let id = ObjectID(String(words[0])) {
        (commit, number) = (id.hex.allSatisfy { $0 == "0" } ? nil : id, Int(words[2]))
      } else if words.first == "committer-time", words.count == 2 {
        time = Int(words[1]) ?? 0
      }
    }
    return newest?.commit
  }

  private func commits(_ arguments: [String]) throws(GitError) -> [ObjectID] {
    try repository.git.line(of: ["log", "--format=%H"] + arguments).split(separator: "\n").compactMap { ObjectID($0) }
  }
}
