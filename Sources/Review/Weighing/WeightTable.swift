/// How much each trait says, learned from labelled pairs: Training/Reviewing/README.md says how.
package struct WeightTable: Sendable {
  private struct Weight {
    var change: Double
    var gain: Double
  }

  private var weights: [String: Weight] = [:]

  /// Reads lines of a name, what its amount says for a change, and what its balance says for more, parted by tabs.
  package init(_ lines: [UInt8]) {
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3, let change = Double(parts[1]), let gain = Double(parts[2]) else { continue }
      weights[parts[0]] = Weight(change: change, gain: gain)
    }
  }

  /// How far traits speak for another promise, as a logarithm of odds.
  package func change(_ traits: [Trait]) -> Double {
    traits.reduce(0) { $0 + (weights[$1.name]?.change ?? 0) * $1.amount }
  }

  /// How far they speak for more of it, and below 0 for less.
  package func gain(_ traits: [Trait]) -> Double {
    traits.reduce(0) { $0 + (weights[$1.name]?.gain ?? 0) * $1.balance }
  }
}
