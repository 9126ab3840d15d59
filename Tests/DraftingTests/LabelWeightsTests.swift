import Drafting
import PlanModel
import Testing

@Suite("Weights of labels") struct LabelWeightsTests {
  @Test("what was written is read again")
  func roundTrip() throws {
    var weights = LabelWeights(bits: 4)
    weights.rows[3][2] = -7
    weights.perLabel[1].threshold = 0.25
    weights.perLabel[9].offset = -3
    let read = try #require(weights.bytes.withUnsafeBytes { LabelWeights($0) })
    #expect(read.bytes == weights.bytes)
    #expect(read.rows[3][2] == -7 && read.perLabel[1].threshold == 0.25 && read.perLabel[9].offset == -3)
  }

  @Test("a file that is cut, too long or of another format is refused")
  func refused() {
    let bytes = LabelWeights(bits: 4).bytes
    #expect(bytes.dropLast().withUnsafeBytes { LabelWeights($0) } == nil)
    #expect((bytes + [0]).withUnsafeBytes { LabelWeights($0) } == nil)
    #expect(([0] + bytes.dropFirst()).withUnsafeBytes { LabelWeights($0) } == nil)
    #expect([UInt8]().withUnsafeBytes { LabelWeights($0) } == nil)
    for count in 0..<bytes.count { #expect(bytes.prefix(count).withUnsafeBytes { LabelWeights($0) } == nil) }
  }

  @Test("the weights that are built in were learned: every label has some that speak for and some against it")
  func builtIn() {
    for index in Label.allCases.indices {
      #expect(LabelWeights.builtIn.rows.contains { $0[index] > 20 }, "\(Label.allCases[index])")
      #expect(LabelWeights.builtIn.rows.contains { $0[index] < -20 }, "\(Label.allCases[index])")
    }
  }

  @Test("nothing clear enough is unsure")
  func unsure() {
    var weights = LabelWeights(bits: 4)
    #expect(weights.classification(.zero).label != nil)
    for index in weights.perLabel.indices { weights.perLabel[index].threshold = 0.6 }
    #expect(weights.classification(.zero).label == nil)
  }
}
