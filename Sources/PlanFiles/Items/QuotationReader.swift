import Markdown
import PlanModel

/// Reads block quotes that end in an attribution:
///
///     > I've tried three times and I can't figure out how to do this.
///     > — so-7h3q2dkm#L12
///
/// A block may hold several, one behind the other. The attribution may stand below the block, too, or its citation in brackets
/// behind the words: either carries the statement, so that the words are held against it. A quote without an attribution claims no source and is left alone.
struct QuotationReader {
  private(set) var quotations: [Quotation] = []
  /// The lines of attributions that name a source and cite nothing in it.
  private(set) var malformed: [(line: Int, text: String)] = []

  /// - Parameter next: the block behind it.
  mutating func read(_ block: MarkdownBlock, followedBy next: MarkdownBlock?, of text: LinedText) {
    var words: [String] = []
    var firstLine = block.lines.lowerBound
    for number in block.lines {
      let line = Self.unquoted(text.line(number))
      switch Self.attribution(line) {
      case .statements(let citation):
        quotations.append(Quotation(text: words.joined(separator: " "), citation: citation, line: firstLine))
        words = []
      case .item:
        malformed.append((number, line))
      // A malformed citation is found wherever it stands.
      case .malformed: words = []
      case nil:
        guard !line.isEmpty else { continue }
        if words.isEmpty { firstLine = number }
        if let (said, citation) = Self.splitInline(line) {
          words.append(said)
          quotations.append(Quotation(text: words.joined(separator: " "), citation: citation, line: firstLine))
          words = []
        } else {
          words.append(line)
        }
      }
    }
    if !words.isEmpty, let next, next.kind == .paragraph, next.lines.count == 1,
      case .statements(let citation)? = Self.attribution(Self.unquoted(text.line(next.lines.lowerBound)))
    {
      quotations.append(Quotation(text: words.joined(separator: " "), citation: citation, line: firstLine))
    }
  }

  private static func unquoted(_ line: ArraySlice<UInt8>) -> String {
    var rest = line
    while let first = rest.first, first == .space || first == .tab || first == .greaterThan { rest = rest.dropFirst() }
    return String(decoding: rest, as: UTF8.self).foldingWhiteSpace()
  }

  /// Words and their attribution on one line: `I gave up. — so-7h3q2dkm#L12`.
  private static func splitInline(_ line: String) -> (String, Citation)? {
    // Most lines name nothing, which is quickly seen.
    guard !MentionScanner.mentions(inLine: line).isEmpty else { return nil }
    if line.hasSuffix(")"), let open = line.ranges(of: " (").last,
      case .statements(let citation)? = attribution(String(line[open.upperBound...].dropLast()))
    {
      return (String(line[..<open.lowerBound]), citation)
    }
    for dash in [" — ", " – ", " - "] {
      guard let place = line.ranges(of: dash).last,
        case .statements(let citation)? = attribution("— " + line[place.upperBound...]),
        line[place.upperBound...].split(separator: " ").last.map({ MentionScanner.mentions(inLine: String($0)).isEmpty }
        ) == false
      else { continue }
      return (String(line[..<place.lowerBound]), citation)
    }
    return nil
  }

  /// What a line attributes the words above it to: any dash and a citation, perhaps with a name before it or as a link;
  /// or nothing but a citation.
  private static func attribution(_ line: String) -> Mention.Target? {
    guard let first = line.unicodeScalars.first else { return nil }
    let isDashed = first == "—" || first == "–" || first == "-" || first == "―"
    guard isDashed || !line.utf8.contains(.space) else { return nil }
    return MentionScanner.mentions(inLine: line).first { $0.item.kind == .source }?.target
  }
}
