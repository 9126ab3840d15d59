#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Grounding

/// How the weights of one member have to change.
struct Gradient {
  /// The hidden units of one row beside each other; there are no more.
  typealias Units = SIMD16<Float>

  var inner: [Float]
  var bias: [Float]
  var outer: [Float]
  var direct: [Float]

  init(_ member: Network.Member, _ table: Table, _ mask: [Float], _ trainer: NetworkTrainer) {
    inner = member.inner.map { -trainer.penalty * $0 }
    outer = member.outer.map { -trainer.penalty * $0 }
    direct = member.direct.map { -trainer.directPenalty * $0 }
    bias = [Float](repeating: 0, count: trainer.hidden)
    // Masked columns are as if their weights were smaller or nothing.
    let maskedInner = mask.indices.map { column in
      Units(member.inner[(column * trainer.hidden)..<((column + 1) * trainer.hidden)]) * mask[column]
    }
    let maskedDirect = zip(member.direct, mask).map { $0 * $1 }
    let bias = Units(member.bias[...])
    let outer = Units(member.outer[...])
    var units: [Units] = []
    units.reserveCapacity(trainer.hidden > 0 ? table.targets.count : 0)
    var scores = [Float](repeating: 0, count: table.targets.count)
    table.values.withUnsafeBufferPointer { values in
      for row in scores.indices {
        var score: Float = 0
        var sums = bias
        for column in 0..<table.width {
          let value = values[row * table.width + column]
          score += value * maskedDirect[column]
          if trainer.hidden > 0 { sums.addProduct(maskedInner[column], value) }
        }
        if trainer.hidden > 0 {
          for unit in 0..<trainer.hidden { sums[unit] = tanhf(sums[unit]) }
          units.append(sums)
          score += (sums * outer).sum()
        }
        scores[row] = score
      }
    }
    addUp(table, mask, units, Self.errors(scores, table), outer)
  }

  /// What is right less the softmax within each group.
  private static func errors(_ scores: [Float], _ table: Table) -> [Float] {
    var errors = table.targets
    for group in table.groups {
      let most = scores[group].max() ?? 0
      let values = group.map { expf(scores[$0] - most) }
      let sum = values.reduce(0, +)
      for (row, value) in zip(group, values) { errors[row] -= value / sum }
    }
    return errors
  }

  private mutating func addUp(
    _ table: Table, _ mask: [Float], _ units: [Units], _ errors: [Float], _ weights: Units
  ) {
    let hidden = bias.count
    var innerSums = [Units](repeating: .zero, count: hidden > 0 ? table.width : 0)
    var directSums = [Float](repeating: 0, count: table.width)
    var sums = (bias: Units.zero, outer: Units.zero)
    for row in errors.indices where abs(errors[row]) > 1e-6 {
      let error = errors[row]
      var back = Units.zero
      if hidden > 0 {
        back = error * weights * (1 - units[row] * units[row])
        sums.outer += error * units[row]
        sums.bias += back
      }
      for column in 0..<table.width {
        let value = table.values[row * table.width + column]
        directSums[column] += error * value
        if hidden > 0 { innerSums[column].addProduct(back, value) }
      }
    }
    for column in mask.indices {
      direct[column] += directSums[column] * mask[column]
      for unit in 0..<hidden { inner[column * hidden + unit] += innerSums[column][unit] * mask[column] }
    }
    for unit in 0..<hidden {
      bias[unit] += sums.bias[unit]
      outer[unit] += sums.outer[unit]
    }
  }
}

extension Gradient.Units {
  /// The values in front, and zeros.
  fileprivate init(_ values: ArraySlice<Float>) {
    self = .zero
    for (lane, value) in values.enumerated() { self[lane] = value }
  }
}

/// Adam (Kingma and Ba, 2015), with decays 0.9 and 0.99.
struct Adam {
  private var first: [[Float]]
  private var second: [[Float]]
  private var step: Float = 0

  init(_ member: Network.Member) {
    first = [member.inner, member.bias, member.outer, member.direct].map { [Float](repeating: 0, count: $0.count) }
    second = first
  }

  mutating func apply(_ gradient: Gradient, to member: inout Network.Member, rate: Float) {
    step += 1
    move(&member.inner, gradient.inner, 0, rate)
    move(&member.bias, gradient.bias, 1, rate)
    move(&member.outer, gradient.outer, 2, rate)
    move(&member.direct, gradient.direct, 3, rate)
  }

  private mutating func move(_ weights: inout [Float], _ gradient: [Float], _ place: Int, _ rate: Float) {
    let corrections = (1 - powf(0.9, step), 1 - powf(0.99, step))
    for index in weights.indices {
      first[place][index] = 0.9 * first[place][index] + 0.1 * gradient[index]
      second[place][index] = 0.99 * second[place][index] + 0.01 * gradient[index] * gradient[index]
      weights[index] +=
        rate * (first[place][index] / corrections.0) / ((second[place][index] / corrections.1).squareRoot() + 1e-8)
    }
  }
}

/// Random numbers that are the same on every machine (SplitMix64).
struct Noise {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// From 0 to 1, without both.
  mutating func uniform() -> Float { (Float(next() >> 41) + 0.5) / Float(1 << 23) }

  /// Of the normal distribution (Box and Muller, 1958).
  mutating func normal() -> Float {
    let radius = (-2 * logf(uniform())).squareRoot()
    return radius * cosf(2 * .pi * uniform())
  }
}
