import Concurrency
import Grounding

/// Learns a judge of columns: softmax over the candidates of each question against the right ones, by Adam, with whole
/// columns left out at random. Everything is seeded, and nothing depends on how many processors there are: the same rows give
/// the same weights.
struct NetworkTrainer: Sendable {
  /// At most 16.
  var hidden: Int
  var penalty: Float
  var directPenalty: Float
  var dropped: Float
  var steps: Int
  var rate: Float
  var members: Int

  static let files = NetworkTrainer(
    hidden: 16, penalty: 8, directPenalty: 2.4, dropped: 0.3, steps: 90, rate: 0.02, members: 5)
  static let linear = NetworkTrainer(
    hidden: 0, penalty: 0, directPenalty: 20, dropped: 0, steps: 70, rate: 0.15, members: 1)

  /// The candidates of one question.
  struct Group: Sendable {
    var rows: [[Double]]
    var isRight: [Bool]
    /// How much the question counts.
    var weight: Double

    /// Only some of the rows.
    init(_ rows: [[Double]], _ isRight: [Bool], weight: Double, keeping kept: [Int]) {
      self.rows = kept.map { rows[$0] }
      self.isRight = kept.map { isRight[$0] }
      self.weight = weight
    }
  }

  /// One network for each selection of groups; all of them at once.
  func networks(_ groups: [Group], _ selections: [[Int]]) -> [Network] {
    let tasks = selections.flatMap { selection in (0..<members).map { (selection, UInt64($0)) } }
    let learned = concurrently(tasks, chunk: 1) { selection, seed in
      member(Table(selection.map { groups[$0] }.filter { $0.isRight.contains(true) }), seed)
    }
    return selections.indices.map { Network(Array(learned[($0 * members)..<(($0 + 1) * members)])) }
  }

  private func member(_ table: Table, _ seed: UInt64) -> Network.Member {
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
