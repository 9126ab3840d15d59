import PlanModel

/// The recorded acts about one criterion, in order, and what they come to today.
///
/// Only acts of people who are listed for the role that they name decide anything; among those, the latest does.
struct CriterionSignOffs {
  private let roles: Roles
  private let wording: String
  private let today: String
  /// Oldest first.
  private let all: [SignOff]
  private let members: [SignOff]

  /// `wording` is the fingerprint of the criterion as it is worded now; `today` is `YYYY-MM-DD`.
  init(_ signOffs: [SignOff], wording: String, roles: Roles, today: String) {
    self.roles = roles
    self.wording = wording
    self.today = today
    all = Self.inOrder(signOffs)
    members = all.filter { roles.has($0.by, in: $0.role) }
  }

  /// What a `sign-off` condition for `role` comes to.
  func evidence(for role: String, check: Condition.Check) -> Evidence {
    guard roles.hasMembers(role) else { return Evidence(.missing, .condition(check, .noOneInRole(role))) }
    if let last = decisions.last(where: { $0.role == role }) { return evidence(of: last) }
    if let stranger = all.last(where: { $0.role == role && $0.act != .waived }) {
      return Evidence(.missing, .signOff(stranger, .notInRole))
    }
    return Evidence(.missing, .condition(check, .noSignOff(role: role)))
  }

  /// The latest acceptance or rejection, in whatever role: all that can settle a criterion without conditions.
  var decision: Evidence? {
    if let last = decisions.last { return evidence(of: last) }
    return all.last { $0.act != .waived }.map { Evidence(.missing, .signOff($0, .notInRole)) }
  }

  /// The latest decision on this wording, if it is a rejection: it stands against the criterion, whatever conditions say.
  var rejection: Evidence? {
    guard let last = decisions.last(where: { $0.wording == wording }), last.act == .rejected else { return nil }
    return evidence(of: last)
  }

  /// The latest decision on this wording, if it is an acceptance.
  var acceptance: Evidence? {
    guard let last = decisions.last(where: { $0.wording == wording }), last.act == .accepted else { return nil }
    return evidence(of: last)
  }

  /// The latest waiver that counts, or else the latest, and what it is worth. One that a later act in its role, or any
  /// later rejection, has overtaken is no longer there.
  var waiver: (evidence: Evidence, counts: Bool)? {
    let standing = all.indices.filter { all[$0].act == .waived && !isOvertaken($0) }.map { all[$0] }
    let counting = standing.last { self.worth(ofWaiver: $0) == .counts }
    guard let waiver = counting ?? standing.last else { return nil }
    let worth = self.worth(ofWaiver: waiver)
    let outcome: Evidence.Outcome =
      switch worth {
      case .counts: .holds
      case .otherWording, .expired: .stale
      case .notInRole, .noReason: .missing
      }
    return (Evidence(outcome, .signOff(waiver, worth)), worth == .counts)
  }

  private func isOvertaken(_ index: Int) -> Bool {
    all[(index + 1)...].contains { later in
      roles.has(later.by, in: later.role) && (later.role == all[index].role || later.act == .rejected)
    }
  }

  private var decisions: [SignOff] { members.filter { $0.act != .waived } }

  private func evidence(of signOff: SignOff) -> Evidence {
    if signOff.wording != wording { return Evidence(.stale, .signOff(signOff, .otherWording)) }
    return Evidence(signOff.act == .accepted ? .holds : .fails, .signOff(signOff, .counts))
  }

  private func worth(ofWaiver waiver: SignOff) -> SignOffFact {
    if !roles.has(waiver.by, in: waiver.role) { return .notInRole }
    if waiver.wording != wording { return .otherWording }
    if waiver.reason?.allSatisfy(\.isWhitespace) ?? true { return .noReason }
    return isExpired(waiver) ? .expired : .counts
  }

  /// A waiver without an end holds until it is overtaken; one whose last day cannot be read is over.
  private func isExpired(_ waiver: SignOff) -> Bool {
    guard let expires = waiver.expires else { return false }
    guard let lastDay = CalendarDay(expires), let today = CalendarDay(today) else { return true }
    return lastDay < today
  }

  /// By moment, then by file, so that the order never depends on how files were listed. An act whose moment cannot be
  /// read is taken for older than all others.
  private static func inOrder(_ signOffs: [SignOff]) -> [SignOff] {
    let dated = signOffs.map { (signOff: $0, seconds: Instant($0.at)?.seconds ?? .min) }
    return dated.sorted { ($0.seconds, $0.signOff.file) < ($1.seconds, $1.signOff.file) }.map(\.signOff)
  }
}
