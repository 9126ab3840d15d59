import Foundation
import Review

/// L2-regularised multinomial logistic regression with one direction: what speaks for less in one reading of a pair speaks
/// for more when it is read from the back, so that the two share a weight.
struct Learner {
  /// How much the squares of the weights count.
  var changePenalty: Double
  var gainPenalty: Double
  /// Whether something is another in any case, and only which way is learned.
  var isTwoWay = false

  private static let rounds = 500
  private static let rate = 0.05
  /// A trait that fewer examples have tells of them alone.
  private static let fewest = 2
  /// A weight that is smaller decides nothing.
  private static let least = 0.02

  /// Lines as ``WeightTable`` reads them: the same for the same examples.
  func table(from examples: [Example]) -> String {
    let names = names(in: examples)
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let rows = examples.map { example in
      example.traits.compactMap { trait in places[trait.name].map { (place: $0, trait: trait) } }
    }
    var weights = [Double](repeating: 0, count: 2 * names.count)
    var descent = Descent(count: weights.count)
    for round in 0..<Self.rounds {
      var gradient = weights.indices.map { $0 % 2 == 0 ? changePenalty * weights[$0] : gainPenalty * weights[$0] }
      for (row, example) in zip(rows, examples) {
        let slopes = slopes(of: row, weights, label: Double(example.label))
        for (place, trait) in row {
          gradient[2 * place] += slopes.change * trait.amount
          gradient[2 * place + 1] += slopes.gain * trait.balance
        }
      }
      descent.move(&weights, along: gradient, rate: Self.rate * (1 - Double(round) / Double(Self.rounds)))
    }
    return names.enumerated().compactMap { place, name in
      let pair = (weights[2 * place], weights[2 * place + 1])
      if abs(pair.0) < Self.least, abs(pair.1) < Self.least { return nil }
      return String(format: "%@\t%.2f\t%.2f\n", name, pair.0, pair.1)
    }.joined()
  }

  private func names(in examples: [Example]) -> [String] {
    var counts: [String: Int] = [:]
    for example in examples { for name in Set(example.traits.map(\.name)) { counts[name, default: 0] += 1 } }
    return counts.filter { $0.value >= Self.fewest }.keys.sorted()
  }

  /// How the loss of one example grows with what speaks for a change, and with what speaks for more.
  private func slopes(
    of row: [(place: Int, trait: Trait)], _ weights: [Double], label: Double
  ) -> (change: Double, gain: Double) {
    var (change, gain) = (0.0, 0.0)
    for (place, trait) in row {
      change += weights[2 * place] * trait.amount
      gain += weights[2 * place + 1] * trait.balance
    }
    if isTwoWay { return (0, 1 / (1 + exp(-gain)) - (label + 1) / 2) }
    let (more, less) = (exp(change + gain), exp(change - gain))
    let sum = 1 + more + less
    return ((more + less) / sum - abs(label), (more - less) / sum - label)
  }
}

/// Adam (Kingma and Ba, 2015), over all examples at once.
struct Descent {
  private var first: [Double]
  private var second: [Double]
  private var step = 0.0

  init(count: Int) {
    first = [Double](repeating: 0, count: count)
    second = first
  }

  mutating func move(_ weights: inout [Double], along gradient: [Double], rate: Double) {
    step += 1
    for index in weights.indices {
      first[index] = 0.9 * first[index] + 0.1 * gradient[index]
      second[index] = 0.99 * second[index] + 0.01 * gradient[index] * gradient[index]
      weights[index] -=
        rate * (first[index] / (1 - pow(0.9, step))) / ((second[index] / (1 - pow(0.99, step))).squareRoot() + 1e-8)
    }
  }
}
