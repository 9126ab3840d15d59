/// Somebody who speaks in a source.
package struct Person: Hashable, Sendable {
  /// On which side of the conversation somebody is, as the material itself says.
  package enum Role: String, CaseIterable, Sendable {
    /// Who asks, and whom the product is for.
    case customer
    /// Who answers for the product: support, or the team.
    case agent
    /// A program that posts: nobody, though what it passes on somebody may have said.
    case program
  }

  package var name: String
  /// The address as the material gives it, when it does.
  package var address: String?
  /// Nil where the material does not say.
  package var role: Role?

  package init(name: String, address: String? = nil, role: Role? = nil) {
    self.name = name
    self.address = address
    self.role = role
  }
}
