import PlanFiles
import PlanModel
import Testing

@Suite("The roadmap setting") struct RoadmapReaderTests {
  private func read(_ text: String) -> ItemReading<Policy> { Policy.read(Array(text.utf8)) }

  @Test("formula, half-life, weights and segments are read")
  func whole() {
    let reading = read(
      "roadmap:\n  formula: wsjf\n  half-life: 6 months\n  weights: {problem: 2.5, reach: 0}\n  segments: {Enterprise: 3}\n"
    )
    var settings = RoadmapSettings()
    settings.formula = .wsjf
    settings.halfLife = 180
    settings.weights = [.problem: 2.5, .reach: 0]
    settings.segments = ["enterprise": 3]
    #expect(reading.findings == [])
    #expect(reading.item?.roadmap == settings)
    #expect(read("version: 1\n").item?.roadmap == RoadmapSettings())
    #expect(read("roadmap:\n").item?.roadmap == RoadmapSettings())
  }

  @Test(
    "a time is a number with days, weeks, months or years",
    arguments: [("45", 45), ("1 day", 1), ("2 Weeks", 14), ("1 year", 365)])
  func time(text: String, days: Int) {
    #expect(read("roadmap: {half-life: \(text)}\n").item?.roadmap.halfLife == days)
  }

  @Test(
    "what cannot be used is found at its line, and changes nothing",
    arguments: [
      ("roadmap: rice\n", 1), ("roadmap:\n  formula: ricer\n", 2), ("roadmap:\n  formla: rice\n", 2),
      ("roadmap:\n  half-life: 0 days\n", 2), ("roadmap:\n  half-life: soon\n", 2),
      ("roadmap:\n  half-life: 99999999999999999999 days\n", 2), ("roadmap:\n  weights: [1]\n", 2),
      ("roadmap:\n  weights: {problems: 1}\n", 2), ("roadmap:\n  weights: {problem: -1}\n", 2),
      ("roadmap:\n  segments:\n    enterprise: 1e9\n", 3), ("roadmap:\n  segments: {enterprise: nan}\n", 2),
    ])
  func wrong(text: String, line: Int) {
    let reading = read(text)
    #expect(reading.findings.map(\.line) == [line])
    #expect(reading.findings.allSatisfy { $0.severity == .error && $0.path == Policy.file })
    #expect(reading.item?.roadmap == RoadmapSettings())
  }

  @Test("an effort is a number above nothing")
  func effort() {
    #expect(Sample.read(fields: "effort: 2.5\n").item?.effort == 2.5)
    #expect(Sample.read(fields: "").item?.effort == nil)
    for wrong in ["0", "M", "-3", "0x10", "inf"] {
      #expect(Sample.read(fields: "effort: \(wrong)\n").item?.effort == nil)
      #expect(Sample.read(fields: "effort: \(wrong)\n").findings.map(\.line) == [4])
    }
  }
}
