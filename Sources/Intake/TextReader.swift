import PlanModel

/// Plain text: a chat log or transcript where the lines show speakers, else a thread with what it quotes.
struct TextReader: FileReader {
  static let format = SourceFormat.text

  /// Whatever is text and nothing else.
  static func recognises(_ sample: FormatSample) -> Bool { !sample.head.isEmpty }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript { try manuscript(of: Material(bytes)) }

  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    let bytes = material.bytes
    if let offset = TextSniffer.firstForeignByte(in: bytes) { throw .notText(offset: offset) }
    var manuscript = Manuscript(text: TextDecoder.decode(bytes[...]))
    let plain = try LineTable.lines(of: &manuscript.text, quoted: false)
    let heads = SpeechLine.joined(plain, of: manuscript.text)
    if let speech = SpeechPattern(heads, of: manuscript.text, dateOrder: material.dateOrder) {
      ChatReader.read(heads, pattern: speech, into: &manuscript)
      return manuscript
    }
    let lines = try LineTable.lines(of: &manuscript.text, quoted: true)
    ThreadReader.read(lines, author: Voice(), into: &manuscript)
    return manuscript
  }
}
