import JSONText

extension JSONDocument {
  /// Parses a report, or a line of one. A text that could hold too many values to keep is refused before.
  init(report bytes: [UInt8], in range: Range<Int>, origin: String) throws(ResultsError) {
    var most = 1
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"): most += 1
      default: break
      }
    }
    guard most <= ReportLimits.values else {
      throw ResultsError(.tooManyValues(limit: ReportLimits.values), origin: origin)
    }
    do throws(JSONError) {
      try self.init(bytes, in: range)
    } catch {
      throw ResultsError(error, origin: origin)
    }
  }
}

extension ResultsError {
  init(_ error: JSONError, origin: String) {
    let problem: Problem =
      switch error.problem {
      case .unexpectedEnd: .truncated(open: nil)
      case .tooDeep: .tooDeep(limit: JSONDocument.deepest)
      case .unexpectedCharacter, .badEscape, .badNumber, .controlCharacter, .textBehindTheEnd: .notJSON
      }
    self.init(problem, origin: origin, line: error.line, column: error.column)
  }
}
