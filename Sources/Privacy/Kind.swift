/// A kind of data that does not belong into a plan.
package enum Kind: Hashable, Sendable {
  case email, phone, card, iban, ip, secret
  /// One that the project names itself, by a regular expression.
  case custom(String)

  /// The kinds that need no expression.
  package static let builtIn: [Kind] = [.email, .phone, .card, .iban, .ip, .secret]

  /// The word for it, in settings and in pseudonyms.
  package var name: String {
    switch self {
    case .email: "email"
    case .phone: "phone"
    case .card: "card"
    case .iban: "iban"
    case .ip: "ip"
    case .secret: "secret"
    case .custom(let name): name
    }
  }

  /// The kind that `name` means; nil when it is none that needs no expression.
  package init?(builtIn name: String) {
    guard let kind = Self.builtIn.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// How much is known of a match of this kind: of two that hold the same bytes, the higher one stands.
  var specificity: Int {
    switch self {
    case .secret: 6
    case .custom: 5
    case .iban: 4
    case .card: 3
    case .ip: 2
    case .email: 1
    case .phone: 0
    }
  }
}
