/// Where a text stops being JSON, and why.
package struct JSONError: Error, Hashable, Sendable {
  package enum Problem: String, CaseIterable, Sendable {
    case unexpectedCharacter
    case unexpectedEnd
    case badEscape
    case badNumber
    case controlCharacter
    case textBehindTheEnd
    case tooDeep
  }

  package var problem: Problem
  /// The byte, from 0.
  package var offset: Int
  /// From 1.
  package var line: Int
  /// In bytes, from 1.
  package var column: Int

  init(_ problem: Problem, at offset: Int, in bytes: [UInt8]) {
    self.problem = problem
    self.offset = offset
    let before = bytes[..<min(offset, bytes.count)]
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    column = 1 + before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
  }
}
