/// Groups of texts that are joined two by two, the nearest first: average linkage.
///
/// All similarities are kept, so that memory and time grow with the square of the texts.
struct Linkage {
  /// What is less alike has nothing in common.
  private static let least: Float = 0.02

  private let count: Int
  private var members: [[Int]]
  /// How many texts each group stands for.
  private var sizes: [Float]
  /// For each two groups the sum of the similarities between their texts, row by row.
  private var sums: [Float]
  /// For each group the neighbour that is nearest to it.
  private var nearest: [(group: Int, mean: Float)?]

  /// - Parameter weights: how many texts each text of the index stands for.
  init(_ index: SimilarityIndex, weights: [Float]) {
    count = index.count
    members = (0..<count).map { [$0] }
    sizes = weights
    sums = []
    sums.reserveCapacity(count * count)
    for text in 0..<count {
      let near = index.similarities(to: text)
      for other in 0..<count {
        sums.append(other != text && near[other] > Self.least ? near[other] * weights[text] * weights[other] : 0)
      }
    }
    nearest = [(group: Int, mean: Float)?](repeating: nil, count: count)
    for group in members.indices { nearest[group] = findNearest(to: group) }
  }

  /// Joins groups until no two are near enough; groups by their first text.
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
    sizes[first] += sizes[second]
    for other in 0..<count where other != first {
      let sum = sums[second * count + other]
      guard sum > 0 else { continue }
      sums[first * count + other] += sum
      sums[other * count + first] += sum
      sums[second * count + other] = 0
      sums[other * count + second] = 0
    }
    sums[first * count + second] = 0
    sums[second * count + first] = 0
    nearest[second] = nil
    nearest[first] = findNearest(to: first)
    for other in 0..<count where sums[first * count + other] > 0 {
      let mean = mean(first, other)
      if let near = nearest[other], near.group == first || near.group == second {
        nearest[other] = findNearest(to: other)
      } else if mean > nearest[other]?.mean ?? 0 {
        nearest[other] = (first, mean)
      }
    }
  }

  private func mean(_ first: Int, _ second: Int) -> Float {
    sums[first * count + second] / (sizes[first] * sizes[second])
  }

  /// The first of several.
  private func findNearest(to group: Int) -> (group: Int, mean: Float)? {
    var best: (group: Int, mean: Float)?
    for other in 0..<count where sums[group * count + other] > 0 {
      let mean = mean(group, other)
      if mean > best?.mean ?? 0 { best = (other, mean) }
    }
    return best
  }
}
