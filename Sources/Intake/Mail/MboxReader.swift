import PlanModel

/// A mailbox of RFC 5322 messages, read thread after thread.
struct MboxReader: FormatReader {
  static let format = SourceFormat.mbox
  static let decodesItself = true

  /// An envelope line with a header behind it; two of them unless the file is called a mailbox, as programs put such a
  /// line before a single message too.
  static func recognises(_ sample: FormatSample) -> Bool {
    MboxScanner.isMailbox(sample.raw, several: !["mbox", "mbx", "mboxrd"].contains(sample.fileExtension))
  }

  /// A thread each, as the bytes of its messages.
  static func conversations(in material: Material) throws(IntakeError) -> [Material] {
    let mailbox = try Mbox(material.bytes)
    guard mailbox.threads.count > 1 else { return [material] }
    return mailbox.threads.map { Material(mailbox.material(of: $0), name: material.name) }
  }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    let mailbox = try Mbox(material.bytes)
    var manuscript = Manuscript()
    var attachments = AttachmentList()
    for thread in mailbox.threads {
      for (place, entry) in thread.entries.enumerated() {
        let first = manuscript.passages.count
        try MailReader.read(mailbox.message(entry.message), into: &manuscript, attachments: &attachments)
        markRepeated(from: first, isReply: place > 0, isRepeated: entry.isRepeated, in: &manuscript)
        if manuscript.people.count > 2 * IntakeLimits.people { manuscript.mergePeople() }
      }
    }
    manuscript.mergePeople()
    manuscript.attachments = attachments.all
    manuscript.origin = Origin(rootMessage: mailbox.threads.count == 1 ? mailbox.threads.first?.root : nil)
    return manuscript
  }

  /// A message that came twice, and the subject of a reply, say nothing that was not said before.
  private static func markRepeated(
    from first: Int, isReply: Bool, isRepeated: Bool, in manuscript: inout Manuscript
  ) {
    guard isReply else { return }
    for index in manuscript.passages.indices[first...] where isRepeated || manuscript.passages[index].form == .title {
      manuscript.passages[index].isQuoted = true
    }
  }
}
