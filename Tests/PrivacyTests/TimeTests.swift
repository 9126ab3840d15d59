import Privacy
import TestKit
import Testing

/// Texts made to be slow to search take time in proportion to their size, as others do.
@Suite("Time of detection") struct TimeTests {
  static let units = [
    "a@", "a.", "@", "@@", "1 ", "1-", "0", "12.", "1:", ":", "::", "a::", "+1", "+49 ", "(1", "(", ")", "=", "a=",
    "password=", "token:", "://", "a://b:", "a://b:c", "eyJ", "eyJ.", "eyJ-", "eyJa.eyJa.", "sk-", "sk-a1", "-", "--",
    "-----",
    "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n", "[email-1", "[", "DE89 ", "4111 ", "4111", "é", "日",
    "\"@", "tel 1", "x@a.b.", "0171/", "ghp_", "xoxb-", "a_b-", "\"a", "SG.",
  ]

  @Test("the work grows with the text, not with its square", arguments: units)
  func linear(_ unit: String) throws {
    let small = try time(unit, bytes: 1 << 12)
    let large = try time(unit, bytes: 1 << 15)
    // Eight times the text; its square would take sixty-four times as long.
    #expect(large < small * 24 + 2_000_000, "\(small) \(large)")
  }

  /// In nanoseconds; the best of several, as a first run also warms the caches.
  private func time(_ unit: String, bytes: Int) throws -> Int {
    let text = Array(String(repeating: unit, count: bytes / unit.utf8.count).utf8)
    let detector = Detector(kinds: Set(Kind.builtIn))
    let times = try (0..<5).map { _ in try processorTime { _ = try detector.matches(in: text) } }
    return times.min() ?? 0
  }
}
