import FileSystem
import Git
import PlanFiles
package import PlanModel
package import Review
import Verification

/// Whether somebody looked at what somebody has to look at.
package struct Approval: Hashable, Sendable {
  package var required: RequiredReview
  /// Who did, as `Name <address>`; nobody when empty.
  package var by: [String]
  /// The addresses of those who may.
  package var people: [String]
  /// What those who may have rejected of it, as it is worded now: they looked, and said no.
  package var rejections: [SignOff] = []

  package var isMissing: Bool { by.isEmpty }
}

extension Workspace {
  /// The trailer by which somebody says so, as other projects have it.
  package static let reviewKey = "Reviewed-by"

  /// What the protected side's rules ask for, and who did it: the author of the last commit that changes the item, a
  /// `Reviewed-by` trailer in that commit or a later one, or acceptance of each changed criterion as it is worded now.
  /// Who rejects a changed criterion as it is worded now undoes what was said before; the text of a pull request bears no
  /// time, and does not outweigh it.
  func approvals(
    of changes: [PlanChange], by policy: Policy, in verification: VerifyOutcome, plan: Plan, message: String?
  ) throws(Failure) -> [Approval] {
    let required = RequiredReview.all(changes, by: policy.review)
    if required.isEmpty { return [] }
    let commits = verification.commits.map(\.commit)
    let files = try git { () throws(GitError) in try repository.changes(of: commits.map(\.id)) }
    let roles = Roles(policy.roles)
    return required.map { required in
      let last = commits.lastIndex { files[$0.id, default: []].contains { required.isAbout($0) } }
      var people: [String] = []
      let rejections = Self.acts(on: required, plan, roles).filter { $0.act == .rejected }
      let since = rejections.compactMap { Instant($0.at)?.seconds }.max() ?? .min
      if let last, commits[last].committer.seconds > since { people.append(commits[last].author.display) }
      for commit in commits.suffix(from: last ?? commits.startIndex) where commit.committer.seconds > since {
        people += Self.reviewers(commit.message)
      }
      if rejections.isEmpty { people += message.map(Self.reviewers) ?? [] }
      var seen: Set<String> = []
      var by = people.filter { person in required.rule.by.contains { roles.has(person, in: $0) } }
      if by.isEmpty { by = Self.acceptance(of: required, plan, roles) }
      return Approval(
        required: required, by: by.filter { seen.insert($0).inserted },
        people: Set(required.rule.by.flatMap(roles.members)).sorted(), rejections: rejections)
    }
  }

  private static func reviewers(_ message: String) -> [String] {
    Trailers.parse(message).filter { $0.isKeyed(reviewKey) }.map(\.value)
  }

  /// What those who may look have said of the changed criteria, as they are worded now.
  private static func acts(on required: RequiredReview, _ plan: Plan, _ roles: Roles) -> [SignOff] {
    guard let id = required.item.flatMap({ ID<Story>($0) }), let story = plan.story(id) else { return [] }
    let changed = Set(required.changes.compactMap(\.criterion))
    let wordings = story.criteria.filter { changed.contains($0.id) }.map { ($0.id, Fingerprint.wording(of: $0)) }
    return plan.signOffs.filter { act in
      act.story == id && wordings.contains { $0.0 == act.criterion && $0.1 == act.wording }
        && required.rule.by.contains(act.role) && roles.has(act.by, in: act.role)
    }
  }

  /// Who accepted all criteria that are changed, as they are worded now, and rejected none since.
  private static func acceptance(of required: RequiredReview, _ plan: Plan, _ roles: Roles) -> [String] {
    let acts = acts(on: required, plan, roles)
    var people: [String] = []
    for change in required.changes {
      guard let criterion = change.criterion else { return [] }
      let latest = acts.filter { $0.criterion == criterion && $0.act != .waived }.max {
        (Instant($0.at)?.seconds ?? .min, $0.file) < (Instant($1.at)?.seconds ?? .min, $1.file)
      }
      guard let latest, latest.act == .accepted else { return [] }
      people.append(latest.by)
    }
    return people
  }

  /// What a pull request says of itself.
  func message(_ options: VerifyOptions) throws(Failure) -> String? {
    try options.messageFile.map { path throws(Failure) in
      let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.read(surroundings.absolute(path), limit: 1 << 20)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Who has to look at what: as the protected side has it, or `revision`. Where neither has a plan, as the one that is
  /// checked out has it.
  package func reviewPolicy(at revision: String?) throws(Failure) -> Policy {
    var findings: [Finding] = []
    let policy = try reviewPlan(at: revision).policy(&findings)
    if let finding = findings.first(where: { $0.severity == .error }) { throw Failure(.brokenFile(finding)) }
    return policy
  }

  private func reviewPlan(at revision: String?) throws(Failure) -> PlanReader {
    if let revision {
      let reader = try plan(of: try commit(revision))
      guard reader.tree.hasPlan() else { throw Failure(.noPlan) }
      return reader
    }
    guard let head = try git({ () throws(GitError) in try repository.head().commit }),
      let main = try mainBranch(seenFrom: head, remote: "origin")
    else { return try plan() }
    let reader = try plan(of: main.commit)
    return reader.tree.hasPlan() ? reader : try plan()
  }
}

extension RequiredReview {
  fileprivate func isAbout(_ change: FileChange) -> Bool {
    [change.path, change.oldPath].compactMap(\.self).contains { file in
      guard let item else { return file == Policy.file }
      return file.hasPrefix(".handoff/\(item.kind.folder)/\(item)")
    }
  }
}
