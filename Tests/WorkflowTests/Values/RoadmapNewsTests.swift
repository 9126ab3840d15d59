@testable import PlanModel
import Testing

@testable import Workflow

@Suite("What is new on the roadmap") struct RoadmapNewsTests {
  private let now = Instant(seconds: 1_704_067_200)
  private let start = RoadmapStart(words: "monday", moment: Timestamp(seconds: 1_704_000_000), commit: nil)

  private func candidate(_ id: String, _ people: [String], lines: [ClosedRange<Int>] = []) throws -> Candidate {
    let source = try #require(ID<Source>("so-7h3q2dkm"))
    var demand = Demand()
    demand.speakers = people.map { name in
      Demand.Speaker(
        voice: Voice(key: name, name: name, isColleague: false), sources: [], segment: nil, label: .problem,
        lastHeard: now)
    }
    demand.citations = lines.map { Citation(source: source, lines: $0) }
    let intent = Intent(id: try #require(ID<Intent>(id)), title: id, file: "", priority: nil)
    return Candidate(intent: intent, demand: demand, effort: Effort(of: intent, stories: []), waiting: 0)
  }

  private func ranking(_ candidates: [Candidate]) -> Ranking { Ranking(candidates, by: RoadmapSettings(), at: now) }

  private func news(_ now: [Candidate], before: [Candidate]?) -> RoadmapNews {
    RoadmapNews(start, now: ranking(now), before: before.map(ranking), plan: Plan())
  }

  @Test("new voices are told once each, with the lines that were not there")
  func voices() throws {
    let news = news(
      [try candidate("in-00000001", ["ann", "ben", "eva"], lines: [2...6])],
      before: [try candidate("in-00000001", ["ann"], lines: [3...4])])
    let change = try #require(news.changes.first)
    #expect(news.changes.count == 1 && !change.isNew && change.voices == 2)
    #expect(change.statements.map(\.lines) == [2...2, 5...6])
    #expect(change.count == 3)
    #expect(change.before == 1 && change.after == 1)
  }

  @Test("what stays as it was is no news")
  func nothing() throws {
    let same = [try candidate("in-00000001", ["ann"], lines: [3...4])]
    #expect(news(same, before: same).changes.isEmpty)
  }

  @Test("what overtakes moves both; what is new and what is gone are told")
  func ranks() throws {
    let news = news(
      [
        try candidate("in-00000001", ["ann"], lines: [1...1]),
        try candidate("in-00000002", ["ben", "eva"], lines: [2...3]), try candidate("in-00000003", []),
      ],
      before: [
        try candidate("in-00000001", ["ann"], lines: [1...1]), try candidate("in-00000002", [], lines: [2...2]),
        try candidate("in-00000004", ["kim"], lines: [9...9]),
      ])
    #expect(news.changes.first?.title == "in-00000002")
    let second = try #require(news.changes.first { $0.title == "in-00000002" })
    #expect(second.voices == 2 && second.before == nil && second.after == 1)
    #expect(news.changes.first { $0.title == "in-00000003" }?.isNew == true)
    #expect(news.gone.map(\.title) == ["in-00000004"])
  }

  @Test("without a plan before, all of it is new")
  func beginning() throws {
    let news = news([try candidate("in-00000001", ["ann"], lines: [1...1])], before: nil)
    #expect(news.changes.map(\.isNew) == [true])
    #expect(news.gone.isEmpty)
  }
}
