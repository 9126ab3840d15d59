/// Words that somebody quotes, as mail and chats mark them.
enum QuotedLines {
  static func quoting(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
  }
}
