package import PlanModel

/// An input in its original form: the door through which everything comes in, from bytes to statements.
package enum Original {
  /// The formats, in the order in which they are asked: the first that recognises the content wins.
  ///
  /// Text comes last, because every other format is also text.
  private static let formats: [any (FormatReader & Sendable).Type] = [
    MailReader.self, MarkdownReader.self, TextReader.self,
  ]

  /// What `bytes` are, judged by their content first and by the file's name second; nil for anything that is no text.
  package static func recognise(_ bytes: [UInt8], name: String? = nil) -> SourceFormat? {
    if OtherFormat(bytes) != nil { return nil }
    let sample = FormatSample(bytes, name: name)
    return formats.first { $0.recognises(sample) }?.format
  }

  /// Reads an original of the given format, or of the one that `recognise` names.
  ///
  /// The result depends on the bytes and the format alone: the same bytes always give the same statement numbers.
  package static func read(
    _ bytes: [UInt8], name: String? = nil, as format: SourceFormat? = nil
  ) throws(IntakeError) -> Reading {
    let reader = try reader(for: bytes, name: name, as: format)
    let manuscript = try reader.manuscript(of: bytes)
    var reading = try StatementWriter.reading(of: manuscript, format: reader.format)
    if reading.title.isEmpty { reading.title = Title.fallback(statements: reading.statements, name: name) }
    return reading
  }

  /// The decoded original: every statement of `read` occurs in it, in order, once white space is folded.
  ///
  /// UTF-8 with LF line ends. Transfer encodings, character sets, HTML tags and the `>` marks of quoted lines are
  /// undone, and unusual white space is a plain space; the words are as they came.
  package static func decodedText(of bytes: [UInt8], as format: SourceFormat) throws(IntakeError) -> String {
    let reader = try reader(for: bytes, name: nil, as: format)
    return String(decoding: try reader.manuscript(of: bytes).text, as: UTF8.self)
  }

  private static func reader(
    for bytes: [UInt8], name: String?, as format: SourceFormat?
  ) throws(IntakeError) -> any FormatReader.Type {
    guard bytes.count <= IntakeLimits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: IntakeLimits.bytes)
    }
    guard bytes.contains(where: { $0 > ASCII.space }) else { throw .empty }
    if let other = OtherFormat(bytes) { throw .otherFormat(other) }
    if MailReader.isMailbox(bytes) { throw .mailbox }
    if let format = format ?? recognise(bytes, name: name), let reader = formats.first(where: { $0.format == format }) {
      // A mail says for itself how its parts are encoded.
      if format != .mail, let offset = Encoding.firstImplausible(in: bytes) { throw .unknownEncoding(offset: offset) }
      return reader
    }
    throw .notText(offset: TextSniffer.firstForeignByte(in: bytes) ?? 0)
  }
}
