#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Grounding

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
