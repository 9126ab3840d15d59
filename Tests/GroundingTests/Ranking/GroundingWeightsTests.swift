import Testing

@testable import Grounding

@Suite("Weights") struct GroundingWeightsTests {
  @Test("the weights that are built in are those of these columns")
  func builtIn() {
    #expect(!GroundingWeights.builtIn.files.members.isEmpty)
    #expect(GroundingWeights.builtIn.files.members[0].mean.count == Column.allCases.count)
  }

  @Test("what is written is read again")
  func roundTrip() throws {
    let bytes = GroundingWeights.builtIn.bytes
    let again = try #require(bytes.withUnsafeBytes { GroundingWeights($0) })
    #expect(again == GroundingWeights.builtIn)
  }

  @Test("what was cut short, or has other columns, is refused")
  func refused() {
    var bytes = GroundingWeights.builtIn.bytes
    #expect(bytes.dropLast().withUnsafeBytes { GroundingWeights($0) } == nil)
    bytes[4] += 1
    #expect(bytes.withUnsafeBytes { GroundingWeights($0) } == nil)
    #expect([UInt8]().withUnsafeBytes { GroundingWeights($0) } == nil)
  }

  @Test("a member is linear with hidden units beside, and bounded")
  func score() {
    var member = Network.Member(mean: [1, 0], deviation: [2, 1], hidden: 1)
    member.direct = [3, 0]
    #expect(member.score([3, 9]) == 3)
    #expect(member.score([1000, 0]) == 18)
    member.inner = [0, 1]
    member.outer = [2]
    #expect(abs(member.score([1, 100]) - 2) < 0.001)
  }
}
