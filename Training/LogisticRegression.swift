import Drafting
import PlanModel

/// L2-regularised logistic regression by dual coordinate descent: Yu, Huang and Lin, "Dual coordinate descent methods
/// for logistic regression and maximum entropy models" (Machine Learning 85, 2011), algorithm 5.
struct LogisticRegression {
  /// How much a row of weight 1 counts against the length of the weights.
  var cost: Float = 0.7
  var rounds = 30

  /// The weights of `dimensions` features and the bias, for rows with features and 1 or -1.
  func fit(_ rows: [TrainingRow], dimensions: Int) -> (weights: [Float], bias: Float) {
    var weights = [Float](repeating: 0, count: dimensions)
    var bias: Float = 0
    var random = SplitMix64(seed: 1)
    var alphas = rows.map { min(0.001 * cost * $0.weight, 1e-8) }
    let squares = rows.map { row in row.features.reduce(1) { $0 + $1.value * $1.value } }
    for (index, row) in rows.enumerated() { add(alphas[index] * row.sign, row, to: &weights, &bias) }
    var order = Array(rows.indices)
    for _ in 0..<rounds {
      order.shuffle(using: &random)
      var largest: Float = 0
      for index in order {
        let row = rows[index]
        var product = bias
        for feature in row.features { product += weights[Int(feature.bucket)] * feature.value }
        let limit = cost * row.weight
        let alpha = Self.solution(
          limit: limit, square: squares[index], product: row.sign * product, alpha: alphas[index])
        let step = alpha - alphas[index]
        largest = max(largest, abs(step) / limit)
        alphas[index] = alpha
        add(step * row.sign, row, to: &weights, &bias)
      }
      if largest < 0.005 { break }
    }
    return (weights, bias)
  }

  private func add(_ step: Float, _ row: TrainingRow, to weights: inout [Float], _ bias: inout Float) {
    guard step != 0 else { return }
    for feature in row.features { weights[Int(feature.bucket)] += step * feature.value }
    bias += step
  }

  /// The alpha between 0 and `limit` at which `log(alpha / (limit - alpha)) + square * (alpha - old) + product` is 0.
  ///
  /// Solved for the logarithm, in which the function rises everywhere: Newton's steps, kept between known bounds.
  private static func solution(limit: Float, square: Float, product: Float, alpha old: Float) -> Float {
    var low = -product - square * (limit - old)
    var high = -product + square * old
    var logarithm = min(max(-product, low), high)
    for _ in 0..<20 {
      let share = Logistic.value(logarithm)
      let value = logarithm + square * (limit * share - old) + product
      if abs(value) < 1e-4 { break }
      if value > 0 { high = logarithm } else { low = logarithm }
      let next = logarithm - value / (1 + square * limit * share * (1 - share))
      logarithm = next > low && next < high ? next : (low + high) / 2
    }
    return limit * Logistic.value(logarithm)
  }
}

/// A row as the regression sees it.
struct TrainingRow {
  var features: [Features.Feature]
  /// 1 where the label holds, -1 where it does not.
  var sign: Float
  var weight: Float
}
