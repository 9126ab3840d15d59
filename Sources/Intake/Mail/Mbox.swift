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
  func message(_ number: Int) -> [UInt8] { Self.unmarked(bytes[messages[number]]) }

  static func unmarked(_ message: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(message.count)
    var start = message.startIndex
    for index in message.indices where message[index] == ASCII.greater && isMark(index, in: message) {
      result += message[start..<index]
      start = index + 1
    }
    return result + message[start...]
  }

  /// Whether `>` at `index` is the first of a line and only more of them stand before `From `.
  private static func isMark(_ index: Int, in message: ArraySlice<UInt8>) -> Bool {
    guard index > message.startIndex, message[index - 1] == ASCII.newline else { return false }
    return message[index...].drop { $0 == ASCII.greater }.starts(with: "From ".utf8)
  }
}
