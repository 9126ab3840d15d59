/// A small judge of columns: linear, with a few hidden units beside, several of them averaged.
///
///     x' = clip((x - mean) / deviation);  score = tanh(x' W + b) · v + x' · u
package struct Network: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var mean: [Float]
    package var deviation: [Float]
    /// By column, then hidden unit.
    package var inner: [Float]
    package var bias: [Float]
    package var outer: [Float]
    package var direct: [Float]

    package init(mean: [Float], deviation: [Float], hidden: Int) {
      self.mean = mean
      self.deviation = deviation
      inner = [Float](repeating: 0, count: mean.count * hidden)
      bias = [Float](repeating: 0, count: hidden)
      outer = bias
      direct = [Float](repeating: 0, count: mean.count)
    }
  }

  package var members: [Member]

  package init(_ members: [Member]) { self.members = members }

  /// What is further out says no more.
  package static let range: ClosedRange<Float> = -4...6

  package func score(_ row: [Double]) -> Double {
    guard !members.isEmpty else { return 0 }
    return members.reduce(0) { $0 + Double($1.score(row)) } / Double(members.count)
  }
}

extension Network.Member {
  package func score(_ row: [Double]) -> Float {
    let hidden = bias.count
    var sums = bias
    var score: Float = 0
    for (column, value) in row.enumerated() {
      let scaled = (Float(value) - mean[column]) / deviation[column]
      let input = min(max(scaled, Network.range.lowerBound), Network.range.upperBound)
      score += input * direct[column]
      for unit in 0..<hidden { sums[unit] += input * inner[column * hidden + unit] }
    }
    for unit in 0..<hidden { score += Float(Logarithm.tangent(Double(sums[unit]))) * outer[unit] }
    return score
  }
}
