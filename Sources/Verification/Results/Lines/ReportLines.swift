/// The lines of a report in order, as places in its bytes, without their ends.
struct ReportLines: IteratorProtocol {
  private let bytes: [UInt8]
  private var at: Int
  /// Of the line that was given last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    guard at < bytes.count else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    var end = at
    at += 1
    number += 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }
}

extension ArraySlice<UInt8> {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == UInt8(ascii: "\t") }

  /// Without spaces and tabs at both ends.
  func trimmed() -> ArraySlice<UInt8> {
    var rest = drop(while: Self.isSpace)
    while let last = rest.last, Self.isSpace(last) { rest.removeLast() }
    return rest
  }

  /// Whether it begins with `word`, which is in small letters, however it is capitalised.
  func startsIgnoringCase(_ word: String) -> Bool {
    count >= word.utf8.count && zip(self, word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Decimal digits and nothing else, as a number; nil also where it is too large.
  var decimal: Int? {
    isEmpty || !allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) ? nil : Int(text)
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
