import Crypto
package import PlanModel

/// Hashes that plan files hold.
package enum Fingerprint {
  /// SHA-256 of `bytes` in lower-case hexadecimal (FIPS 180-4).
  package static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    SHA256.hash(data: Array(bytes)).hex
  }

  /// The fingerprint of a criterion's wording, as sign-offs keep it: `w1:` and 12 digits of SHA-256 over its text
  /// with white space folded, so that a reflowed paragraph is the same wording and a changed number is another.
  package static func wording(of criterion: Criterion) -> String {
    "w1:" + SHA256.hash(data: Array(criterion.wording.foldingWhiteSpace().utf8)).hex.prefix(12)
  }

  /// The fingerprint of a place in the code, as anchors keep it: `h1:` and 12 digits of SHA-256 over its normalised text.
  package static func code(_ normalised: [UInt8]) -> String {
    "h1:" + SHA256.hash(data: normalised).hex.prefix(12)
  }
}

extension SHA256Digest {
  fileprivate var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
