/// Who asks for an intent, as far as the plan shows.
package struct Demand: Sendable {
  /// Somebody who is heard.
  package struct Speaker: Sendable {
    package var voice: Voice
    /// The sources in which they are heard.
    package var sources: Set<ID<Source>>
    /// What is their heaviest segment.
    package var segment: SegmentWeight?
    /// What their words do, by the label that weighs most.
    package var label: Label?
    /// When they were last heard; nil where nobody knows.
    package var lastHeard: Instant?
  }

  /// What a source stands for beyond those who are heard in it.
  package struct Others: Sendable {
    package var source: ID<Source>
    package var count: Int
    package var segment: SegmentWeight?
    package var lastHeard: Instant?
  }

  /// By their keys; colleagues are not among them.
  package var speakers: [Speaker] = []
  /// How many colleagues are cited.
  package var colleagues = 0
  /// The sources in which somebody is heard, the latest first; nobody knows the day of the last ones.
  package var sources: [ID<Source>] = []
  package var others: [Others] = []
  /// In the order of the sources.
  package var citations: [Citation] = []

  package init() {}

  package var isEmpty: Bool { speakers.isEmpty }
  /// How many are heard or stood for.
  package var reach: Int { speakers.count + others.map(\.count).reduce(0, +) }
  package var lastHeard: Instant? { speakers.compactMap(\.lastHeard).max() }

  /// How many speakers tell of each kind of thing.
  package func count(of labels: Set<Label>) -> Int {
    speakers.count { $0.label.map(labels.contains) ?? false }
  }
}

extension Demand {
  /// - Parameters:
  ///   - sources: those that are cited, with their statements; a citation of what is not there counts nothing.
  ///   - label: what the statement with this number does.
  package init(
    _ cited: CitedLines, sources: [ID<Source>: Source], voices: Voices, settings: RoadmapSettings,
    label: (ID<Source>, Int) -> Label?
  ) {
    var heard: [String: Speaker] = [:]
    var times: [ID<Source>: Instant] = [:]
    for (id, stretches) in cited.sources {
      guard let source = sources[id] else { continue }
      let segment = settings.heaviest(of: source.segments)
      var own: [String: Voice] = [:]
      var last: Instant?
      let lines = Array(stretches.lazy.flatMap(source.statements.numbers))
      // What stands above a conversation or is written beside it, by nobody who is named, is no further person.
      let isNamed =
        !source.isTableOfVoices && lines.contains { voices.asksByName(source.statements[$0 - 1], in: source) }
      for line in lines {
        let statement = source.statements[line - 1]
        if isNamed, statement.speaker.isEmpty { continue }
        let voice = voices.voice(of: statement, in: source)
        if voice.isProgram { continue }
        own[voice.key] = voice
        if voice.isColleague {
          heard[voice.key] = heard[voice.key] ?? Speaker(voice: voice, sources: [id])
          continue
        }
        let time = Instant(stated: statement.time) ?? source.received.flatMap { Instant(stated: $0) }
        last = [last, time].compactMap(\.self).max()
        var speaker = heard[voice.key] ?? Speaker(voice: voice, sources: [])
        speaker.sources.insert(id)
        speaker.hear(label(id, line), at: time, settings)
        speaker.segment = [speaker.segment, segment].compactMap(\.self).max { $0.weight < $1.weight }
        heard[voice.key] = speaker
      }
      let customers = own.values.count { !$0.isColleague }
      guard customers > 0 else { continue }
      self.sources.append(id)
      times[id] = last
      let count = Self.others(in: source, besides: customers)
      if count > 0 { others.append(Others(source: id, count: count, segment: segment, lastHeard: last)) }
    }
    let all = heard.values.sorted { $0.voice < $1.voice }
    speakers = all.filter { !$0.voice.isColleague }
    colleagues = all.count - speakers.count
    self.sources.sort { Self.standsBefore(($0, times[$0]), ($1, times[$1])) }
    citations = cited.citations.filter { sources[$0.source] != nil }.sorted { left, right in
      if left.source == right.source { return left < right }
      return Self.standsBefore((left.source, times[left.source]), (right.source, times[right.source]))
    }
  }

  /// The latest first, then by their ids.
  private static func standsBefore(
    _ left: (id: ID<Source>, time: Instant?), _ right: (id: ID<Source>, time: Instant?)
  ) -> Bool {
    guard left.time != right.time else { return left.id < right.id }
    return (left.time?.seconds ?? .min) > (right.time?.seconds ?? .min)
  }

  /// A conversation stands for all whom it is about; of a table each row for its share of them.
  private static func others(in source: Source, besides heard: Int) -> Int {
    guard source.isTableOfVoices else { return max(0, source.reach - heard) }
    let rows = max(1, source.statements.last?.turn ?? 1)
    guard source.reach > rows else { return 0 }
    return Int((Double(heard) * Double(source.reach) / Double(rows)).rounded()) - heard
  }
}

extension Demand.Speaker {
  fileprivate init(voice: Voice, sources: Set<ID<Source>>) {
    self.init(voice: voice, sources: sources, segment: nil, label: nil, lastHeard: nil)
  }

  fileprivate mutating func hear(_ label: Label?, at time: Instant?, _ settings: RoadmapSettings) {
    if self.label == nil || settings.weight(of: label) > settings.weight(of: self.label) { self.label = label }
    lastHeard = [lastHeard, time].compactMap(\.self).max()
  }
}
