import Foundation
import Testing
import Workflow

@Suite("Timestamp") struct TimestampTests {
  @Test("it is written as Foundation writes it, before 1970 and with any offset")
  func oracle() {
    var random = SplitMix(seed: 5)
    for _ in 0..<2_000 {
      // From 1600, after the Gregorian calendar began, to the end of 9998.
      let seconds = Int64.random(in: -11_676_096_000...253_370_000_000, using: &random)
      expectSame(seconds, offset: .random(in: -14 * 60...14 * 60, using: &random))
    }
  }

  @Test(
    "leap days, ends of years and the days around them",
    arguments: [
      951_782_400, 951_868_800, 1_709_164_800, 1_709_251_199, 4_107_456_000, 4_107_542_400, -2_203_891_200, 0, -1,
      -86_400, 1_704_067_199, 1_704_067_200,
    ])
  func edges(_ seconds: Int64) {
    for offset in [0, 60, -60, 330, -720, 840, -1, 1] { expectSame(seconds, offset: offset) }
  }

  @Test("the date is the local one")
  func localDate() {
    #expect(Timestamp(seconds: 1_704_067_199, offset: 0).date == "2023-12-31")
    #expect(Timestamp(seconds: 1_704_067_199, offset: 60).date == "2024-01-01")
    #expect(Timestamp(seconds: 1_704_067_200, offset: -60).iso8601 == "2023-12-31T23:00:00-01:00")
  }

  private func expectSame(_ seconds: Int64, offset: Int, sourceLocation: SourceLocation = #_sourceLocation) {
    let formatter = ISO8601DateFormatter()
    formatter.timeZone = TimeZone(secondsFromGMT: offset * 60)
    let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
    let timestamp = Timestamp(seconds: seconds, offset: offset)
    #expect(timestamp.iso8601 == expected, sourceLocation: sourceLocation)
    #expect(timestamp.date == String(expected.prefix(10)), sourceLocation: sourceLocation)
  }
}
