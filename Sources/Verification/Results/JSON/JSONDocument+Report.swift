import JSONText

extension JSONDocument {
  /// Parses a report, or a line of one. A text that could hold too many values to keep is refused before.
  init(report bytes: [UInt8], in range: Range<Int>, origin: String) throws(ResultsError) {
    guard Self.mostValues(in: bytes[range]) <= ReportLimits.values else {
      throw ResultsError(.tooManyValues(limit: ReportLimits.values), origin: origin)
    }
    do throws(JSONError) {
      try self.init(bytes, in: range)
    } catch {
      throw ResultsError(error, origin: origin)
    }
  }

  /// A line that may be one of a report; nil where it is not, wherever that shows: every line of a file may be tried.
  init?(trying bytes: [UInt8], in range: Range<Int>) {
    guard Self.mostValues(in: bytes[range]) <= ReportLimits.values, let document = try? JSONDocument(bytes, in: range)
    else { return nil }
    self = document
  }

  /// As many values as a text can hold at most.
  private static func mostValues(in text: ArraySlice<UInt8>) -> Int {
    1 + text.count { [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{")].contains($0) }
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
