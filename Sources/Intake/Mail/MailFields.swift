/// Fields of which a message has some, and hardly any other text has two.
enum MailFields {
  private static let known: Set<String> = [
    "from", "to", "cc", "subject", "date", "message-id", "received", "mime-version", "content-type", "return-path",
    "delivered-to", "reply-to", "in-reply-to", "references", "x-mailer", "dkim-signature", "content-transfer-encoding",
    "sender", "bcc", "list-id", "x-gm-thrid", "x-gmail-labels", "x-mozilla-status", "x-account-key", "arc-seal",
  ]

  /// `name` is a field's name as it stands in a header.
  static func isKnown(_ name: ArraySlice<UInt8>) -> Bool { known.contains(name.trimmed.string.lowercased()) }

  static func isKnown(_ name: String) -> Bool { known.contains(name) }
}
