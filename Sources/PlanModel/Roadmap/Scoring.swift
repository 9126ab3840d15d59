/// The formulas of docs/reference/roadmap.md.
struct Scoring {
  private let settings: RoadmapSettings
  private let moment: Instant

  init(_ settings: RoadmapSettings, _ moment: Instant) {
    self.settings = settings
    self.moment = moment
  }

  func parts(of candidates: [Candidate]) -> [ScoreParts] {
    switch settings.formula {
    case .evidence: candidates.map(evidence)
    case .rice: candidates.map(rice)
    case .wsjf: wsjf(candidates)
    }
  }

  // MARK: what the formulas are made of

  /// What is left of words of `time`: half after each half-life.
  private func recency(_ time: Instant?) -> Double {
    guard let time else { return settings.weight(of: .undated) }
    let days = Double(max(0, moment.seconds - time.seconds)) / 86_400
    return SteadyMath.halved(days / Double(settings.halfLife))
  }

  private func voices(_ demand: Demand, fading: Bool) -> Double {
    demand.speakers.reduce(0) { sum, speaker in
      let weight = (speaker.segment?.weight ?? 1) * settings.weight(of: speaker.label)
      return sum + weight * (fading ? recency(speaker.lastHeard) : 1)
    }
  }

  private func others(_ demand: Demand, fading: Bool) -> Double {
    demand.others.reduce(0) { sum, others in
      sum + Double(others.count) * (others.segment?.weight ?? 1) * (fading ? recency(others.lastHeard) : 1)
    }
  }

  // MARK: the formulas

  private func evidence(_ candidate: Candidate) -> ScoreParts {
    let demand = candidate.demand
    return .evidence(
      voices: settings.weight(of: .voices) * voices(demand, fading: true),
      reach: settings.weight(of: .reach) * SteadyMath.log2(1 + others(demand, fading: true)),
      priority: candidate.priority?.factor ?? 1)
  }

  private func rice(_ candidate: Candidate) -> ScoreParts {
    let demand = candidate.demand
    let heard = demand.speakers.reduce(0) { $0 + ($1.segment?.weight ?? 1) * recency($1.lastHeard) }
    let reach = settings.weight(of: .voices) * heard + settings.weight(of: .reach) * others(demand, fading: true)
    return .rice(reach: reach, impact: impact(candidate), confidence: Self.confidence(demand))
  }

  /// What somebody judged, else what most of the speakers tell of.
  private func impact(_ candidate: Candidate) -> Double {
    if let priority = candidate.priority { return priority.impact }
    let demand = candidate.demand
    let hurt = demand.count(of: [.problem, .workaround])
    let asking = demand.count(of: [.request, .constraint])
    if hurt * 2 >= demand.speakers.count { return Priority.high.impact }
    return (hurt + asking) * 2 >= demand.speakers.count ? Priority.normal.impact : Priority.low.impact
  }

  private static func confidence(_ demand: Demand) -> Double {
    if demand.speakers.count >= 5, demand.sources.count >= 3 { return 1 }
    return demand.speakers.count >= 2 ? 0.8 : 0.5
  }

  private func wsjf(_ candidates: [Candidate]) -> [ScoreParts] {
    let demands = candidates.map(\.demand)
    let values = zip(candidates, demands).map { candidate, demand in
      let asked =
        settings.weight(of: .voices) * voices(demand, fading: false)
        + settings.weight(of: .reach) * SteadyMath.log2(1 + others(demand, fading: false))
      return asked * (candidate.priority?.factor ?? 1)
    }
    let urgencies = demands.map { voices($0, fading: true) }
    let risks = candidates.map { Double($0.waiting) }
    return zip(zip(Self.relative(values), Self.relative(urgencies)), Self.relative(risks)).map {
      .wsjf(value: $0.0, urgency: $0.1, risk: $1)
    }
  }

  /// From 1 for none to 10 for the greatest.
  private static func relative(_ values: [Double]) -> [Double] {
    let greatest = values.max() ?? 0
    return values.map { greatest > 0 ? 1 + 9 * $0 / greatest : 1 }
  }
}
