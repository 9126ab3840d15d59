/// A mailbox: messages one behind the other, each below an envelope line (RFC 4155).
struct Mbox {
  let bytes: [UInt8]
  /// The messages with their envelope lines, in the order of the file; together they are all of it.
  let messages: [Range<Int>]
  let threads: [MessageThread]

  init(_ bytes: [UInt8]) throws(IntakeError) {
    self.bytes = bytes
    messages = try MboxScanner.messages(in: bytes)
    threads = MessageThread.threads(of: messages.map { ThreadedMessage(MessageScanner.header(of: Array(bytes[$0]))) })
  }

  /// The messages of a thread as they came, in the order of the file.
  func material(of thread: MessageThread) -> [UInt8] {
    thread.entries.map(\.message).sorted().flatMap { bytes[messages[$0]] }
  }

  /// A message with the `>` taken off that mailboxes put before a body's own `From ` lines, one a line as mboxrd has it.
  func message(_ number: Int) -> [UInt8] {
    let range = messages[number]
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var start = range.lowerBound
    for index in range where bytes[index] == ASCII.greater && isMarked(index, in: range) {
      result += bytes[start..<index]
      start = index + 1
    }
    return result + bytes[start..<range.upperBound]
  }

  /// Whether `>` at `index` is the first of a line and only more of them stand before `From `.
  private func isMarked(_ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound, bytes[index - 1] == ASCII.newline else { return false }
    let rest = bytes[index..<range.upperBound]
    return rest.drop { $0 == ASCII.greater }.starts(with: "From ".utf8)
  }
}
