/// One trailer of a commit message, such as `Story: st-9c4t8wq2` (git-interpret-trailers(1)).
package struct Trailer: Hashable, Sendable, CustomStringConvertible {
  package let key: String
  /// On one line: folded lines are joined by a space.
  package let value: String
  /// The line of the message where it begins, from 1; 0 for one that is in no message yet.
  package let line: Int

  package init(key: String, value: String, line: Int = 0) {
    self.key = key
    self.value = value
    self.line = line
  }

  package var description: String { "\(key): \(value)" }

  /// Whether this is a trailer of that key: the whole of it, in any case, as git compares.
  package func isKeyed(_ other: String) -> Bool { Self.equalKeys(key, other) }

  static func equalKeys(_ first: some StringProtocol, _ second: some StringProtocol) -> Bool {
    first.utf8.lazy.map(\.lowercased).elementsEqual(second.utf8.lazy.map(\.lowercased))
  }
}

extension UInt8 {
  /// ASCII letters in lower case, all else as it is.
  fileprivate var lowercased: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }
}
