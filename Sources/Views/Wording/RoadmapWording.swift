import Git
import PlanModel
import Workflow

/// Why an intent stands where it stands, in words that can be said aloud.
package enum RoadmapWording {
  /// `4 people in 3 sources, who stand for 12; last heard 6 days ago; 2 tell of a problem, 1 asks for something`
  static func heard(_ demand: Demand, at moment: Timestamp) -> String {
    var words = people(demand.speakers.count, sources: demand.sources.count)
    if demand.reach > demand.speakers.count {
      words += ", who \(demand.speakers.count == 1 ? "stands" : "stand") for \(demand.reach)"
    }
    var parts = [words]
    if let last = demand.lastHeard {
      parts.append("last heard \(ago(last, moment))")
    } else {
      parts.append("nobody knows when")
    }
    let hurt = demand.count(of: [.problem, .workaround])
    let asking = demand.count(of: [.request, .constraint])
    let said = [
      hurt > 0 ? "\(hurt) \(hurt == 1 ? "tells" : "tell") of a problem" : nil,
      asking > 0 ? "\(asking) \(asking == 1 ? "asks" : "ask") for something" : nil,
    ].compactMap(\.self)
    if !said.isEmpty { parts.append(said.joined(separator: ", ")) }
    let segments = segments(of: demand)
    if !segments.isEmpty { parts.append(segments) }
    if demand.colleagues > 0 { parts.append("\(Phrase.count(demand.colleagues, "colleague")) not counted") }
    return parts.joined(separator: "; ")
  }

  /// `4 people in 3 sources`
  static func people(_ count: Int, sources: Int) -> String {
    "\(Phrase.count(count, "person", "people")) in \(Phrase.count(sources, "source"))"
  }

  /// `2 of enterprise (×3)`
  private static func segments(of demand: Demand) -> String {
    let known = Dictionary(grouping: demand.speakers.compactMap(\.segment)) { $0 }
    let ordered = known.keys.sorted { ($1.weight, $0.segment) < ($0.weight, $1.segment) }
    return ordered.isEmpty
      ? "" : Phrase.list(ordered.map { "\(known[$0]?.count ?? 0) of \($0.segment) (×\(figure($0.weight)))" })
  }

  /// `score 12.4 = (7.1 for those heard + 1.2 for those they stand for) × 1.5 (priority high)`
  static func formula(_ ranked: RankedIntent) -> String {
    let candidate = ranked.candidate
    let score = figure(ranked.score)
    let effort = figure(candidate.effort.value)
    switch ranked.parts {
    case .evidence(let voices, let reach, let factor):
      let heard = "\(figure(voices)) for those heard\(faded(voices, candidate.demand))"
      let sum = reach > 0 ? "\(heard) + \(figure(reach)) for those they stand for" : heard
      guard factor != 1 else { return "\(score) = \(sum)" }
      return "\(score) = \(reach > 0 ? "(\(sum))" : sum) × \(hundredths(factor)) for priority \(priority(candidate))"
    case .rice(let reach, let impact, let confidence):
      let why = candidate.priority == nil ? "" : " (priority \(priority(candidate)))"
      let share = Int((confidence * 100).rounded())
      return
        "\(score) = reach \(figure(reach)) × impact \(hundredths(impact))\(why) × confidence \(share) % / effort \(effort)"
    case .wsjf(let value, let urgency, let risk):
      return "\(score) = (value \(figure(value)) + urgency \(figure(urgency)) + risk \(figure(risk))) / size \(effort)"
    }
  }

  /// How little voices count that were heard long ago: ` (1 person, who counts 1 %)`.
  private static func faded(_ voices: Double, _ demand: Demand) -> String {
    let people = demand.speakers.count
    guard people > 0, voices < Double(people) / 2, !demand.speakers.contains(where: { $0.segment != nil }) else {
      return ""
    }
    let share = max(1, Int((voices / Double(people) * 100).rounded()))
    return " (\(Phrase.count(people, "person", "people")), long ago: counts \(share) %)"
  }

  private static func priority(_ candidate: Candidate) -> String { candidate.intent.priority ?? "" }

  /// `effort 6, estimated from 2 open stories with 4 criteria`
  static func effort(_ effort: Effort) -> String {
    let stories = Phrase.count(effort.openStories, "open story", "open stories")
    let value = "effort \(figure(effort.value))"
    let shipped = effort.shipped > 0 ? "; \(effort.shipped) shipped" : ""
    switch effort.origin {
    case .intent: return "\(value), as its file says\(shipped)"
    case .stories: return "\(value), as its \(stories) \(effort.openStories == 1 ? "says" : "say")\(shipped)"
    case .estimate where effort.openStories == 0 && effort.shipped > 0: return "\(value), no story is open\(shipped)"
    case .estimate where effort.openStories == 0: return "\(value), a guess: there is no story yet"
    case .estimate(let written):
      let own = written > 0 ? ", \(written) with an effort of \(written == 1 ? "its" : "their") own" : ""
      return
        "\(value), estimated from \(stories) with \(Phrase.count(effort.criteria, "criterion", "criteria"))\(own)\(shipped)"
    }
  }

  /// A priority that is none of the known words counts for nothing, which is said.
  static func unknownPriority(_ candidate: Candidate) -> String? {
    guard let priority = candidate.intent.priority, candidate.priority == nil else { return nil }
    return "priority \(Phrase.quoted(priority)) is not known, and not counted"
  }

  static func ago(_ time: Instant, _ moment: Timestamp) -> String {
    // As calendars count: what was said late last evening was yesterday.
    let days = [Int(moment.seconds), time.seconds].map { seconds in
      Int((Double(seconds + moment.offset * 60) / 86_400).rounded(.down))
    }
    let past = days[0] - days[1]
    switch past {
    case ..<1: return "today"
    case 1: return "yesterday"
    case ..<60: return "\(past) days ago"
    case ..<730: return "\(past / 30) months ago"
    default: return "\(past / 365) years ago"
    }
  }

  // MARK: news

  /// `4 voices, 6 statements; up from 3 to 1`
  static func words(_ news: IntentNews) -> String {
    var parts: [String] = []
    if news.isNew { parts.append(news.after.map { "new, at \($0)" } ?? "new, nobody asks for it") }
    if news.voices > 0 { parts.append(Phrase.count(news.voices, "new voice")) }
    if news.count > 0 { parts.append(Phrase.count(news.count, "new statement")) }
    if !news.isNew, news.before != news.after {
      switch (news.before, news.after) {
      case (let before?, let after?): parts.append("\(after < before ? "up" : "down") from \(before) to \(after)")
      case (nil, let after?): parts.append("asked for now, at \(after)")
      case (let before?, nil): parts.append("was at \(before)")
      case (nil, nil): break
      }
    }
    return parts.joined(separator: ", ")
  }

  /// `monday (2026-11-16)`
  static func words(_ start: RoadmapStart) -> String {
    let commit = start.commit.map { ", commit \($0.short)" } ?? ", before the first commit"
    return "\(start.words) (\(start.moment.date)\(commit))"
  }

  // MARK: numbers

  /// One digit behind the point, and none where it is 0; two of what is below 1: `12.4`, `3`, `0.07`.
  package static func figure(_ value: Double) -> String {
    guard value < 1e15 else { return "\(value)" }
    if value < 1 { return hundredths(value) }
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Two digits where they are needed: `0.75`, `1.5`.
  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    if hundredths % 100 == 0 { return "\(hundredths / 100)" }
    if hundredths % 10 == 0 { return "\(hundredths / 100).\(hundredths % 100 / 10)" }
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
