import JSONText
import PlanModel

/// JSON of a shape that no other reader knows: whatever people wrote in it, by whom and when as far as it tells.
struct JSONReader: FileReader {
  static let format = SourceFormat.json

  static func recognises(_ sample: FormatSample) -> Bool {
    sample.json.contains { $0.kind == .object || $0.elements.contains { $0.isContainer || $0.kind == .string } }
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    var voices = JSONVoices()
    for text in try JSONOriginal.texts(of: bytes, format: format) { voices.read(text) }
    return try voices.conversation.manuscript()
  }
}

/// A JSON object on each line (https://jsonlines.org): a line is a voice.
struct JSONLinesReader: FileReader {
  static let format = SourceFormat.jsonLines

  static func recognises(_ sample: FormatSample) -> Bool {
    guard !sample.json.isEmpty else { return false }
    if ["jsonl", "ndjson", "jsonlines"].contains(sample.fileExtension) { return true }
    let lines = sample.lines(2).map(\.trimmed)
    return lines.count == 2 && sample.json.count > 1
      && lines.allSatisfy { $0.first == ASCII.openBrace && ($0.last == ASCII.closeBrace || $0.count > 1_000) }
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    let written = JSONOriginal.utf8(bytes)
    var voices = JSONVoices()
    var start = 0
    while start < written.count {
      let end = written[start...].firstIndex(of: ASCII.newline) ?? written.count
      if written[start..<end].contains(where: { !$0.isWhite }) {
        do throws(JSONError) {
          voices.read(try JSONDocument(written, in: start..<end).root, isRecord: true)
        } catch {
          throw JSONOriginal.malformed(format, error)
        }
      }
      start = end + 1
    }
    return try voices.conversation.manuscript()
  }
}
