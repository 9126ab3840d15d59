/// An intent with all that its rank follows from.
package struct Candidate: Sendable {
  package var intent: Intent
  package var demand: Demand
  package var effort: Effort
  /// How many open stories of other intents wait for stories of this one.
  package var waiting: Int

  package init(intent: Intent, demand: Demand, effort: Effort, waiting: Int) {
    self.intent = intent
    self.demand = demand
    self.effort = effort
    self.waiting = waiting
  }

  package var priority: Priority? { intent.priority.flatMap { Priority($0) } }
}

/// What a score is made of.
package enum ScoreParts: Hashable, Sendable {
  case evidence(voices: Double, reach: Double, priority: Double)
  case rice(reach: Double, impact: Double, confidence: Double)
  case wsjf(value: Double, urgency: Double, risk: Double)
}

/// An intent in its place.
package struct RankedIntent: Sendable {
  package var candidate: Candidate
  /// From 1.
  package var rank: Int
  /// To thousandths, so that nothing that nobody sees decides a place.
  package var score: Double
  package var parts: ScoreParts
}

/// Puts intents into the order of what speaks for them. The same plan at the same moment gives the same digits.
package struct Ranking: Sendable {
  /// The highest first; of the same score by their ids.
  package private(set) var ranked: [RankedIntent] = []
  /// Those that nobody is heard asking for, by their ids.
  package private(set) var unasked: [Candidate] = []

  package init(_ candidates: [Candidate], by settings: RoadmapSettings, at moment: Instant) {
    let asked = candidates.filter { !$0.demand.isEmpty }
    unasked = candidates.filter(\.demand.isEmpty).sorted { $0.intent.id < $1.intent.id }
    let parts = Scoring(settings, moment).parts(of: asked).map(\.rounded)
    ranked = zip(asked, parts).map { candidate, parts in
      RankedIntent(candidate: candidate, rank: 0, score: parts.score(effort: candidate.effort.value), parts: parts)
    }
    ranked.sort { ($1.score, $0.candidate.intent.id) < ($0.score, $1.candidate.intent.id) }
    for place in ranked.indices { ranked[place].rank = place + 1 }
  }
}

extension ScoreParts {
  func score(effort: Double) -> Double {
    let exact =
      switch self {
      case .evidence(let voices, let reach, let priority): (voices + reach) * priority
      case .rice(let reach, let impact, let confidence): reach * impact * confidence / effort
      case .wsjf(let value, let urgency, let risk): (value + urgency + risk) / effort
      }
    return Self.thousandths(exact)
  }

  /// What is behind the third digit would make figures that people add up differ from their sum.
  var rounded: ScoreParts {
    switch self {
    case .evidence(let voices, let reach, let priority):
      .evidence(voices: Self.thousandths(voices), reach: Self.thousandths(reach), priority: priority)
    case .rice(let reach, let impact, let confidence):
      .rice(reach: Self.thousandths(reach), impact: impact, confidence: confidence)
    case .wsjf(let value, let urgency, let risk):
      .wsjf(value: Self.thousandths(value), urgency: Self.thousandths(urgency), risk: Self.thousandths(risk))
    }
  }

  private static func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
