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
    var (small, large) = (Int.max, Int.max)
    // The best of several, as a first run warms the caches, and of many where other machines take the processor away: what
    // grows with the square does so every time.
    for round in 0..<100 where round < 5 || !isInProportion(small, large) {
      small = min(small, try time(unit, bytes: 1 << 12))
      large = min(large, try time(unit, bytes: 1 << 15))
    }
    #expect(isInProportion(small, large), "\(small) \(large)")
  }

  /// Eight times the text; its square would take sixty-four times as long.
  private func isInProportion(_ small: Int, _ large: Int) -> Bool { large < small * 24 + 2_000_000 }

  /// In nanoseconds.
  private func time(_ unit: String, bytes: Int) throws -> Int {
    let text = Array(String(repeating: unit, count: bytes / unit.utf8.count).utf8)
    let detector = Detector(kinds: Set(Kind.builtIn))
    return try processorTime { _ = try detector.matches(in: text) }
  }
}
