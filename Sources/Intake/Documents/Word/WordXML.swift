import PlanModel
import XMLText

/// XML of a part, with its errors as those of a Word file.
struct WordXML {
  private var reader: XMLReader

  init(_ bytes: [UInt8]) throws(IntakeError) {
    do throws(XMLError) { reader = try XMLReader(bytes) } catch { throw IntakeError(error) }
  }

  mutating func next() throws(IntakeError) -> XMLEvent? {
    do throws(XMLError) { return try reader.next() } catch { throw IntakeError(error) }
  }
}

extension IntakeError {
  fileprivate init(_ error: XMLError) {
    let flaw: Flaw =
      switch error.problem {
      case .empty, .truncated: .unexpectedEnd
      case .tooDeep: .tooDeep
      case .tooManyAttributes, .mismatchedTag, .unknownEntity, .declarations, .unknownEncoding, .malformed: .badMarkup
      }
    self = .malformed(.docx, flaw, line: error.line, column: error.column)
  }
}
