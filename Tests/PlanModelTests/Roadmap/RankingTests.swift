@testable import PlanModel
import Testing

@Suite("Ranking") struct RankingTests {
  private let now = Instant(seconds: 1_704_067_200)

  private func speaker(
    _ name: String, _ label: Label?, daysAgo: Int?, segment: SegmentWeight? = nil
  ) -> Demand.Speaker {
    Demand.Speaker(
      voice: Voice(key: name, name: name, isColleague: false), sources: [], segment: segment, label: label,
      lastHeard: daysAgo.map { Instant(seconds: now.seconds - $0 * 86_400) })
  }

  private func candidate(
    _ id: String, _ speakers: [Demand.Speaker], others: Int = 0, priority: String? = nil, effort: Double? = nil,
    stories: [Story] = [], waiting: Int = 0
  ) throws -> Candidate {
    var intent = Intent(id: try Sample.id(id), title: id, file: "", priority: priority)
    intent.effort = effort
    var demand = Demand()
    demand.speakers = speakers
    demand.sources = [try Sample.id("so-7h3q2dkm")]
    if others > 0 {
      demand.others = [Demand.Others(source: try Sample.id("so-7h3q2dkm"), count: others, segment: nil, lastHeard: now)]
    }
    return Candidate(intent: intent, demand: demand, effort: Effort(of: intent, stories: stories), waiting: waiting)
  }

  private func rank(_ candidates: [Candidate], _ change: (inout RoadmapSettings) -> Void = { _ in }) -> Ranking {
    var settings = RoadmapSettings()
    change(&settings)
    return Ranking(candidates, by: settings, at: now)
  }

  @Test("by evidence, people count by what they tell of, and half after each half-life")
  func evidence() throws {
    let ranking = rank([
      try candidate("in-00000001", [speaker("a", .problem, daysAgo: 0), speaker("b", .request, daysAgo: 90)]),
      try candidate("in-00000002", [speaker("a", nil, daysAgo: nil)], others: 7, priority: "High"),
      try candidate("in-00000003", [speaker("a", .workaround, daysAgo: 180, segment: .init(segment: "x", weight: 3))]),
    ])
    #expect(ranking.ranked.map(\.candidate.intent.title) == ["in-00000002", "in-00000001", "in-00000003"])
    // Half of 1 for words without a day, the logarithm of 8, half as much again for the priority.
    #expect(ranking.ranked.map(\.score) == [5.25, 4, 2.25])
    #expect(ranking.ranked.map(\.rank) == [1, 2, 3])
  }

  @Test("weights and the half-life are the plan's to set")
  func weights() throws {
    let one = try candidate("in-00000001", [speaker("a", .problem, daysAgo: 10)], others: 3)
    let score = rank([one]) {
      $0.halfLife = 10
      $0.weights = [.problem: 5, .voices: 2, .reach: 0]
    }.ranked[0].score
    #expect(score == 5)
  }

  @Test("RICE is reach times impact times confidence, by effort")
  func rice() throws {
    let two = [speaker("a", .problem, daysAgo: 0), speaker("b", .request, daysAgo: 0)]
    let ranked = rank(
      [
        try candidate("in-00000001", two, others: 8, effort: 4),
        try candidate("in-00000002", [speaker("a", .praise, daysAgo: 0)], effort: 0.5),
      ]
    ) { $0.formula = .rice }.ranked
    #expect(
      ranked.map(\.parts) == [
        .rice(reach: 10, impact: 2, confidence: 0.8), .rice(reach: 1, impact: 0.5, confidence: 0.5),
      ])
    #expect(ranked.map(\.score) == [4, 0.5])
  }

  @Test("WSJF is relative: the greatest is 10, nothing is 1")
  func wsjf() throws {
    let ranked = rank(
      [
        try candidate("in-00000001", [speaker("a", .problem, daysAgo: 0)], effort: 2),
        try candidate("in-00000002", [speaker("a", nil, daysAgo: 90)], effort: 1, waiting: 2),
      ]
    ) { $0.formula = .wsjf }.ranked
    #expect(
      ranked.map(\.parts) == [
        .wsjf(value: 4, urgency: 2.5, risk: 10), .wsjf(value: 10, urgency: 10, risk: 1),
      ])
    #expect(ranked.map(\.score) == [16.5, 10.5])
  }

  @Test("intents of the same score stand by their ids, whatever order they come in")
  func ties() throws {
    let all = try ["in-00000003", "in-00000001", "in-00000002"].map {
      try candidate($0, [speaker("a", nil, daysAgo: 3)])
    }
    #expect(rank(all).ranked.map(\.candidate.intent.title) == ["in-00000001", "in-00000002", "in-00000003"])
    #expect(rank(all.reversed()).ranked.map(\.candidate.intent.title) == rank(all).ranked.map(\.candidate.intent.title))
  }

  @Test("what nobody is heard asking for has no rank")
  func unasked() throws {
    let ranking = rank([
      try candidate("in-00000001", []), try candidate("in-00000002", [speaker("a", nil, daysAgo: 1)]),
    ])
    #expect(ranking.unasked.map(\.intent.title) == ["in-00000001"])
    #expect(ranking.ranked.count == 1)
  }

  @Test("an effort is what somebody wrote, else counted from open stories and their criteria")
  func effort() throws {
    var intent = Intent(id: try Sample.id("in-00000001"), title: "", file: "")
    let story = try Sample.story()
    var bare = story
    bare.criteria = []
    var shipped = story
    shipped.status = .shipped
    #expect(Effort(of: intent, stories: []).value == 4)
    #expect(Effort(of: intent, stories: [shipped]).value == 1)
    let counted = Effort(of: intent, stories: [story, bare, shipped])
    #expect(counted.value == 6 && counted.openStories == 2 && counted.criteria == 1 && counted.shipped == 1)
    #expect(counted.origin == .estimate(written: 0))
    bare.effort = 8
    #expect(Effort(of: intent, stories: [story, bare]).value == 10)
    #expect(Effort(of: intent, stories: [bare]).origin == .stories)
    intent.effort = 3
    #expect(Effort(of: intent, stories: [bare]).value == 3)
  }
}
