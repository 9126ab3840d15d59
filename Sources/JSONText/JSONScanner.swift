/// Finds the values of a JSON text, without recursion: hostile nesting costs a byte a level.
struct JSONScanner {
  struct Stop: Error {
    var problem: JSONError.Problem
    var offset: Int
  }

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var values: [JSONEntry] = []
  /// The arrays and objects that are open, outermost first, as indices of `values`.
  private var open: [Int] = []

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    index = range.lowerBound
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
  }

  mutating func scan() throws(Stop) -> [JSONEntry] {
    guard end < UInt32.max else { throw stop(.unexpectedEnd) }
    try scanValue()
    while let container = open.last {
      if try closes(container) { continue }
      if values[container].kind == .object { try scanName() }
      try scanValue()
    }
    skipSpace()
    guard index == end else { throw stop(.textBehindTheEnd) }
    return values
  }

  // MARK: containers

  /// Passes over the comma before the next value of a container, or over its end.
  private mutating func closes(_ container: Int) throws(Stop) -> Bool {
    skipSpace()
    let close = values[container].kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let isEmpty = values.count == container + 1
    let byte = try peek()
    if byte == close {
      index += 1
      values[container].end = UInt32(index)
      values[container].next = UInt32(values.count)
      open.removeLast()
      return true
    }
    if !isEmpty {
      guard byte == UInt8(ascii: ",") else { throw stop(.unexpectedCharacter) }
      index += 1
    }
    return false
  }

  private mutating func scanName() throws(Stop) {
    skipSpace()
    guard try peek() == UInt8(ascii: "\"") else { throw stop(.unexpectedCharacter) }
    try scanString()
    skipSpace()
    guard try peek() == UInt8(ascii: ":") else { throw stop(.unexpectedCharacter) }
    index += 1
  }

  private mutating func scanValue() throws(Stop) {
    skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): try begin(.object)
    case UInt8(ascii: "["): try begin(.array)
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "t"): try scanWord("true", .bool)
    case UInt8(ascii: "f"): try scanWord("false", .bool)
    case UInt8(ascii: "n"): try scanWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    default: throw stop(.unexpectedCharacter)
    }
  }

  private mutating func begin(_ kind: JSONNode.Kind) throws(Stop) {
    guard open.count < JSONDocument.deepest else { throw stop(.tooDeep) }
    open.append(values.count)
    values.append(JSONEntry(kind: kind, start: UInt32(index)))
    index += 1
  }

  // MARK: single values

  private mutating func append(_ kind: JSONNode.Kind, _ range: Range<Int>, isEscaped: Bool = false) {
    values.append(
      JSONEntry(
        kind: kind, isEscaped: isEscaped, start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        next: UInt32(values.count + 1)))
  }

  private mutating func scanString() throws(Stop) {
    let start = index + 1
    index = start
    var isEscaped = false
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        append(.string, start..<index, isEscaped: isEscaped)
        index += 1
        return
      case UInt8(ascii: "\\"):
        isEscaped = true
        try scanEscape()
      case 0..<0x20: throw stop(.controlCharacter)
      default: index += 1
      }
    }
    throw stop(.unexpectedEnd)
  }

  private mutating func scanEscape() throws(Stop) {
    guard index + 1 < end else { throw stop(.unexpectedEnd) }
    let kind = bytes[index + 1]
    guard kind == UInt8(ascii: "u") else {
      guard "\"\\/bfnrt".utf8.contains(kind) else { throw stop(.badEscape) }
      index += 2
      return
    }
    guard index + 6 <= end, bytes[(index + 2)..<(index + 6)].allSatisfy(Self.isHexadecimal) else {
      throw stop(.badEscape)
    }
    index += 6
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private mutating func scanWord(_ word: StaticString, _ kind: JSONNode.Kind) throws(Stop) {
    let length = word.utf8CodeUnitCount
    let written = bytes[index..<min(index + length, end)]
    guard word.withUTF8Buffer({ written.elementsEqual($0) }) else { throw stop(.unexpectedCharacter) }
    append(kind, index..<(index + length))
    index += length
  }

  private mutating func scanNumber() throws(Stop) {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let first = index
    try skipDigits()
    guard index - first == 1 || bytes[first] != UInt8(ascii: "0") else { throw stop(.badNumber, at: first) }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      try skipDigits()
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      try skipDigits()
    }
    append(.number, start..<index)
  }

  /// One digit at least.
  private mutating func skipDigits() throws(Stop) {
    guard index < end, Self.isDigit(bytes[index]) else { throw stop(.badNumber) }
    while index < end, Self.isDigit(bytes[index]) { index += 1 }
  }

  // MARK: moving

  private mutating func skipSpace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private func peek() throws(Stop) -> UInt8 {
    guard index < end else { throw stop(.unexpectedEnd) }
    return bytes[index]
  }

  private func stop(_ problem: JSONError.Problem, at offset: Int? = nil) -> Stop {
    Stop(problem: problem, offset: offset ?? index)
  }
}
