/// How much of one report is taken in.
package enum ReportLimits {
  /// Larger files are refused, in bytes.
  package static let size = 64 << 20
  package static let cases = 500_000
  /// Values of one JSON document; each costs 16 bytes.
  package static let values = 8_000_000
  /// What is kept of a failure's message, in characters.
  package static let message = 1_000
  /// Elements, subtests and suites may be nested this deep.
  static let depth = 100
  /// What is kept of one attribute's value or run of text, in bytes.
  static let value = 4_096
}
