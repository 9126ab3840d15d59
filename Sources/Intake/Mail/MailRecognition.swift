extension MailReader {
  /// Fields of which a message has some, and hardly any other text has two.
  private static let known: Set<String> = [
    "from", "to", "cc", "subject", "date", "message-id", "received", "mime-version", "content-type", "return-path",
    "delivered-to", "reply-to", "in-reply-to", "references", "x-mailer", "dkim-signature", "content-transfer-encoding",
    "sender", "bcc", "list-id",
  ]

  /// A header of fields that mail has, and an empty line behind it.
  static func recognises(_ sample: FormatSample) -> Bool {
    let names = headerNames(sample.raw)
    let known = names.count { Self.known.contains($0) }
    if ["eml", "email", "mht"].contains(sample.fileExtension) { return known >= 1 }
    if names.first == "content-type" && known >= 1 && names.count <= 4 { return hasMediaType(sample.raw) }
    return known >= 2 && known * 4 >= names.count
      && (names.contains("from") || names.contains("message-id") || known >= 3)
  }

  /// Whether this is a mailbox of more than one message: each begins with a line such as
  /// `From kim@example.com Mon May  4 09:12:00 2026` (RFC 4155, appendix A).
  static func isMailbox(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "From ".utf8) else { return false }
    let lines = bytes.split(separator: ASCII.newline, omittingEmptySubsequences: true)
    return lines.lazy.filter(isEnvelope).prefix(2).count > 1
  }

  private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 500, line.starts(with: "From ".utf8) else { return false }
    let words = line.split(separator: ASCII.space)
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return words.count >= 6 && days.contains { words[2].elementsEqual($0.utf8) }
  }

  private static func hasMediaType(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix(200).prefix { $0 != ASCII.newline }
    return line.contains(ASCII.slash) && line.contains(ASCII.semicolon)
  }

  /// The names of the fields at the beginning, in lower case; empty when the beginning is no header.
  private static func headerNames(_ bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var strays = 0
    var rest = bytes.prefix(FormatSample.length).drop(while: \.isWhite)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var isFirst = true
    while !rest.isEmpty {
      let line = rest.prefix { $0 != ASCII.newline }
      rest = rest.dropFirst(line.count + 1)
      if line.allSatisfy(\.isWhite) { return names }
      defer { isFirst = false }
      if let first = line.first, first == ASCII.space || first == ASCII.tab, !names.isEmpty { continue }
      if let colon = HeaderFields.colon(in: line) {
        names.append(line[..<colon].trimmed.string.lowercased())
      } else if !(isFirst && line.hasPrefix(ignoringCase: "From ")) {
        strays += 1
        if names.isEmpty || strays > 2 { return [] }
      }
    }
    return names
  }
}
