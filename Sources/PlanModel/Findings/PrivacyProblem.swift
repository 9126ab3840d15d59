/// What a plan file holds and should not. Only the beginning of it is told, as findings are shown and logged.
package enum PrivacyProblem: Hashable, Sendable {
  /// A password, key or token.
  case secret(beginning: String, inSource: Bool)
  /// Data of one of the kinds that `redact` can name.
  case personalData(kind: String, beginning: String, inSource: Bool)

  var rule: Rule {
    switch self {
    case .secret: .secret
    case .personalData: .personalData
    }
  }
}
