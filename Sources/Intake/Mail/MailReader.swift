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

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    var manuscript = Manuscript()
    var attachments = AttachmentList()
    let message = bytes.starts(with: "From ".utf8) ? Mbox.unmarked(bytes[...]) : bytes
    let header = try read(message, into: &manuscript, attachments: &attachments)
    manuscript.mergePeople()
    manuscript.keepAskingSubjects()
    manuscript.attachments = attachments.all
    manuscript.origin = Origin(rootMessage: MessageIDs(header).root)
    return manuscript
  }

  /// Adds what a message says; the title and date of the first are those of the whole. Gives the message's header.
  @discardableResult
  static func read(
    _ bytes: [UInt8], into manuscript: inout Manuscript, attachments: inout AttachmentList
  ) throws(IntakeError) -> HeaderFields {
    let reader = MailReader(bytes: bytes, parts: try MessageScanner.parts(of: bytes))
    try reader.read(into: &manuscript, &attachments)
    return reader.parts.first?.header ?? HeaderFields([])
  }

  private func read(into manuscript: inout Manuscript, _ attachments: inout AttachmentList) throws(IntakeError) {
    let isFirst = manuscript.voices.isEmpty
    let uses = PartChoice.uses(of: parts, in: bytes)
    var authors: [Voice] = []
    for (number, part) in parts.enumerated() {
      let isMessage = part.parent.map { parts[$0].isMessage } ?? true
      authors.append(isMessage ? Self.author(part.header) : authors[part.parent ?? 0])
      if isMessage { Self.begin(part.header, author: authors[number], in: &manuscript) }
      if isFirst, part.parent == nil {
        manuscript.title = Title.shortened(part.header.text("subject"))
        manuscript.received = Self.date(part.header)
      }
      switch uses[number] {
      case .read: try read(part, author: authors[number], into: &manuscript)
      case .list: attachments.add(part, of: bytes)
      case .pass: break
      }
    }
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
  private static func begin(_ header: HeaderFields, author: Voice, in manuscript: inout Manuscript) {
    let subject = header.text("subject")
    // Somebody may be named in many messages, and is one of the people in the end.
    for field in ["from", "to", "cc"] where manuscript.people.count < 3 * IntakeLimits.people {
      manuscript.people += Mailbox.list(header[field]).map(\.person)
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

  private func read(_ part: MessagePart, author: Voice, into manuscript: inout Manuscript) throws(IntakeError) {
    let start = manuscript.text.count
    manuscript.text += part.text(in: bytes)
    let lines = try LineTable.lines(of: &manuscript.text, from: start, quoted: true)
    manuscript.text += [ASCII.newline, ASCII.newline]
    ThreadReader.read(lines, author: author, into: &manuscript)
  }
}
