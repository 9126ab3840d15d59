/// A kind of data that does not go into a plan, as `redact` of `handoff.yml` names it.
package enum Redaction: Hashable, Sendable {
  case kind(SensitiveKind)
  case custom(CustomRedaction)

  /// What it is called in settings, in pseudonyms and in findings.
  package var name: String {
    switch self {
    case .kind(let kind): kind.rawValue
    case .custom(let custom): custom.name
    }
  }
}

/// A kind of data that this program knows; the raw value is the word for it.
package enum SensitiveKind: String, CaseIterable, Sendable {
  case email, phone, card, iban, ip, secret
}

/// A kind of data that a project names itself.
package struct CustomRedaction: Hashable, Sendable {
  package var name: String
  /// A Perl-compatible regular expression.
  package var pattern: String
  /// Where the pattern stands in the settings file.
  package var line: Int
  package var column: Int

  package init(name: String, pattern: String, line: Int = 1, column: Int = 1) {
    self.name = name
    self.pattern = pattern
    self.line = line
    self.column = column
  }
}
