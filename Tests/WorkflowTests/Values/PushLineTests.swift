import Git
import TestKit
import Testing
import Workflow

@Suite("A line of pre-push") struct PushLineTests {
  private static let one = String(repeating: "1", count: 40)
  private static let zero = String(repeating: "0", count: 40)

  @Test("it is read from the right, as the local side may hold spaces")
  func spaces() throws {
    let line = try #require(PushLine("HEAD@{1 day ago} \(Self.one) refs/heads/main \(Self.zero)"))
    #expect(line.localRef == "HEAD@{1 day ago}")
    #expect(line.local.hex == Self.one)
    #expect(line.remoteRef == "refs/heads/main")
    #expect(line.remote.isZero)
  }

  @Test("ids of SHA-256 are ids")
  func sha256() {
    let id = String(repeating: "ab", count: 32)
    #expect(PushLine("refs/heads/x \(id) refs/heads/x \(id)")?.local.hex == id)
  }

  @Test("a deletion has no local object")
  func deletion() {
    #expect(PushLine("(delete) \(Self.zero) refs/heads/old \(Self.one)")?.local.isZero == true)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", " ", "a b c d", "refs/heads/x \(one) refs/heads/x", "refs/heads/x \(one) refs/heads/x \(one) ",
      "refs/heads/x \(one.dropLast()) refs/heads/x \(one)", "x \(one) \(one)",
      "x  \(one) refs/heads/x g\(one.dropLast())",
    ])
  func garbage(_ line: String) {
    #expect(PushLine(line) == nil)
  }
}
