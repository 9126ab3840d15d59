import Git
import PlanModel

/// The branches of the repository that is pushed to, as they were before the push.
///
/// In a clone, what was last seen of the remote; on the server itself, its own. So a push is held against the same
/// commits in both.
final class PushTarget {
  private enum Place {
    case remote(String)
    /// This repository, and what the refs of the push were before: nil for those that were not there.
    case here(before: [String: ObjectID?])
    /// An address that no remote has.
    case stranger
  }

  private let repository: Repository
  private let place: Place
  private var loaded: [String: ObjectID]?
  /// What was found for a policy: one push of many refs asks for the same again and again.
  private var strict: [Strictness: Set<ObjectID>] = [:]

  /// What was asked of git last: a mirror pushes a thousand refs that stand at few commits.
  private var parted: (commits: [ObjectID], base: ObjectID?)?
  private var new: (tip: ObjectID, exclusions: [Exclusion], commits: [ObjectID])?
  private var rules: (commits: [ObjectID?], rulebook: Rulebook)?

  private struct Strictness: Hashable {
    let rules: [PushRule]
    let block: Set<PushRule.Problem>
  }

  /// - Parameter remote: the name of a remote; nil for an address that none has.
  init(remote: String?, in repository: Repository) {
    self.repository = repository
    place = remote.map { .remote($0) } ?? .stranger
  }

  /// This repository, which `lines` are pushed to.
  init(receiving lines: [PushLine], in repository: Repository) {
    self.repository = repository
    let before = lines.map { ($0.remoteRef, $0.remote.isZero ? nil : $0.remote) }
    place = .here(before: Dictionary(before) { first, _ in first })
  }

  /// Whether nothing is known of it.
  var isStranger: Bool { if case .stranger = place { true } else { false } }
  var isHere: Bool { if case .here = place { true } else { false } }

  /// All branches by their short names.
  func branches() throws(GitError) -> [String: ObjectID] {
    if let loaded { return loaded }
    let folder: String
    switch place {
    case .stranger: return [:]
    case .remote(let name): folder = "refs/remotes/\(name)/"
    case .here: folder = "refs/heads/"
    }
    var branches: [String: ObjectID] = [:]
    for reference in try repository.references(below: String(folder.dropLast())) {
      branches[String(reference.name.dropFirst(folder.count))] = reference.id
    }
    if case .here(let before) = place {
      for (ref, id) in before where ref.hasPrefix(folder) { branches[String(ref.dropFirst(folder.count))] = id }
    }
    loaded = branches
    return branches
  }

  /// The tips of the branches whose rules block at least what is in `block`.
  func branches(
    asStrictAs block: Set<PushRule.Problem>, by policy: Policy
  ) throws(GitError) -> Set<ObjectID> {
    let key = Strictness(rules: policy.push, block: block)
    if let known = strict[key] { return known }
    var tips: Set<ObjectID> = []
    for (name, id) in try branches() where !tips.contains(id) {
      let own = policy.rule(forRef: "refs/heads/" + name)?.block ?? []
      if own.isSuperset(of: block) { tips.insert(id) }
    }
    strict[key] = tips
    return tips
  }

  /// Where two commits parted.
  func mergeBase(_ main: ObjectID, _ tip: ObjectID) throws(GitError) -> ObjectID? {
    if let parted, parted.commits == [main, tip] { return parted.base }
    let base = try repository.mergeBase(main, tip)
    parted = ([main, tip], base)
    return base
  }

  /// What `tip` can reach and the exclusions cannot, oldest first.
  func commits(reachableFrom tip: ObjectID, notFrom exclusions: [Exclusion]) throws(GitError) -> [ObjectID] {
    if let new, new.tip == tip, new.exclusions == exclusions { return new.commits }
    let commits = try repository.commits(reachableFrom: [tip], notFrom: exclusions)
    new = (tip, exclusions, commits)
    return commits
  }

  func rulebook(base: ObjectID?, main: ObjectID?, tip: ObjectID) throws(GitError) -> Rulebook {
    if let rules, rules.commits == [base, main, tip] { return rules.rulebook }
    let rulebook = try Rulebook(base: base, main: main, tip: tip, in: repository)
    rules = ([base, main, tip], rulebook)
    return rulebook
  }

  /// The main branch as it was there; of a stranger, this clone's own.
  func mainBranch(seenFrom tip: ObjectID, in workspace: Workspace) throws(Failure) -> MainBranch? {
    let head: String?
    switch place {
    case .stranger: return try workspace.mainBranch(seenFrom: tip, remote: nil)
    case .remote(let name): head = try workspace.remoteHead(name)
    case .here: head = try workspace.git { () throws(GitError) in try repository.head().branch }
    }
    let branches = try workspace.git { () throws(GitError) -> [String: ObjectID] in try self.branches() }
    return try workspace.mainBranch(seenFrom: tip, head: head) { name throws(GitError) in branches[name] }
  }
}
