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
}
