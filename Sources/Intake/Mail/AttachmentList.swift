/// The files that came with the messages of a source, each once.
struct AttachmentList {
  private(set) var all: [Attachment] = []
  private var seen: Set<Attachment> = []
  /// How many bytes of contents may still be kept.
  private var room = IntakeLimits.attachmentsBytes

  /// Adds the part of a message; its contents are kept as far as `IntakeLimits` allow.
  mutating func add(_ part: MessagePart, of bytes: [UInt8]) {
    let body = bytes[part.body]
    var file = Attachment(
      name: Self.lastPart(part.fileName), type: part.mediaType,
      bytes: TransferEncoding.decodedCount(body, part.encoding))
    if let count = file.bytes, count <= min(IntakeLimits.attachmentBytes, room) {
      file.content = TransferEncoding.decode(body, part.encoding)
      file.bytes = file.content?.count
    }
    guard seen.insert(file).inserted else { return }
    room -= file.content?.count ?? 0
    all.append(file)
  }

  /// A name that came with folders, as Windows or Unix write them, without them.
  private static func lastPart(_ path: String) -> String {
    path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
  }
}
