import PlanModel

extension FindingWording {
  /// What does not belong into a plan, by its beginning alone: messages are logged.
  static func words(_ problem: PrivacyProblem) -> FindingWording {
    switch problem {
    case .secret(let beginning, let inSource):
      FindingWording(
        "this looks like a secret: \(Phrase.quoted(beginning + "…"))",
        fix: inSource
          ? "have it revoked where it is valid, and take the source in again without it"
          : "have it revoked where it is valid, and take it out of this file")
    case .personalData(let kind, let beginning, let inSource):
      FindingWording(
        "this looks like \(name(of: kind)): \(Phrase.quoted(beginning + "…"))",
        fix: inSource
          ? "list '\(kind)' under 'redact' in handoff.yml, and take the source in again"
          : "write [\(kind)-1] in its place")
    }
  }

  private static func name(of kind: String) -> String {
    switch SensitiveKind(rawValue: kind) {
    case .email: "a mail address"
    case .phone: "a telephone number"
    case .card: "a payment card"
    case .iban: "a bank account"
    case .ip: "an internet address"
    case .secret: "a secret"
    case nil: "a \(kind)"
    }
  }
}
