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
  var inner: [Float]
  var bias: [Float]
  var outer: [Float]
  var direct: [Float]

  init(_ member: Network.Member, _ table: Table, _ mask: [Float], _ trainer: NetworkTrainer) {
    let hidden = trainer.hidden
    let width = table.width
    inner = member.inner.map { -trainer.penalty * $0 }
    outer = member.outer.map { -trainer.penalty * $0 }
    direct = member.direct.map { -trainer.directPenalty * $0 }
    bias = [Float](repeating: 0, count: hidden)
    // Masked columns are as if their weights were smaller or nothing.
    let maskedInner = member.inner.indices.map { member.inner[$0] * mask[$0 / max(1, hidden)] }
    let maskedDirect = zip(member.direct, mask).map { $0 * $1 }
    var units = [Float](repeating: 0, count: table.targets.count * hidden)
    var scores = [Float](repeating: 0, count: table.targets.count)
    table.values.withUnsafeBufferPointer { values in
      for row in scores.indices {
        var score: Float = 0
        for unit in 0..<hidden { units[row * hidden + unit] = member.bias[unit] }
        for column in 0..<width {
          let value = values[row * width + column]
          guard value != 0 else { continue }
          score += value * maskedDirect[column]
          for unit in 0..<hidden { units[row * hidden + unit] += value * maskedInner[column * hidden + unit] }
        }
        for unit in 0..<hidden {
          units[row * hidden + unit] = tanhf(units[row * hidden + unit])
          score += units[row * hidden + unit] * member.outer[unit]
        }
        scores[row] = score
      }
    }
    addUp(table, mask, units, Self.errors(scores, table), member.outer)
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
    _ table: Table, _ mask: [Float], _ units: [Float], _ errors: [Float], _ weights: [Float]
  ) {
    let hidden = bias.count
    let width = table.width
    var back = [Float](repeating: 0, count: hidden)
    for row in errors.indices where abs(errors[row]) > 1e-6 {
      let error = errors[row]
      for unit in 0..<hidden {
        let value = units[row * hidden + unit]
        outer[unit] += error * value
        back[unit] = error * weights[unit] * (1 - value * value)
        bias[unit] += back[unit]
      }
      for column in 0..<width {
        let value = table.values[row * width + column] * mask[column]
        guard value != 0 else { continue }
        direct[column] += error * value
        for unit in 0..<hidden { inner[column * hidden + unit] += back[unit] * value }
      }
    }
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
