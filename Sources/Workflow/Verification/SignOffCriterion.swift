package import PlanModel
import FileSystem
import Git
import PlanFiles
import Verification

/// What a person says of a criterion.
package struct SignOffOptions: Sendable {
  package var act: SignOff.Act
  /// `st-9c4t8wq2` for all of its criteria, `st-9c4t8wq2/AC2` for one; the id may be a prefix.
  package var target: String
  package var role: String
  package var reason: String?
  /// The last day of a waiver, as `YYYY-MM-DD`.
  package var expires: String?
  /// Files to be kept with it.
  package var attachments: [String] = []

  package init(_ act: SignOff.Act, target: String, role: String) {
    self.act = act
    self.target = target
    self.role = role
  }
}

package struct SignOffOutcome: Sendable {
  package var story: ID<Story>
  package var title: String
  package var signOffs: [SignOff]
  /// The criteria that were signed, in the same order.
  package var criteria: [Criterion]
  /// Those of the story that were left out, as they ask for other roles.
  package var left: [Criterion] = []
  /// Those of the signed that the main branch has in other words, which a push of this branch is judged by.
  package var otherwiseAgreed: [CriterionID] = []
}

extension Workspace {
  /// Records that a person accepts, rejects or waives criteria as they are worded now: one new file for each.
  package func signOff(_ options: SignOffOptions) throws(Failure) -> SignOffOutcome {
    let parts = options.target.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let story = try item(id(parts.first ?? "", of: Story.self))
    let named = try Self.criteria(of: story, named: parts.count > 1 ? parts[1] : nil)
    try Self.refuseHidden(options.reason, in: "reason")
    let person = try identity()
    try checkRole(options.role, of: person)
    try checkTerms(options)
    var findings: [Finding] = []
    let said = try plan().signOffs(&findings).filter { $0.story == story.id }
    let criteria = named.filter { options.act != .accepted || $0.isAccepted(in: options.role, after: said) }
    if criteria.isEmpty, let first = named.first {
      let reference = CriterionReference(story: story.id, criterion: first.id)
      throw Failure(.roleNotAsked(reference, role: options.role, asked: first.askedRoles))
    }
    let head = try git { () throws(GitError) in try repository.head().commit?.hex }
    var change = try change()
    let attachments = try attach(options.attachments, to: story.id, &change)
    var outcome = SignOffOutcome(story: story.id, title: story.title, signOffs: [], criteria: criteria)
    outcome.left = named.filter { criterion in !criteria.contains { $0.id == criterion.id } }
    for criterion in criteria {
      var signOff = SignOff(
        story: story.id, criterion: criterion.id, act: options.act, role: options.role, by: person.display,
        at: moment(behind: said.filter { $0.criterion == criterion.id }).iso8601,
        wording: Fingerprint.wording(of: criterion), commit: head,
        reason: options.reason?.foldingWhiteSpace(), expires: options.expires,
        file: signOffPath(story.id, criterion.id, options.act))
      signOff.attachments = attachments
      change.put(Array(signOff.text.utf8), at: signOff.file, expecting: .absent)
      outcome.signOffs.append(signOff)
    }
    outcome.otherwiseAgreed = try agreedCriteria(of: story.id).filter { agreed in
      let wording = Fingerprint.wording(of: agreed)
      return outcome.signOffs.contains { $0.criterion == agreed.id && $0.wording != wording }
    }.map(\.id)
    try commit(change)
    return outcome
  }

  /// The story's criteria where HEAD left the main branch; none where there is nothing that was agreed on.
  private func agreedCriteria(of story: ID<Story>) throws(Failure) -> [Criterion] {
    guard try git({ () throws(GitError) in try repository.head().commit }) != nil else { return [] }
    let rulebook = try rulebook(of: range(nil))
    return try tree { () throws(PlanTreeError) in try rulebook.entry(story).protected?.criteria ?? [] }
  }

  /// Now; a second behind the last word on a criterion where the clock does not say that this one came later, as the latest
  /// decides.
  private func moment(behind signOffs: [SignOff]) -> Timestamp {
    let now = surroundings.clock()
    let last = signOffs.compactMap { Instant($0.at)?.seconds }.max().map(Int64.init) ?? .min
    // Years ahead a clock was wrong, and all that would come later would be wrong with it.
    let isNear = last < now.seconds + 86_400
    return last >= now.seconds && isNear ? Timestamp(seconds: last + 1, offset: now.offset) : now
  }

  private static func criteria(of story: Story, named name: String?) throws(Failure) -> [Criterion] {
    guard let name else {
      if story.criteria.isEmpty {
        throw Failure(.unknownCriterion(CriterionReference(story: story.id, criterion: CriterionID(1)), known: []))
      }
      return story.criteria
    }
    guard let id = CriterionID(name.uppercased()) else {
      throw Failure(.invalidValue(field: "criterion", value: name, expected: "an id such as AC1"))
    }
    guard let criterion = story.criterion(id) else {
      let reference = CriterionReference(story: story.id, criterion: id)
      throw Failure(.unknownCriterion(reference, known: story.criteria.map(\.id)))
    }
    let all = story.criteria.filter { $0.id == id }
    if all.count > 1 {
      let reference = CriterionReference(story: story.id, criterion: id)
      throw Failure(.doubled(reference.description, path: story.file, lines: all.map(\.line)))
    }
    return [criterion]
  }

  private func checkRole(_ role: String, of person: Identity) throws(Failure) {
    var findings: [Finding] = []
    let roles = try plan().policy(&findings).roles
    guard Roles(roles).has(person.display, in: role) else {
      let known = roles[role] == nil ? roles.keys.sorted() : []
      let hint = nearest(to: role, among: known).map { Failure.Hint.didYouMean($0) }
      throw Failure(
        .notInRole(address: person.address, role: role, members: roles[role] ?? []), hints: [hint].compactMap(\.self))
    }
  }

  /// A name that two clones do not both choose: `AC2-accepted-5kq.yml`.
  private func signOffPath(_ story: ID<Story>, _ criterion: CriterionID, _ act: SignOff.Act) -> String {
    var generator = RandomIDs(next: surroundings.randomness)
    let suffix = ItemID.random(.story, using: &generator).suffix.suffix(3)
    return ".handoff/sign-offs/\(story)/\(criterion)-\(act.rawValue)-\(suffix).yml"
  }

  /// Copies files to where the plan keeps them, under the hash of what is in them, so that a file is kept once.
  private func attach(
    _ files: [String], to story: ID<Story>, _ change: inout Change
  ) throws(Failure) -> [Attachment] {
    guard !files.isEmpty else { return [] }
    var findings: [Finding] = []
    let limit = try plan().policy(&findings).attachmentLimit
    var attachments: [Attachment] = []
    for file in files {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try FileSystem.read(surroundings.absolute(file), limit: limit)
      } catch {
        if case .tooLarge(_, let bytes, let limit) = error {
          throw Failure(.attachmentTooLarge(file, bytes: bytes, limit: limit))
        }
        throw Failure(.file(error))
      }
      let sha256 = Fingerprint.sha256(bytes)
      let path = "\(Attachment.folder)/\(story)/\(sha256.prefix(12))-\(Self.attachmentName(file))"
      change.put(bytes, at: path)
      attachments.append(Attachment(path: path, sha256: sha256))
    }
    return attachments
  }

  /// The file's own name in small ASCII words, and its ending: `settings-page.png`.
  private static func attachmentName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let ending = name[dot...].dropFirst().lowercased()
    let isPlain =
      (1...8).contains(ending.utf8.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let words = slug(of: String(name[..<dot]))
    return (words.isEmpty ? "file" : words) + (isPlain ? "." + ending : "")
  }

  /// A reason says something, and a waiver ends on a day that is still to come.
  private func checkTerms(_ options: SignOffOptions) throws(Failure) {
    if options.act != .accepted, options.reason?.foldingWhiteSpace().isEmpty ?? true {
      throw Failure(.invalidValue(field: "reason", value: options.reason ?? "", expected: "a few words"))
    }
    guard let expires = options.expires else { return }
    guard Timestamp.isDate(expires), expires >= surroundings.clock().date else {
      throw Failure(.invalidValue(field: "expiry", value: expires, expected: "today or a day to come, as 2026-12-31"))
    }
  }
}

extension Criterion {
  fileprivate func isAccepted(in role: String, after said: [SignOff]) -> Bool {
    let wording = Fingerprint.wording(of: self)
    let rejections = said.filter { $0.criterion == id && $0.act == .rejected && $0.wording == wording }
    return isAccepted(in: role, rejecting: Set(rejections.map(\.role)))
  }
}
