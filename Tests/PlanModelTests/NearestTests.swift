import PlanModel
import Testing

@Suite("The word that was meant")
struct NearestTests {
  @Test(
    "the nearest candidate is at most a third of the word away",
    arguments: [
      ("changd", "changed"), ("hcanged", "changed"), ("chanegd", "changed"), ("sing-off", "sign-off"), ("tset", "test"),
      ("tes", "test"), ("run", nil), ("xyzzy", nil), ("", nil), ("t", nil), ("contians", "contains"), ("TEST", nil),
    ])
  func suggestion(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["changed", "sign-off", "test", "run", "contains"]) == expected)
  }

  @Test("the first of those equally near is taken")
  func tie() {
    #expect(nearest(to: "cat", among: ["car", "can"]) == "car")
    #expect(nearest(to: "abcdef", among: ["abcxyf", "abcdeg"]) == "abcdeg")
  }

  @Test("no candidates, and the word itself alone, give nothing")
  func none() {
    #expect(nearest(to: "a", among: []) == nil)
    #expect(nearest(to: "test", among: ["test"]) == nil)
  }

  @Test("distances are those of a plain recursion, and nil above the limit", arguments: 1...8 as ClosedRange<UInt64>)
  func reference(seed: UInt64) {
    var state = seed
    func word() -> [UInt8] {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = Int(state >> 60 & 7)
      return (0..<length).map { place -> UInt8 in
        let digit: UInt64 = (state >> UInt64(8 + 3 * place)) % 3
        return UInt8(97 + digit)
      }
    }
    for _ in 0..<120 {
      let (left, right) = (word(), word())
      let expected = plainDistance(left[...], right[...])
      for limit in -1...7 {
        let found = editDistance(left, right, limit: limit)
        #expect(found == (expected <= limit ? expected : nil), "\(left) \(right) within \(limit)")
      }
    }
  }

  /// Optimal string alignment by its definition, from the ends.
  private func plainDistance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let last = left.last, let otherLast = right.last else { return max(left.count, right.count) }
    if last == otherLast, left.count + right.count > 9 { return plainDistance(left.dropLast(), right.dropLast()) }
    var best = plainDistance(left.dropLast(), right.dropLast()) + (last == otherLast ? 0 : 1)
    best = min(best, plainDistance(left.dropLast(), right) + 1, plainDistance(left, right.dropLast()) + 1)
    if left.count > 1, right.count > 1, last == right.dropLast().last, otherLast == left.dropLast().last {
      best = min(best, plainDistance(left.dropLast(2), right.dropLast(2)) + 1)
    }
    return best
  }
}
