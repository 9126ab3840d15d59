/// How intents are ranked: `roadmap` of `handoff.yml`.
package struct RoadmapSettings: Hashable, Sendable {
  package enum Formula: String, CaseIterable, Sendable {
    /// How many people ask for it, how lately, and what it does to them.
    case evidence
    /// Reach times impact times confidence, by effort.
    case rice
    /// Value, time criticality and risk reduction, by size.
    case wsjf
  }

  /// What can be weighed.
  package enum Weight: String, CaseIterable, Sendable {
    /// What those who are heard count, beside those whom their sources stand for.
    case voices
    case reach
    /// Who tells of a problem or a workaround; who asks for something or sets a limit; who says anything else.
    case problem, request, other
    /// What is left of words that nobody knows the day of.
    case undated

    package var standard: Double {
      switch self {
      case .voices, .reach, .other: 1
      case .problem: 3
      case .request: 2
      case .undated: 0.5
      }
    }
  }

  package var formula = Formula.evidence
  package var weights: [Weight: Double] = [:]
  /// The days after which words count half.
  package var halfLife = 90
  /// What a voice of a customer segment counts, by the segment in small letters; 1 for all others.
  package var segments: [String: Double] = [:]

  package init() {}

  package func weight(of weight: Weight) -> Double { weights[weight] ?? weight.standard }

  /// What a label makes of the words that have it.
  func weight(of label: Label?) -> Double {
    switch label {
    case .problem, .workaround: weight(of: Weight.problem)
    case .request, .constraint: weight(of: Weight.request)
    default: weight(of: Weight.other)
    }
  }

  /// The segment of a source that counts most, with its weight; nil where none is weighed.
  func heaviest(of segments: [String]) -> SegmentWeight? {
    let known = segments.compactMap { segment in
      self.segments[segment.lowercased()].map { SegmentWeight(segment: segment.lowercased(), weight: $0) }
    }
    return known.max { ($0.weight, $1.segment) < ($1.weight, $0.segment) }
  }
}

/// A customer segment and what a voice of it counts.
package struct SegmentWeight: Hashable, Sendable {
  package var segment: String
  package var weight: Double

  package init(segment: String, weight: Double) {
    self.segment = segment
    self.weight = weight
  }
}
