import Processes

/// What a range of commits leaves out.
package enum Exclusion: Hashable, Sendable {
  /// A commit or tag with all that it can reach; left aside when it is not in this repository.
  case commit(ObjectID)
  /// All that was last seen on this remote.
  case remote(String)
  /// All that is last known of all remotes.
  case remotes
  /// All that any ref of this repository can reach.
  case references
}

/// The order of a range of commits; a commit never comes between another and its parents out of turn.
package enum CommitOrder: Sendable {
  case oldestFirst, newestFirst
}

extension Repository {
  /// The commits that can be reached from `tips` and not from what is excluded: `git rev-list`.
  ///
  /// Throws ``GitError/missingObject(_:)`` when a tip is not in this repository.
  package func commits(
    reachableFrom tips: [ObjectID], notFrom exclusions: [Exclusion] = [], order: CommitOrder = .oldestFirst
  ) throws(GitError) -> [ObjectID] {
    var revisions: [String] = []
    for tip in tips {
      guard let commit = try commitID(peeling: tip) else { continue }
      revisions.append(commit.hex)
    }
    guard !revisions.isEmpty else { return [] }
    var options: [String] = []
    for exclusion in exclusions {
      switch exclusion {
      case .commit(let id):
        if try kind(of: id) != nil, let commit = try commitID(peeling: id) { revisions.append("^" + commit.hex) }
      // A glob, so that characters of the remote's name mean themselves.
      case .remote(let name): options.append("--glob=refs/remotes/\(Self.globEscaped(name))/*")
      case .remotes: options.append("--remotes")
      case .references: options.append("--all")
      }
    }
    let order = order == .oldestFirst ? ["--reverse"] : []
    let arguments = ["rev-list", "--topo-order"] + order + ["--stdin"] + (options.isEmpty ? [] : ["--not"] + options)
    let input = Array((revisions.joined(separator: "\n") + "\n").utf8)
    return try Self.ids(git.output(of: arguments, input: input))
  }

  /// The best common ancestor of two commits; nil when their histories have nothing in common.
  package func mergeBase(_ first: ObjectID, _ second: ObjectID) throws(GitError) -> ObjectID? {
    let arguments = ["merge-base", "--end-of-options", first.hex, second.hex]
    let outcome = try git.outcome(of: arguments)
    switch outcome.status {
    case 0: return Self.ids(outcome.output).first
    case 1: return nil
    default: throw .program(arguments: arguments, status: outcome.status, stderr: outcome.complaint)
    }
  }

  /// Whether `descendant` is `ancestor` or can reach it.
  package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
    let arguments = ["merge-base", "--is-ancestor", "--end-of-options", ancestor.hex, descendant.hex]
    let outcome = try git.outcome(of: arguments)
    switch outcome.status {
    case 0: return true
    case 1: return false
    default: throw .program(arguments: arguments, status: outcome.status, stderr: outcome.complaint)
    }
  }

  /// Whether this is a shallow clone, whose history ends before it began.
  package var isShallow: Bool {
    ((try? GitFile.text(location.commonDirectory + "/shallow")) ?? "").isEmpty == false
  }

  /// The commits where a shallow clone ends, which seem to have no parents; none in a whole one.
  package var border: Set<ObjectID> { ShallowBorder.commits(of: location) }

  static func ids(_ output: [UInt8]) -> [ObjectID] {
    output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
  }

  private static func globEscaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += "*?[\\".contains($1) ? "\\\($1)" : String($1) }
  }
}
