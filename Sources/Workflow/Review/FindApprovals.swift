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

  package var isMissing: Bool { by.isEmpty }
}

extension Workspace {
  /// The trailer by which somebody says so, as other projects have it.
  package static let reviewKey = "Reviewed-by"

  /// What the protected side's rules ask for, and who did it: the author of the last commit that changes the item, a
  /// `Reviewed-by` trailer in that commit or a later one, or acceptance of each changed criterion as it is worded now.
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
      if let last { people.append(commits[last].author.display) }
      for commit in commits.suffix(from: last ?? commits.startIndex) { people += Self.reviewers(commit.message) }
      people += message.map(Self.reviewers) ?? []
      var seen: Set<String> = []
      var by = people.filter { person in required.rule.by.contains { roles.has(person, in: $0) } }
      if by.isEmpty { by = Self.acceptance(of: required, plan, roles) }
      return Approval(
        required: required, by: by.filter { seen.insert($0).inserted },
        people: Set(required.rule.by.flatMap(roles.members)).sorted())
    }
  }

  private static func reviewers(_ message: String) -> [String] {
    Trailers.parse(message).filter { $0.isKeyed(reviewKey) }.map(\.value)
  }

  /// Who accepted all criteria that are changed, as they are worded now.
  private static func acceptance(of required: RequiredReview, _ plan: Plan, _ roles: Roles) -> [String] {
    guard let id = required.item.flatMap({ ID<Story>($0) }), let story = plan.story(id) else { return [] }
    var people: [String] = []
    for change in required.changes {
      guard let criterion = story.criteria.first(where: { $0.id == change.criterion }) else { return [] }
      let wording = Fingerprint.wording(of: criterion)
      let act = plan.signOffs.first { act in
        act.story == id && act.criterion == criterion.id && act.act == .accepted && act.wording == wording
          && required.rule.by.contains(act.role) && roles.has(act.by, in: act.role)
      }
      guard let act else { return [] }
      people.append(act.by)
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

  /// Who has to look at what, as the plan that is checked out has it.
  package func reviewPolicy() throws(Failure) -> Policy {
    var findings: [Finding] = []
    let policy = try plan().policy(&findings)
    if let finding = findings.first(where: { $0.severity == .error }) { throw Failure(.brokenFile(finding)) }
    return policy
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
