package import PlanModel

extension Source {
  /// On which side those who speak are, by their names, where the material says so.
  package var roles: [String: Person.Role] {
    Dictionary(people.compactMap { person in person.role.map { (person.name, $0) } }) { first, _ in first }
  }
}
