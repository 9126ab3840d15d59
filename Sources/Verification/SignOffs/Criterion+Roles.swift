package import PlanModel

extension Criterion {
  /// The roles that its conditions ask for, in their order; an acceptance in another one settles nothing.
  package var askedRoles: [String] {
    var roles: [String] = []
    for condition in conditions {
      if case .signOff(let role) = condition.check, !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// Whether an acceptance in that role bears on it: the role is asked for, or none is, or it takes that role's rejection back.
  ///
  /// - Parameter rejecting: the roles in which this wording stands rejected.
  package func isAccepted(in role: String, rejecting: Set<String>) -> Bool {
    let asked = askedRoles
    return asked.isEmpty || asked.contains(role) || rejecting.contains(role)
  }

  /// Whether an acceptance in that role can change the verdict: of a criterion whose conditions ask for no role it can only
  /// take back a rejection, and is shown beside them otherwise.
  ///
  /// - Parameter rejecting: the roles in which this wording stands rejected.
  package func isSettled(byAcceptanceIn role: String, rejecting: Set<String>) -> Bool {
    conditions.isEmpty || askedRoles.contains(role) || rejecting.contains(role)
  }
}
