/// Where a server on this machine is, and what shows that somebody means it and nobody else.
///
/// Every page that a browser has open can send requests to this machine: against a name that is made to mean this machine
/// (DNS rebinding) stands the check of `Host`, against requests of foreign pages that of `Origin`.
package struct LocalAddress: Hashable, Sendable {
  package let port: UInt16

  package init(port: UInt16) { self.port = port }

  package var url: String { "http://127.0.0.1:\(port)/" }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// Why a request that is meant for another server, or that a page of another one sends, is not answered.
  package func refusal(of asked: Asked) -> HTTPAnswer? {
    guard let host = asked.headers["host"], hosts.contains(host) else {
      return HTTPAnswer(421, words: "This is not the host that you asked for.")
    }
    if let origin = asked.headers["origin"], origin != "http://\(host)" {
      return HTTPAnswer(403, words: "Another page asks for this.")
    }
    return nil
  }

  // MARK: words that nobody guesses

  /// 128 bits.
  package static func word(_ randomness: @Sendable () -> UInt64) -> String {
    [randomness(), randomness()].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// Compares all of two words, so that the time it takes tells nothing of where they differ.
  package static func isSame(_ word: String, _ other: String) -> Bool {
    guard word.utf8.count == other.utf8.count else { return false }
    return zip(word.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
