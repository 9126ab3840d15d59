import Git
import PlanFiles
import PlanModel

/// What commits tell of things that have one name: which was there first, and on which side of a merge each came.
final class DuplicateHistory {
  /// So many commits are looked at along the first parents.
  private static let most = 100

  /// The main branch, then what HEAD comes from, the newest first.
  private let line: [ObjectID]
  /// The two sides of each merge among them, and of one that is under way.
  private let merges: [(ours: ObjectID, theirs: ObjectID)]
  private let repository: Repository
  private var documents: [ObjectID: [String: PlanDocument?]] = [:]

  init(_ workspace: Workspace) throws(Failure) {
    repository = workspace.repository
    let repository = repository
    guard let head = try workspace.git({ () throws(GitError) in try repository.head().commit }) else {
      (line, merges) = ([], [])
      return
    }
    var merges: [(ours: ObjectID, theirs: ObjectID)] = []
    let other = try? repository.resolve("MERGE_HEAD")
    if let other { merges.append((head, other)) }
    var line: [ObjectID] = []
    var next: ObjectID? = head
    while let id = next, line.count < Self.most {
      let commit = try workspace.git { () throws(GitError) in try repository.commit(id) }
      if commit.parents.count == 2 { merges.append((commit.parents[0], commit.parents[1])) }
      line.append(id)
      next = commit.parents.first
    }
    let main = try workspace.mainBranch(seenFrom: head, remote: nil)?.commit
    self.line = (main.map { [$0] } ?? []) + line
    self.merges = merges
  }

  /// Commits in which a number may stand that was taken out since.
  var known: [ObjectID] { Array(line.prefix(2)) + merges.prefix(3).flatMap { [$0.ours, $0.theirs] } }

  /// The first of the things that stands alone in some commit, the main branch's first.
  ///
  /// - Parameter alone: which of them stands in a commit, when it is one and no other.
  func first(_ alone: (ObjectID) -> Int?) -> Int? {
    for commit in line { if let index = alone(commit) { return index } }
    return nil
  }

  /// The commits of a merge of which each brought one of two things.
  func sides(of kept: Int, and other: Int, _ alone: (ObjectID) -> Int?) -> (kept: ObjectID, other: ObjectID)? {
    for merge in merges {
      let found = (alone(merge.ours), alone(merge.theirs))
      if found == (kept, other) { return (merge.ours, merge.theirs) }
      if found == (other, kept) { return (merge.theirs, merge.ours) }
    }
    return nil
  }

  func exists(_ path: String, at commit: ObjectID) -> Bool {
    ((try? repository.entry(at: path, in: commit)) ?? nil) != nil
  }

  func document(_ path: String, at commit: ObjectID) -> PlanDocument? {
    if let known = documents[commit]?[path] { return known }
    let bytes = (try? repository.file(at: path, in: commit, limit: PlanDocument.byteLimit)) ?? nil
    let document = bytes.flatMap { try? PlanDocument($0, path: path) }
    documents[commit, default: [:]][path] = document
    return document
  }

  /// Whether a file has a line in one commit, and not in the other.
  func isOnly(_ words: ArraySlice<UInt8>, of path: String, at commit: ObjectID, not other: ObjectID) -> Bool {
    holds(words, path, commit) && !holds(words, path, other)
  }

  private func holds(_ words: ArraySlice<UInt8>, _ path: String, _ commit: ObjectID) -> Bool {
    guard let text = document(path, at: commit)?.text, text.lineCount > 0 else { return false }
    return (1...text.lineCount).contains { text.line($0).elementsEqual(words) }
  }
}
