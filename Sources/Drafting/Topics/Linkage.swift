/// Groups of texts that are joined two by two, the nearest first: average linkage, by chains of nearest neighbours
/// (Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983).
///
/// All similarities are kept, so that memory grows with the square of the texts, and so does time, however alike they are.
struct Linkage {
  /// What is less alike has nothing in common.
  private static let least: Float = 0.02

  private let count: Int
  private var members: [[Int]]
  /// How many texts each group stands for.
  private var sizes: [Float]
  /// For each two groups the sum of the similarities between their texts, row by row.
  private var sums: [Float]
  /// The groups that may still be joined, rising.
  private var open: [Int]

  /// - Parameter weights: how many texts each text of the index stands for.
  init(_ index: SimilarityIndex, weights: [Float]) {
    count = index.count
    members = (0..<count).map { [$0] }
    open = Array(0..<count)
    sizes = weights
    sums = []
    sums.reserveCapacity(count * count)
    for text in 0..<count {
      let near = index.similarities(to: text)
      for other in 0..<count {
        sums.append(other != text && near[other] > Self.least ? near[other] * weights[text] * weights[other] : 0)
      }
    }
    // Two sums of one pair have to be the same number, or chains might not end.
    for text in 0..<count {
      for other in 0..<text { sums[text * count + other] = sums[other * count + text] }
    }
  }

  /// Joins groups until no two are near enough; groups by their first text.
  ///
  /// A chain goes from a group to its nearest neighbour and on, until two are nearest to each other: those are joined. That
  /// others are joined first makes no difference, as what is joined is never nearer to a group than its nearer part was.
  mutating func groups(nearness: Float) -> [[Int]] {
    var chain: [Int] = []
    while let last = chain.last ?? open.first {
      if chain.isEmpty { chain.append(last) }
      let previous = chain.dropLast().last
      guard let near = nearest(to: last, preferring: previous), near.mean >= nearness else {
        close(last)
        chain.removeLast()
        continue
      }
      if near.group == previous {
        chain.removeLast(2)
        merge(max(last, near.group), into: min(last, near.group))
      } else {
        chain.append(near.group)
      }
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Of several that are as near, the one that is preferred, else the first.
  private func nearest(to group: Int, preferring preferred: Int?) -> (group: Int, mean: Float)? {
    var best: (group: Int, mean: Float)?
    if let preferred { best = (preferred, mean(group, preferred)) }
    for other in open where other != group {
      let mean = mean(group, other)
      if mean > best?.mean ?? 0 { best = (other, mean) }
    }
    return best
  }

  private func mean(_ first: Int, _ second: Int) -> Float {
    sums[first * count + second] / (sizes[first] * sizes[second])
  }

  private mutating func merge(_ second: Int, into first: Int) {
    members[first] += members[second]
    members[second] = []
    sizes[first] += sizes[second]
    close(second)
    for other in open where other != first {
      let sum = sums[first * count + other] + sums[second * count + other]
      sums[first * count + other] = sum
      sums[other * count + first] = sum
    }
  }

  /// It is not joined any more.
  private mutating func close(_ group: Int) {
    if let place = open.firstIndex(of: group) { open.remove(at: place) }
  }
}
