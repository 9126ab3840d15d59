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

  package let problem: Problem
  /// The byte, from 0.
  package let offset: Int
  private let bytes: [UInt8]

  /// Lines are counted when somebody asks: of a file in which every line is tried, most errors are told to nobody.
  init(_ problem: Problem, at offset: Int, in bytes: [UInt8]) {
    self.problem = problem
    self.offset = offset
    self.bytes = bytes
  }

  private var before: ArraySlice<UInt8> { bytes[..<min(offset, bytes.count)] }

  /// From 1.
  package var line: Int { 1 + before.count { $0 == UInt8(ascii: "\n") } }

  /// In bytes, from 1.
  package var column: Int {
    1 + before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
  }

  package static func == (left: JSONError, right: JSONError) -> Bool {
    left.problem == right.problem && left.offset == right.offset && left.line == right.line
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(problem)
    hasher.combine(offset)
  }
}
