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
    // Masked columns are as if their weights were nothing, the others stand in for them.
    let maskedDirect = zip(member.direct, mask).map { $0 * $1 }
    if trainer.hidden == 0 {
      let errors = Self.errors(Self.sums(table, maskedDirect), table)
      addDirect(table, mask, errors)
      return
    }
    let maskedInner = mask.indices.map { column in
      Units(member.inner[(column * trainer.hidden)..<((column + 1) * trainer.hidden)]) * mask[column]
    }
    let outer = Units(member.outer[...])
    let units = Self.units(table, maskedInner, Units(member.bias[...]))
    var scores = Self.sums(table, maskedDirect)
    for row in scores.indices { scores[row] += (units[row] * outer).sum() }
    let errors = Self.errors(scores, table)
    addDirect(table, mask, errors)
    addUnits(table, mask, units, errors, outer)
  }

  private static func sums(_ table: Table, _ weights: [Float]) -> [Float] {
    var sums = [Float](repeating: 0, count: table.targets.count)
    table.values.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        var at = 0
        for row in sums.indices {
          var sum: Float = 0
          for column in weights.indices { sum += values[at + column] * weights[column] }
          sums[row] = sum
          at += weights.count
        }
      }
    }
    return sums
  }

  /// What the hidden units say of each row. A product is added in two steps: `addProduct` is a call for each lane where the
  /// processor has no instruction for it.
  private static func units(_ table: Table, _ weights: [Units], _ bias: Units) -> [Units] {
    var units = [Units](repeating: .zero, count: table.targets.count)
    table.values.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        var at = 0
        for row in units.indices {
          var sums = bias
          for column in weights.indices { sums += weights[column] * values[at + column] }
          for lane in 0..<Units.scalarCount { sums[lane] = tanhf(sums[lane]) }
          units[row] = sums
          at += weights.count
        }
      }
    }
    return units
  }

  /// What is right less the softmax within each group, times the group's weight.
  private static func errors(_ scores: [Float], _ table: Table) -> [Float] {
    var errors = table.targets
    for (group, weight) in zip(table.groups, table.weights) {
      let most = scores[group].max() ?? 0
      let values = group.map { expf(scores[$0] - most) }
      let sum = values.reduce(0, +)
      for (row, value) in zip(group, values) { errors[row] = weight * (errors[row] - value / sum) }
    }
    return errors
  }

  /// Rows of a smaller error are passed over.
  private static let least: Float = 1e-6

  private mutating func addDirect(_ table: Table, _ mask: [Float], _ errors: [Float]) {
    var sums = [Float](repeating: 0, count: table.width)
    table.values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in errors.indices where abs(errors[row]) > Self.least {
          let at = row * sums.count
          for column in sums.indices { sums[column] += errors[row] * values[at + column] }
        }
      }
    }
    for column in mask.indices { direct[column] += sums[column] * mask[column] }
  }

  private mutating func addUnits(
    _ table: Table, _ mask: [Float], _ units: [Units], _ errors: [Float], _ weights: Units
  ) {
    let hidden = bias.count
    var inner = [Units](repeating: .zero, count: table.width)
    var sums = (bias: Units.zero, outer: Units.zero)
    table.values.withUnsafeBufferPointer { values in
      inner.withUnsafeMutableBufferPointer { inner in
        for row in errors.indices where abs(errors[row]) > Self.least {
          let back = errors[row] * weights * (1 - units[row] * units[row])
          sums.outer += errors[row] * units[row]
          sums.bias += back
          let at = row * inner.count
          for column in inner.indices { inner[column] += back * values[at + column] }
        }
      }
    }
    for column in mask.indices {
      for unit in 0..<hidden { self.inner[column * hidden + unit] += inner[column][unit] * mask[column] }
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
