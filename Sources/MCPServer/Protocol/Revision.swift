/// A revision of the Model Context Protocol (<https://modelcontextprotocol.io/specification>), newest first.
package enum Revision: String, CaseIterable, Sendable {
  /// Stateless: every request says its revision, and there is no handshake.
  case stateless = "2026-07-28"
  case november2025 = "2025-11-25"
  case june2025 = "2025-06-18"
  case march2025 = "2025-03-26"
  case november2024 = "2024-11-05"

  /// What a handshake falls back to when it asks for a revision that is not known.
  static let newestWithHandshake = november2025

  var isStateless: Bool { self == .stateless }

  /// Several messages in one array are part of this revision alone.
  var hasBatches: Bool { self == .march2025 }
}
