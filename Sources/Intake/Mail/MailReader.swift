import PlanModel

/// One RFC 5322 message with its MIME parts.
///
/// The decoded text is the subject and then every part that is read, in order; a message within the message begins with
/// its own subject and is a turn of its own sender.
struct MailReader: FileReader {
  static let format = SourceFormat.mail
  static let decodesItself = true

  private let bytes: [UInt8]
  private let parts: [MessagePart]
  private var manuscript = Manuscript()

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    var reader = MailReader(bytes: bytes, parts: try MessageScanner.parts(of: bytes))
    try reader.read()
    return reader.manuscript
  }

  private init(bytes: [UInt8], parts: [MessagePart]) {
    self.bytes = bytes
    self.parts = parts
  }

  private mutating func read() throws(IntakeError) {
    let uses = PartChoice.uses(of: parts, in: bytes)
    var authors: [Voice] = []
    for (number, part) in parts.enumerated() {
      let isMessage = part.parent.map { parts[$0].isMessage } ?? true
      authors.append(isMessage ? Self.author(part.header) : authors[part.parent ?? 0])
      if isMessage { try begin(part.header, author: authors[number], isOuter: part.parent == nil) }
      switch uses[number] {
      case .read: try read(part, author: authors[number])
      case .list: list(part)
      case .pass: break
      }
    }
    manuscript.mergePeople()
  }

  private static func author(_ header: HeaderFields) -> Voice {
    let sender = Mailbox.list(header["from"] ?? header["sender"]).first
    return Voice(name: sender?.shownName ?? "", time: date(header) ?? "")
  }

  private static func date(_ header: HeaderFields) -> String? {
    let iso = header["date"].map { CalendarScanner.reading(of: $0).iso() } ?? ""
    return iso.isEmpty ? nil : iso
  }

  /// Takes down who writes to whom, and the subject as the first thing said.
  private mutating func begin(_ header: HeaderFields, author: Voice, isOuter: Bool) throws(IntakeError) {
    let subject = header.text("subject")
    for field in ["from", "to", "cc"] where manuscript.people.count < IntakeLimits.people {
      manuscript.people += Mailbox.list(header[field]).map(\.person)
    }
    if isOuter {
      manuscript.title = Title.shortened(subject)
      manuscript.received = Self.date(header)
    }
    manuscript.voices.append(author)
    guard !subject.isEmpty else { return }
    let start = manuscript.text.count
    manuscript.text += Array(subject.utf8) + [ASCII.newline, ASCII.newline]
    let range = start..<(start + subject.utf8.count)
    // "Re: Invoice" repeats what somebody else has said.
    let chatter: Chatter? = ReplySubject.isReply(subject) ? .attribution : nil
    manuscript.passages.append(
      Passage(range: range, voice: manuscript.voices.count - 1, form: .title, chatter: chatter))
  }

  private mutating func read(_ part: MessagePart, author: Voice) throws(IntakeError) {
    let start = manuscript.text.count
    manuscript.text += Self.text(of: part, bytes[part.body])
    let lines = try LineTable.lines(of: &manuscript.text, from: start, quoted: true)
    manuscript.text += [ASCII.newline, ASCII.newline]
    ThreadReader.read(lines, author: author, into: &manuscript)
  }

  private static func text(of part: MessagePart, _ body: ArraySlice<UInt8>) -> [UInt8] {
    let decoded = TransferEncoding.decode(body, part.encoding)
    if part.isMarkup {
      let label = part.type["charset"] ?? HTMLText.declaredCharacterSet(in: decoded[...])
      return HTMLText.text(of: CharacterSet(label).decode(decoded[...])[...])
    }
    let text = CharacterSet(part.type["charset"]).decode(decoded[...])
    guard part.type["format"] == "flowed" else { return text }
    return FlowedText.unflowed(text[...], deletesSpace: part.type["delsp"] == "yes")
  }

  private mutating func list(_ part: MessagePart) {
    let count = TransferEncoding.decodedCount(bytes[part.body], part.encoding)
    manuscript.attachments.append(Attachment(name: part.fileName, type: part.mediaType, bytes: count))
  }
}

/// Subjects that are not the writer's own.
enum ReplySubject {
  private static let prefixes: Set<String> = [
    "re", "aw", "sv", "vs", "antw", "ref", "rif", "odp", "res", "ynt", "回复", "答复", "返信", "fw", "fwd", "wg", "tr", "rv",
    "i", "enc", "doorst", "vb", "vl", "转发",
  ]

  static func isReply(_ subject: String) -> Bool {
    guard let colon = subject.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    return prefixes.contains(subject[..<colon].prefix { $0 != "[" && $0 != "(" }.lowercased())
  }
}
