/// What an intent's `priority` says, in the words that trackers use.
package enum Priority: Int, CaseIterable, Sendable {
  case critical, high, normal, low, lowest

  /// Nil for words that are none of these.
  package init?(_ text: String) {
    let word = text.lowercased()
    guard let priority = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = priority
  }

  package var words: [String] {
    switch self {
    case .critical: ["critical", "urgent", "blocker", "highest", "p0", "must"]
    case .high: ["high", "major", "p1", "should"]
    case .normal: ["normal", "medium", "moderate", "p2"]
    case .low: ["low", "minor", "p3", "could"]
    case .lowest: ["lowest", "trivial", "p4", "won't", "wont"]
    }
  }

  /// What the evidence is multiplied by.
  package var factor: Double {
    switch self {
    case .critical: 2
    case .high: 1.5
    case .normal: 1
    case .low: 0.75
    case .lowest: 0.5
    }
  }

  /// The impact that it stands for: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal
  /// (<https://www.intercom.com/blog/rice-simple-prioritization-for-product-managers/>).
  package var impact: Double {
    switch self {
    case .critical: 3
    case .high: 2
    case .normal: 1
    case .low: 0.5
    case .lowest: 0.25
    }
  }
}
