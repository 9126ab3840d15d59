import PlanModel
import Testing

@Suite("Demand") struct DemandTests {
  private func source(
    _ id: String, _ statements: [Statement], format: SourceFormat = .mail, reach: Int = 1, received: String? = nil,
    segments: [String] = []
  ) throws -> Source {
    Source(
      id: try Sample.id(id), title: "", file: "", format: format, revisions: [], received: received,
      people: [Person(name: "Ann Lee", address: "ann@example.com"), Person(name: "Ann", address: "ann@example.com")],
      reach: reach, segments: segments, statements: StatementList(statements))
  }

  private func demand(
    _ citations: [String], _ sources: [Source], settings: RoadmapSettings = RoadmapSettings(),
    colleagues: [String] = [], label: (ID<Source>, Int) -> Label? = { _, _ in nil }
  ) throws -> Demand {
    let cited = CitedLines(try citations.map { try #require(Citation($0)) })
    return Demand(
      cited, sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) }),
      voices: Voices(sources, colleagues: colleagues), settings: settings, label: label)
  }

  @Test("people are counted once, however often and wherever they say it")
  func people() throws {
    let said = [Statement(turn: 1, speaker: "Ann Lee", text: "a"), Statement(turn: 1, speaker: "Ann Lee", text: "b")]
    let again = [Statement(turn: 1, time: "2026-03-04T10:00:00Z", speaker: "Ann", text: "c")]
    let sources = [try source("so-00000001", said, received: "2026-03-01"), try source("so-00000002", again)]
    let demand = try demand(["so-00000001#L1-L2", "so-00000001#L2", "so-00000002#L1"], sources)
    #expect(demand.speakers.map(\.voice.key) == ["@ann@example.com"])
    #expect(demand.speakers[0].sources.count == 2)
    #expect(demand.lastHeard == Instant("2026-03-04T10:00:00Z"))
    #expect(demand.citations.map(\.description) == ["so-00000002#L1", "so-00000001#L1-L2"])
    #expect(demand.reach == 1)
  }

  @Test("a source stands for its reach once; of a table each row that is cited for its share")
  func reach() throws {
    let rows = (1...4).map { Statement(turn: $0, text: "row \($0)") }
    let mail = try source("so-00000001", [Statement(turn: 1, speaker: "Bo Ek", text: "a")], reach: 5)
    let votes = try source("so-00000002", rows, format: .table, reach: 40)
    let survey = try source("so-00000003", rows, format: .table, reach: 4)
    #expect(try demand(["so-00000001#L1"], [mail]).reach == 5)
    #expect(try demand(["so-00000002#L1-L2"], [votes]).reach == 20)
    #expect(try demand(["so-00000003#L1-L2"], [survey]).reach == 2)
  }

  @Test("colleagues are no demand, and lines that are not there count nothing")
  func colleagues() throws {
    let source = try source("so-00000001", [Statement(turn: 1, speaker: "Ann", text: "a")], reach: 9)
    let demand = try demand(["so-00000001#L1", "so-00000001#L7-L9"], [source], colleagues: ["ann@example.com"])
    #expect(demand.isEmpty && demand.colleagues == 1 && demand.reach == 0)
  }

  @Test("what nobody says is no further person beside those who are named, and one where only colleagues are")
  func unnamed() throws {
    let said = [
      Statement(turn: 1, text: "Summary"), Statement(turn: 2, speaker: "Bo Ek", text: "a"),
      Statement(turn: 3, speaker: "Ann", text: "b"),
    ]
    let call = try source("so-00000001", said, format: .text)
    #expect(try demand(["so-00000001#L1-L3"], [call]).speakers.map(\.voice.name) == ["Ann", "Bo Ek"])
    #expect(try demand(["so-00000001#L1"], [call]).speakers.count == 1)
    let ofColleague = try demand(["so-00000001#L1", "so-00000001#L3"], [call], colleagues: ["ann@example.com"])
    #expect(ofColleague.speakers.map(\.voice.name) == [""] && ofColleague.colleagues == 1)
  }

  @Test("a program that posts is nobody")
  func programs() throws {
    let said = [Statement(turn: 1, speaker: "Ann", text: "a"), Statement(turn: 2, speaker: "GitHub", text: "b")]
    var source = try source("so-00000001", said)
    source.people.append(Person(name: "GitHub", role: .program))
    let demand = try demand(["so-00000001#L1-L2"], [source])
    #expect(demand.speakers.map(\.voice.name) == ["Ann"] && demand.colleagues == 0)
    #expect(try self.demand(["so-00000001#L2"], [source]).isEmpty)
  }

  @Test("of what somebody says the gravest counts, and of their segments the heaviest")
  func gravest() throws {
    let said = [Statement(turn: 1, speaker: "Ann", text: "a"), Statement(turn: 1, speaker: "Ann", text: "b")]
    var settings = RoadmapSettings()
    settings.segments = ["enterprise": 3, "free": 0.5]
    let sources = [
      try source("so-00000001", said, segments: ["free"]),
      try source("so-00000002", said, segments: ["Enterprise", "x"]),
    ]
    let demand = try demand(["so-00000001#L1-L2", "so-00000002#L1"], sources, settings: settings) { _, line in
      line == 1 ? .request : .problem
    }
    #expect(demand.speakers.map(\.label) == [.problem])
    #expect(demand.speakers.map(\.segment) == [SegmentWeight(segment: "enterprise", weight: 3)])
  }

  @Test(
    "days and times are read as sources state them, and those of recordings are none",
    arguments: [
      ("2026-03-04", 1_772_625_600), ("2026-03-04T10:00:00+01:00", 1_772_614_800),
      ("2026-03-04T10:00:00", 1_772_618_400),
      ("2026-03-04 10:00", 1_772_618_400), ("2026-03-04T10:00+01:00", 1_772_614_800),
      ("2026-03-04 10h", 1_772_625_600), ("00:01:09", nil), ("", nil), ("March", nil), ("2026-03-04x", nil),
    ] as [(String, Int?)])
  func times(text: String, seconds: Int?) {
    #expect(Instant(stated: text)?.seconds == seconds)
  }
}
