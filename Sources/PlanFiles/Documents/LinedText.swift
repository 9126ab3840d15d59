package import PlanModel

/// The bytes of a text file with the places of its lines; lines are numbered from 1.
package struct LinedText: Sendable {
  package let bytes: [UInt8]
  /// Where each line starts, and behind the last one the end of the text.
  private let starts: [Int]

  /// Takes `bytes` as they are.
  ///
  /// - Throws: a finding when they are no UTF-8 text, or hold a merge conflict.
  package init(_ bytes: [UInt8], path: String) throws(Finding) {
    self.bytes = bytes
    var starts = [0]
    var conflict: Int?
    var isConflicted = false
    var hasNUL = false
    for (index, byte) in bytes.enumerated() {
      if byte == .newline {
        if index + 1 < bytes.count { starts.append(index + 1) }
      } else if byte == 0 {
        hasNUL = true
      }
    }
    if bytes.isEmpty { starts = [] }
    for (number, start) in starts.enumerated() {
      // A merge leaves seven of these at the start of a line, as git-merge(1) shows.
      if bytes[start] == UInt8(ascii: "<"), Self.isMark(bytes[start...], UInt8(ascii: "<")) {
        conflict = conflict ?? number + 1
      } else if bytes[start] == .greaterThan, conflict != nil, Self.isMark(bytes[start...], .greaterThan) {
        isConflicted = true
      }
    }
    self.starts = starts + [bytes.count]
    if hasNUL { throw Finding(.file(.nulByte), path: path) }
    if let offset = Self.invalidOffset(bytes) { throw Finding(.file(.notUTF8(offset: offset)), path: path) }
    if let conflict, isConflicted { throw Finding(.file(.conflictMarker), path: path, line: conflict) }
  }

  package var lineCount: Int { starts.count - 1 }

  /// The bytes of one line without its line end (LF or CRLF).
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineCount else { return [] }
    var end = starts[number]
    if end > starts[number - 1], bytes[end - 1] == .newline { end -= 1 }
    if end > starts[number - 1], bytes[end - 1] == .carriageReturn { end -= 1 }
    return bytes[starts[number - 1]..<end]
  }

  /// The bytes of whole lines, line ends included.
  package func bytes(ofLines lines: Range<Int>) -> ArraySlice<UInt8> {
    let lower = min(max(lines.lowerBound, 1), lineCount + 1)
    let upper = min(max(lines.upperBound, lower), lineCount + 1)
    return bytes[starts[lower - 1]..<starts[upper - 1]]
  }

  /// The text of whole lines, without the last line end; a CRLF becomes LF.
  package func string(ofLines lines: ClosedRange<Int>) -> String {
    var slice = bytes(ofLines: lines.lowerBound..<lines.upperBound + 1)
    while let last = slice.last, last == .newline || last == .carriageReturn { slice = slice.dropLast() }
    let text = String(decoding: slice, as: UTF8.self)
    return slice.contains(.carriageReturn)
      ? text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n") : text
  }

  /// Whether a line is the `---` that opens or closes front matter; a byte order mark before the first is passed over.
  func isFence(_ number: Int) -> Bool {
    var line = line(number)
    if number == 1, line.starts(with: [0xef, 0xbb, 0xbf]) { line = line.dropFirst(3) }
    guard line.count >= 3, line.starts(with: "---".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == .space || $0 == .tab }
  }

  private static func isMark(_ rest: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    let head = rest.prefix(8)
    return head.prefix(7).allSatisfy { $0 == byte } && (head.count < 8 ? head.count == 7 : head.last == .space)
  }

  /// The offset of the first byte that is no UTF-8, if there is one.
  private static func invalidOffset(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }
}
