import Grounding

/// Learns a judge of columns: softmax over the candidates of each question against the right ones, by Adam, with whole
/// columns left out at random. Everything is seeded: the same rows give the same weights.
struct NetworkTrainer {
  var hidden: Int
  var penalty: Float
  var directPenalty: Float
  var dropped: Float
  var steps: Int
  var rate: Float
  var members: Int

  static let files = NetworkTrainer(
    hidden: 16, penalty: 8, directPenalty: 2.4, dropped: 0.3, steps: 90, rate: 0.02, members: 3)
  static let linear = NetworkTrainer(
    hidden: 0, penalty: 0, directPenalty: 20, dropped: 0, steps: 70, rate: 0.15, members: 1)

  /// The candidates of one question.
  struct Group {
    var rows: [[Double]]
    var isRight: [Bool]
  }

  func network(_ groups: [Group]) -> Network {
    let groups = groups.filter { $0.isRight.contains(true) }
    let table = Table(groups)
    return Network((0..<members).map { member(table, seed: UInt64($0)) })
  }

  private func member(_ table: Table, seed: UInt64) -> Network.Member {
    var random = Noise(state: seed &* 0x9e37_79b9_7f4a_7c15 &+ 1)
    let width = table.width
    var member = Network.Member(mean: table.mean, deviation: table.deviation, hidden: hidden)
    for index in member.inner.indices { member.inner[index] = random.normal() * 0.5 / Float(width).squareRoot() }
    for index in member.outer.indices {
      member.outer[index] = random.normal() * 0.3 / Float(max(1, hidden)).squareRoot()
    }
    var moments = Adam(member)
    for step in 1...steps {
      let mask = (0..<width).map { _ in
        dropped == 0 ? 1 : random.uniform() > dropped ? 1 / (1 - dropped) : Float(0)
      }
      let gradient = Gradient(member, table, mask, self)
      moments.apply(gradient, to: &member, rate: rate * (1 - Float(step) / Float(steps + 1)))
    }
    return member
  }
}

/// The rows of all groups, made comparable.
struct Table {
  var width: Int
  var mean: [Float]
  var deviation: [Float]
  /// Row by row.
  var values: [Float] = []
  var targets: [Float] = []
  var groups: [Range<Int>] = []

  init(_ source: [NetworkTrainer.Group]) {
    width = source.first { !$0.rows.isEmpty }?.rows[0].count ?? 0
    var sums = [Double](repeating: 0, count: width)
    var squares = sums
    var count = 0.0
    for row in source.lazy.flatMap(\.rows) {
      count += 1
      for (column, value) in row.enumerated() {
        sums[column] += value
        squares[column] += value * value
      }
    }
    mean = sums.map { Float($0 / max(1, count)) }
    // Rare columns must not explode.
    deviation = zip(sums, squares).map { sum, square in
      let mean = sum / max(1, count)
      return max(0.2, Float(max(0, square / max(1, count) - mean * mean).squareRoot()))
    }
    for group in source {
      let start = targets.count
      let share = 1 / Float(group.isRight.count { $0 })
      for (row, isRight) in zip(group.rows, group.isRight) {
        targets.append(isRight ? share : 0)
        for (column, value) in row.enumerated() {
          let scaled = (Float(value) - mean[column]) / deviation[column]
          values.append(min(max(scaled, Network.range.lowerBound), Network.range.upperBound))
        }
      }
      groups.append(start..<targets.count)
    }
  }
}
