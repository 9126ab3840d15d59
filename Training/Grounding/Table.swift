import Grounding

/// The rows of all groups, made comparable.
struct Table: Sendable {
  var width: Int
  var mean: [Float]
  var deviation: [Float]
  /// Row by row.
  var values: [Float] = []
  var targets: [Float] = []
  var groups: [Range<Int>] = []
  /// By group.
  var weights: [Float] = []

  init(_ source: [NetworkTrainer.Group]) {
    width = source.first { !$0.rows.isEmpty }?.rows[0].count ?? 0
    var sums = [Double](repeating: 0, count: width)
    var squares = sums
    var count = 0.0
    for group in source {
      for row in group.rows {
        count += 1
        for (column, value) in row.enumerated() {
          sums[column] += value
          squares[column] += value * value
        }
      }
    }
    mean = sums.map { Float($0 / max(1, count)) }
    // Rare columns must not explode.
    deviation = zip(sums, squares).map { sum, square in
      let mean = sum / max(1, count)
      return max(0.2, Float(max(0, square / max(1, count) - mean * mean).squareRoot()))
    }
    values.reserveCapacity(Int(count) * width)
    for group in source { append(group) }
  }

  private mutating func append(_ group: NetworkTrainer.Group) {
    let start = targets.count
    let share = 1 / Float(max(1, group.isRight.count { $0 }))
    for (row, isRight) in zip(group.rows, group.isRight) {
      targets.append(isRight ? share : 0)
      for (column, value) in row.enumerated() {
        let scaled = (Float(value) - mean[column]) / deviation[column]
        values.append(min(max(scaled, Network.range.lowerBound), Network.range.upperBound))
      }
    }
    groups.append(start..<targets.count)
    weights.append(Float(group.weight))
  }
}
