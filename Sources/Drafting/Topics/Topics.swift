/// Texts that say the same thing, brought together: average linkage (Sokal and Michener, 1958) until no two groups are
/// near enough. How many groups there are comes out of it.
package struct Topics: Sendable {
  /// The least mean similarity of two groups that are one.
  package static let nearness: Float = 0.18

  /// The numbers of the texts of each topic, rising; topics by their first text.
  package let groups: [[Int]]

  package init(_ index: SimilarityIndex, nearness: Float = Topics.nearness) {
    var linkage = Linkage(index)
    groups = linkage.groups(nearness: nearness)
  }
}

/// Groups and the sums of the similarities between their texts.
private struct Linkage {
  private var members: [[Int]]
  /// For each group that lives, the sums to the groups that it has something in common with.
  private var sums: [[Int: Float]]
  /// The groups, each with the neighbour that is nearest to it.
  private var nearest: [(group: Int, mean: Float)?]

  init(_ index: SimilarityIndex) {
    members = (0..<index.count).map { [$0] }
    sums = (0..<index.count).map { text in
      let near = index.similarities(to: text)
      var own: [Int: Float] = [:]
      for other in near.indices where other != text && near[other] > 0.02 { own[other] = near[other] }
      return own
    }
    nearest = [(group: Int, mean: Float)?](repeating: nil, count: index.count)
    for group in members.indices { nearest[group] = findNearest(to: group) }
  }

  mutating func groups(nearness: Float) -> [[Int]] {
    while let (first, second) = nearestPair(nearness) { merge(second, into: first) }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The two groups that are nearest to each other; of several, those that come first.
  private func nearestPair(_ nearness: Float) -> (Int, Int)? {
    var best: (first: Int, second: Int, mean: Float)?
    for (group, near) in nearest.enumerated() {
      guard let near, near.mean >= nearness, near.mean > best?.mean ?? 0 else { continue }
      best = (min(group, near.group), max(group, near.group), near.mean)
    }
    return best.map { ($0.first, $0.second) }
  }

  private mutating func merge(_ second: Int, into first: Int) {
    members[first] += members[second]
    members[second] = []
    for (other, sum) in sums[second] where other != first {
      sums[first][other, default: 0] += sum
      sums[other][first, default: 0] += sum
      sums[other][second] = nil
    }
    sums[first][second] = nil
    sums[second] = [:]
    nearest[second] = nil
    nearest[first] = findNearest(to: first)
    for other in sums[first].keys {
      if let near = nearest[other], near.group == first || near.group == second {
        nearest[other] = findNearest(to: other)
      } else if let mean = mean(first, other), mean > nearest[other]?.mean ?? 0 {
        nearest[other] = (first, mean)
      }
    }
  }

  private func mean(_ first: Int, _ second: Int) -> Float? {
    sums[first][second].map { $0 / Float(members[first].count * members[second].count) }
  }

  private func findNearest(to group: Int) -> (group: Int, mean: Float)? {
    var best: (group: Int, mean: Float)?
    for (other, sum) in sums[group] {
      let mean = sum / Float(members[group].count * members[other].count)
      if let known = best, (mean, -other) < (known.mean, -known.group) { continue }
      best = (other, mean)
    }
    return best
  }
}
