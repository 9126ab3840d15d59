import Git
import PlanFiles
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
  /// The branch that is checked out there, once it was asked.
  private var head: String??
  /// What was found for a policy: one push of many refs asks for the same again and again.
  private var judged: [Strictness: Judged] = [:]
  /// What was read last: a mirror pushes a thousand refs that stand at few commits.
  private var rules: (commits: [ObjectID?], rulebook: Rulebook)?

  private struct Strictness: Hashable {
    let rules: [PushRule]
    let block: Set<PushRule.Problem>
    let main: ObjectID?
  }

  /// What was judged by a rule that is as strict, and what the refs of the push that need it bring beside that.
  private struct Judged {
    let tips: Set<ObjectID>
    let new: HistoryPart
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

  /// What `ref` brings that the target is not known to have judged by a rule at least as strict as its own, the oldest
  /// first: what was only pushed to a branch where less is asked is judged again when it comes to the main one.
  ///
  /// One process for all refs of `push` that a rule as strict as this one's is for.
  ///
  /// - Parameter main: the main branch, where it has a plan: then what lies on a branch that has none was free, and not judged.
  func newCommits(
    of ref: PushedTip, in push: [PushedTip], by policy: Policy, protecting main: ObjectID?
  ) throws(GitError) -> [ObjectID] {
    let key = Strictness(rules: policy.push, block: policy.block(on: ref.line.remoteRef), main: main)
    let known: Judged
    if let found = judged[key] {
      known = found
    } else {
      known = try judged(key, push.filter { policy.block(on: $0.line.remoteRef) == key.block }, policy)
      judged[key] = known
    }
    return known.new.commits(reachableFrom: ref.tip, notFrom: known.tips.contains(ref.before) ? [] : [ref.before])
  }

  private func judged(_ key: Strictness, _ refs: [PushedTip], _ policy: Policy) throws(GitError) -> Judged {
    var tips: Set<ObjectID> = []
    for (name, id) in try branches() where !tips.contains(id) {
      guard policy.block(on: "refs/heads/" + name).isSuperset(of: key.block) else { continue }
      if key.main == nil || id == key.main { tips.insert(id) } else if try hasPlan(id) { tips.insert(id) }
    }
    // What a ref had before may be nowhere else, and counts for this ref alone.
    let before = Set(refs.map(\.before)).filter { !$0.isZero && !tips.contains($0) }
    let pushed = Set(refs.map(\.tip)).union(before)
    return Judged(tips: tips, new: try repository.part(reachableFrom: pushed.sorted(), notFrom: tips))
  }

  /// Most plans have settings, and then no folder of a plan is listed.
  private func hasPlan(_ tip: ObjectID) throws(GitError) -> Bool {
    // What a server does not tell of its branches, as in a partial clone, cannot have been judged by what is known here.
    guard try repository.kind(of: tip) == .commit else { return false }
    if try repository.entry(at: Policy.file, in: tip) != nil { return true }
    return try CommitTree(tip, in: repository).hasPlan()
  }

  func rulebook(base: ObjectID?, main: ObjectID?, tip: ObjectID) throws(GitError) -> Rulebook {
    if let rules, rules.commits == [base, main, tip] { return rules.rulebook }
    let rulebook = try Rulebook(base: base, main: main, tip: tip, in: repository)
    rules = ([base, main, tip], rulebook)
    return rulebook
  }

  /// The main branch as it was there; of a stranger, this clone's own.
  func mainBranch(seenFrom tip: ObjectID, in workspace: Workspace) throws(Failure) -> MainBranch? {
    if isStranger { return try workspace.mainBranch(seenFrom: tip, remote: nil) }
    let head: String?
    if let known = self.head { head = known } else { head = try self.head(in: workspace) }
    self.head = .some(head)
    let branches = try workspace.git { () throws(GitError) -> [String: ObjectID] in try self.branches() }
    return try workspace.mainBranch(seenFrom: tip, head: head) { name throws(GitError) in branches[name] }
  }

  private func head(in workspace: Workspace) throws(Failure) -> String? {
    switch place {
    case .stranger: nil
    case .remote(let name): try workspace.remoteHead(name)
    case .here: try workspace.git { () throws(GitError) in try repository.head().branch }
    }
  }
}

extension Policy {
  fileprivate func block(on ref: String) -> Set<PushRule.Problem> { rule(forRef: ref)?.block ?? [] }
}
