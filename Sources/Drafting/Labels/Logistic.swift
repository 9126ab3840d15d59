#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The logistic function, and the logarithm that undoes an exponential.
package enum Logistic {
  package static func value(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

  package static func logarithm(_ x: Float) -> Float { log(x) }
}
