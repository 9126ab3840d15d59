/// One line of a commit message, judged as git's trailer.c and ctype.c judge it: byte by byte, in ASCII.
struct MessageLine {
  /// Without the line end.
  let bytes: ArraySlice<UInt8>
  /// Only the last line of a message may lack a line end; git takes some marks for such only with one.
  var isTerminated = true

  /// The lines of a message, up to a NUL byte, where git's own strings end.
  static func lines(of message: String) -> [MessageLine] {
    var bytes = Array(message.utf8)[...]
    if let nul = bytes.firstIndex(of: 0) { bytes = bytes[..<nul] }
    guard let last = bytes.last else { return [] }
    let isTerminated = last == UInt8(ascii: "\n")
    if isTerminated { bytes.removeLast() }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Self(bytes: $0) }
    lines[lines.count - 1].isTerminated = isTerminated
    return lines
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The comment character is git's default here: what `core.commentChar` says must not decide what a commit means.
  var isComment: Bool { bytes.first == UInt8(ascii: "#") }
  var isBlank: Bool { bytes.allSatisfy(Self.isSpace) }
  var isIndented: Bool { bytes.first.map(Self.isSpace) ?? false }
  /// `---` and white space: what follows is a patch.
  var isDivider: Bool { starts(with: "---") && (bytes.dropFirst(3).first.map(Self.isSpace) ?? isTerminated) }
  /// The list of files that old versions of git put below the message of a merge.
  var isConflicts: Bool { isTerminated && bytes.elementsEqual("Conflicts:".utf8) }
  /// The cut of `git commit --verbose`: what follows is not part of the message.
  var isScissors: Bool { isScissors(comment: "#") }
  /// A trailer that git writes itself.
  var isGenerated: Bool { starts(with: "Signed-off-by: ") || starts(with: "(cherry picked from commit ") }
  /// Whether the line can begin a trailer: a key, perhaps white space, a colon.
  var isTrailer: Bool { separator.map { $0 > bytes.startIndex } ?? false }

  /// Where the colon is behind a key of letters, digits and hyphens; nil for a line without.
  var separator: Int? {
    var isBehindKey = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: ":") { return index }
      if !isBehindKey, Self.isKeyByte(byte) { continue }
      guard index > bytes.startIndex, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { return nil }
      isBehindKey = true
    }
    return nil
  }

  func isScissors(comment: String) -> Bool {
    isTerminated && bytes.elementsEqual("\(comment) ------------------------ >8 ------------------------".utf8)
  }

  func starts(with prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || UInt8(ascii: "\t")...UInt8(ascii: "\n") ~= byte || byte == UInt8(ascii: "\r")
  }

  /// Without white space at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
