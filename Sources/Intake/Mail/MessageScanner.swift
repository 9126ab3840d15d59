/// Finds the parts of a message in one pass over its lines, however deep they are nested.
struct MessageScanner {
  /// A container whose closing boundary has not been seen.
  private struct Container {
    var part: Int
    var boundary: ArraySlice<UInt8>
  }

  /// The most lines of a header that are read.
  private static let headerLines = 100_000

  private let bytes: [UInt8]
  private(set) var parts: [MessagePart] = []
  /// The containers that are open, outermost first.
  private var open: [Container] = []
  /// For each boundary, how many containers are open up to the innermost that it belongs to.
  private var levels: [ArraySlice<UInt8>: [Int]] = [:]
  private var index: Int

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The parts in the order in which they begin: every part comes behind the one that it stands in.
  static func parts(of bytes: [UInt8]) throws(IntakeError) -> [MessagePart] {
    var scanner = MessageScanner(bytes)
    scanner.skipMailboxLine()
    try scanner.scanEntity(parent: nil)
    while scanner.index < bytes.count { try scanner.scanLine() }
    scanner.close(down: 0, at: bytes.count)
    return scanner.parts
  }

  /// The header of a message that begins where `bytes` do, or behind an envelope line.
  static func header(of bytes: [UInt8]) -> HeaderFields {
    var scanner = MessageScanner(bytes)
    scanner.skipMailboxLine()
    return scanner.scanHeader()
  }

  /// `From dana@example.com Fri May  3 10:32:00 2024`, which mailboxes put before a message.
  private mutating func skipMailboxLine() {
    while index < bytes.count, bytes[index].isWhite { index += 1 }
    if bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
    if bytes[index...].hasPrefix(ignoringCase: "From "), HeaderFields.colon(in: peekLine()) == nil {
      _ = nextLine()
    }
  }

  private func peekLine() -> ArraySlice<UInt8> { bytes[index...].prefix { $0 != ASCII.newline } }

  /// The line at the index without its line end; the index moves behind it.
  private mutating func nextLine() -> ArraySlice<UInt8> {
    let line = peekLine()
    index = min(line.endIndex + 1, bytes.count)
    return line.last == ASCII.carriageReturn ? line.dropLast() : line
  }

  /// Reads a header, and with a message within a message the headers below it.
  private mutating func scanEntity(parent first: Int?) throws(IntakeError) {
    var parent = first
    while true {
      guard parts.count < IntakeLimits.parts else { throw .tooManyParts(limit: IntakeLimits.parts, offset: index) }
      let header = scanHeader()
      let type = ContentField(header["content-type"])
      let isInDigest = parent.map { parts[$0].mediaType == "multipart/digest" } ?? false
      parts.append(
        MessagePart(
          parent: parent, header: header, type: type, isInDigest: isInDigest, body: index..<bytes.count))
      let number = parts.count - 1
      if parts[number].isMultipart, let boundary = type.bytes("boundary") {
        open.append(Container(part: number, boundary: boundary))
        levels[boundary, default: []].append(open.count)
        return
      }
      guard parts[number].isMessage else { return }
      skipEmptyLines()
      parent = number
      skipMailboxLine()
    }
  }

  private mutating func skipEmptyLines() {
    while index < bytes.count, bytes[index] == ASCII.newline || bytes[index] == ASCII.carriageReturn { index += 1 }
  }

  /// Up to the empty line; a boundary, or a line that no header has, ends it too.
  private mutating func scanHeader() -> HeaderFields {
    var lines: [ArraySlice<UInt8>] = []
    var strays = 0
    while index < bytes.count {
      let mark = index
      let line = nextLine()
      if line.isEmpty { break }
      if line.starts(with: [ASCII.hyphen, ASCII.hyphen]), level(of: line) != nil {
        index = mark
        break
      }
      let isField = line.first == ASCII.space || line.first == ASCII.tab || HeaderFields.colon(in: line) != nil
      strays += isField ? 0 : 1
      // A part whose empty line was lost begins with its text; a stray line within a real header does not end it.
      if !isField && (lines.isEmpty || strays > 3 || Self.isData(line)) {
        index = mark
        break
      }
      if lines.count < Self.headerLines { lines.append(line) }
    }
    return HeaderFields(lines)
  }

  /// Gmail leaves out the empty line before some attachments, so that base64 follows the header at once.
  private static func isData(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 60
      && line.prefix(200).allSatisfy { $0.isLetter || $0.isDigit || $0 == ASCII.plus || $0 == ASCII.slash }
  }

  private mutating func scanLine() throws(IntakeError) {
    let start = index
    let line = nextLine()
    guard line.starts(with: [ASCII.hyphen, ASCII.hyphen]), let found = level(of: line) else { return }
    close(down: found.level, at: start)
    if found.isClosing {
      close(down: found.level - 1, at: start)
    } else {
      try scanEntity(parent: open[found.level - 1].part)
    }
  }

  /// Which open container a boundary line belongs to, counted from 1, and whether it closes it.
  private func level(of line: ArraySlice<UInt8>) -> (level: Int, isClosing: Bool)? {
    var name = line.dropFirst(2)
    while let last = name.last, last.isWhite { name.removeLast() }
    if let level = levels[name]?.last { return (level, false) }
    guard name.count >= 2, name.suffix(2).elementsEqual("--".utf8) else { return nil }
    return levels[name.dropLast(2)]?.last.map { ($0, true) }
  }

  /// Closes all containers above `level`, and ends the parts that were open at `offset`.
  private mutating func close(down level: Int, at offset: Int) {
    endOpenParts(above: level, at: offset)
    while open.count > level, let container = open.popLast() {
      levels[container.boundary]?.removeLast()
      if levels[container.boundary]?.isEmpty ?? false { levels[container.boundary] = nil }
    }
  }

  /// The last part, and every one that it stands in, end here, up to the container of `level`.
  private mutating func endOpenParts(above level: Int, at offset: Int) {
    let stop = level > 0 ? open[level - 1].part : nil
    var number = parts.indices.last
    while let part = number, part != stop {
      // A part that ended before keeps its end.
      if parts[part].body.upperBound == bytes.count {
        parts[part].body = parts[part].body.lowerBound..<max(parts[part].body.lowerBound, end(before: offset))
      }
      number = parts[part].parent
    }
  }

  /// The line end before a boundary belongs to the boundary.
  private func end(before offset: Int) -> Int {
    guard offset > 0, bytes[offset - 1] == ASCII.newline else { return offset }
    return offset > 1 && bytes[offset - 2] == ASCII.carriageReturn ? offset - 2 : offset - 1
  }
}
