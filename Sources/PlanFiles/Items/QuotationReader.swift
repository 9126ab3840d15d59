import Markdown
import PlanModel

/// Reads block quotes that end in an attribution:
///
///     > I've tried three times and I can't figure out how to do this.
///     > — so-7h3q2dkm#L12
///
/// A block may hold several, one behind the other. A quote without an attribution claims no source and is left alone.
enum QuotationReader {
  static func quotations(in block: MarkdownBlock, of text: LinedText) -> [Quotation] {
    var quotations: [Quotation] = []
    var words: [String] = []
    var firstLine = block.lines.lowerBound
    for number in block.lines {
      let line = unquoted(text.line(number))
      if let citation = attribution(line) {
        quotations.append(Quotation(text: words.joined(separator: " "), citation: citation, line: firstLine))
        words = []
      } else if !line.isEmpty {
        if words.isEmpty { firstLine = number }
        words.append(line)
      }
    }
    return quotations
  }

  private static func unquoted(_ line: ArraySlice<UInt8>) -> String {
    var rest = line
    while let first = rest.first, first == .space || first == .tab || first == .greaterThan { rest = rest.dropFirst() }
    return String(decoding: rest, as: UTF8.self).foldingWhiteSpace()
  }

  /// `— so-7h3q2dkm#L12`, with any dash and perhaps a name before the citation, or the citation in parentheses.
  private static func attribution(_ line: String) -> Citation? {
    guard let dash = line.unicodeScalars.first, ["—", "–", "-", "―"].contains(dash) else { return nil }
    guard let last = line.split(separator: " ").last else { return nil }
    return Citation(last.trimming(["(", ")", "[", "]", ",", "."]))
  }
}

extension StringProtocol {
  /// The text without any of `characters` at its ends.
  func trimming(_ characters: Set<Character>) -> SubSequence {
    let start = firstIndex { !characters.contains($0) } ?? endIndex
    let end = lastIndex { !characters.contains($0) }.map { index(after: $0) } ?? start
    return self[start..<Swift.max(start, end)]
  }
}
