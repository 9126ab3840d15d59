import JSONText
import PlanModel

/// An original that is JSON: one text, several one behind the other, or one a line.
enum JSONOriginal {
  /// The one JSON text that `bytes` are, in UTF-8 or UTF-16.
  static func document(of bytes: [UInt8], format: SourceFormat) throws(IntakeError) -> JSONDocument {
    do throws(JSONError) {
      return try JSONDocument(utf8(bytes))
    } catch {
      throw malformed(format, error)
    }
  }

  /// The texts that `bytes` hold: most hold one, `gh api --paginate` prints an array a page, logs have an object a line.
  static func texts(of bytes: [UInt8], format: SourceFormat) throws(IntakeError) -> [JSONNode] {
    let written = utf8(bytes)
    do throws(JSONError) {
      return Array(try JSONDocument(JSONTexts.joined(written)).root.elements)
    } catch {
      throw located(error, in: written, format)
    }
  }

  /// Bytes that are not UTF-8 are read as the text formats read them.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if let order = UTF16Order(bytes[...]) { return order.utf8(bytes[...]) }
    return isUTF8(bytes) ? bytes : TextDecoder.normalised(bytes[...])
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else {
        guard let length = UTF8Sequence.length(at: index, in: bytes[...]) else { return false }
        index += length
      }
    }
    return true
  }

  static func malformed(_ format: SourceFormat, _ error: JSONError) -> IntakeError {
    let flaw = Flaw(rawValue: error.problem.rawValue) ?? .unexpectedCharacter
    return .malformed(format, flaw, line: error.line, column: error.column)
  }

  /// The error of joined texts, found again where they stand in the original.
  private static func located(_ error: JSONError, in bytes: [UInt8], _ format: SourceFormat) -> IntakeError {
    var texts = JSONTexts(bytes)
    while let range = texts.next() {
      do throws(JSONError) {
        _ = try JSONDocument(bytes, in: range)
      } catch {
        return malformed(format, error)
      }
    }
    return malformed(format, error)
  }
}
