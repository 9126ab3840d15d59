/// Messages that answer each other.
struct MessageThread {
  struct Entry {
    /// The message's place in the mailbox, from 0.
    var message: Int
    /// Another message of the same id came before it.
    var isRepeated: Bool
  }

  /// In the order in which they are read: parents before replies, siblings by date.
  var entries: [Entry]
  /// The id of the message that began it, which need not be among them.
  var root: String?
}

extension MessageThread {
  /// Puts messages in threads, in the order in which the threads begin in the mailbox.
  static func threads(of messages: [ThreadedMessage]) -> [MessageThread] {
    var builder = ThreadBuilder(messages)
    return builder.threads()
  }
}
