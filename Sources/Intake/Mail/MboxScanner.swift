/// Finds where the messages of a mailbox begin, in one pass over its lines.
///
/// Mailboxes differ in how they keep a body's own `From ` lines apart (mboxo and mboxrd mark them with `>`, mboxcl2
/// counts the bytes of a body), and many do nothing at all. So a message begins at an envelope line with a header behind
/// it, and a stated length is believed only when the next message, or the end, is where it says.
struct MboxScanner {
  /// How many lines of a header are looked at, and how many bytes.
  private static let (headerLines, headerBytes) = (60, 8_192)

  private let bytes: [UInt8]
  private let holdsPatches: Bool
  private var starts: [Int] = []

  /// The messages, each from its envelope line to the next; what stands before the first belongs to it.
  static func messages(in bytes: [UInt8]) throws(IntakeError) -> [Range<Int>] {
    var scanner = MboxScanner(bytes)
    try scanner.scan()
    let starts = [0] + scanner.starts.dropFirst()
    return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  /// Whether a mailbox begins here, and with `several` whether a second message does.
  static func isMailbox(_ bytes: [UInt8], several: Bool) -> Bool {
    var scanner = MboxScanner(bytes)
    let start = scanner.beginning
    guard scanner.isMessage(at: start, afterBlank: true) else { return false }
    guard several else { return true }
    return (try? scanner.scan(atMost: 2)) != nil && scanner.starts.count > 1
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    holdsPatches = EnvelopeLine(MboxScanner.line(at: MboxScanner.beginning(of: bytes), in: bytes))?.isPatch ?? false
  }

  private var beginning: Int { Self.beginning(of: bytes) }

  /// Behind a byte order mark and empty lines.
  private static func beginning(of bytes: [UInt8]) -> Int {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[mark...].firstIndex { !$0.isWhite } ?? bytes.count
  }

  private mutating func scan(atMost most: Int = IntakeLimits.messages) throws(IntakeError) {
    var index = beginning
    var isAfterBlank = true
    while index < bytes.count {
      let line = Self.line(at: index, in: bytes)
      if line.first == 0x46, isMessage(at: index, afterBlank: isAfterBlank) {
        guard starts.count < most else {
          if most < IntakeLimits.messages { return }
          throw .tooManyMessages(limit: most, offset: index)
        }
        starts.append(index)
        if let next = statedEnd(ofMessageAt: index) {
          (index, isAfterBlank) = (next, true)
          continue
        }
      }
      isAfterBlank = line.isEmpty
      index = Self.next(after: index, in: bytes)
    }
  }

  // MARK: lines

  /// The line that begins at `index`, without its line end.
  private static func line(at index: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let line = bytes[index...].prefix { $0 != ASCII.newline }
    return line.last == ASCII.carriageReturn ? line.dropLast() : line
  }

  private static func next(after index: Int, in bytes: [UInt8]) -> Int {
    bytes[index...].firstIndex(of: ASCII.newline).map { $0 + 1 } ?? bytes.count
  }

  // MARK: headers

  private func isMessage(at index: Int, afterBlank: Bool) -> Bool {
    guard let envelope = EnvelopeLine(Self.line(at: index, in: bytes)) else { return false }
    guard afterBlank || envelope.isCertain, !envelope.isPatch || holdsPatches else { return false }
    let needed = afterBlank && envelope.isCertain ? 1 : 2
    return knownFields(behind: Self.next(after: index, in: bytes), upTo: needed) >= needed
  }

  /// How many fields that mail has stand in the header at `index`; counted no further than `most`.
  private func knownFields(behind index: Int, upTo most: Int) -> Int {
    var (index, count, lines) = (index, 0, 0)
    let end = min(bytes.count, index + Self.headerBytes)
    while index < end, count < most, lines < Self.headerLines {
      let line = Self.line(at: index, in: bytes)
      let isFolded = lines > 0 && (line.first == ASCII.space || line.first == ASCII.tab)
      let isMarked = line.starts(with: ">From ".utf8)
      if let colon = HeaderFields.colon(in: line) {
        if MailFields.isKnown(line[..<colon]) { count += 1 }
      } else if !isFolded && !isMarked {
        break
      }
      lines += 1
      index = Self.next(after: index, in: bytes)
    }
    return count
  }

  /// Where the next message begins by the `Content-Length` of this one; nil when there is none or it is not right.
  private func statedEnd(ofMessageAt start: Int) -> Int? {
    var index = Self.next(after: start, in: bytes)
    var length: Int?
    while index < bytes.count {
      let line = Self.line(at: index, in: bytes)
      index = Self.next(after: index, in: bytes)
      if line.isEmpty { break }
      guard EnvelopeLine(line) == nil else { return nil }
      if length == nil, line.hasPrefix(ignoringCase: "Content-Length:") {
        length = Int(line.dropFirst("Content-Length:".count).trimmed.string)
      }
    }
    guard let length, length >= 0, length <= bytes.count - index else { return nil }
    var end = index + length
    while end < bytes.count, bytes[end] == ASCII.newline || bytes[end] == ASCII.carriageReturn { end += 1 }
    let isBehindLine = end == bytes.count || end > 0 && bytes[end - 1] == ASCII.newline
    return isBehindLine && (end == bytes.count || isMessage(at: end, afterBlank: true)) ? end : nil
  }
}
