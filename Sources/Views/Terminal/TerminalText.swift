/// Text for a terminal, as lines of styled spans. What is interpolated is sanitised; literals are the program's own.
package struct TerminalText: Sendable {
  /// What a span means; colours follow from it.
  package enum Style: Hashable, Sendable {
    case plain, strong, faint, id, good, bad, caution
  }

  package struct Span: Hashable, Sendable {
    package var text: String
    package var style: Style
    /// The file that it names, from the top of the work tree.
    package var file: String?
  }

  package private(set) var lines: [[Span]] = []

  package init() {}

  /// Adds one line.
  package mutating func line(_ text: StyledLine = "") { lines.append(text.spans) }

  /// Adds the lines of another text, each behind `indent` blanks.
  package mutating func append(_ other: TerminalText, indent: Int = 0) {
    let margin = Span(text: String(repeating: " ", count: indent), style: .plain)
    lines += other.lines.map { indent == 0 || $0.allSatisfy(\.text.isEmpty) ? $0 : [margin] + $0 }
  }

  /// The text with a line end behind every line; with colours as SGR sequences (ECMA-48 §8.3.117) when asked.
  ///
  /// - Parameter top: the top of the work tree, absolute, where names of files are to be links.
  package func rendered(inColor: Bool, linkingBelow top: String? = nil) -> String {
    lines.map { line in line.map { (inColor ? $0.colored : $0.text).linked(to: $0.file, below: top) }.joined() + "\n" }
      .joined()
  }
}

extension TerminalText.Span {
  fileprivate var colored: String {
    guard let code = style.code, !text.isEmpty else { return text }
    return "\u{1b}[\(code)m\(text)\u{1b}[0m"
  }
}

extension TerminalText.Style {
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .id: "33"
    case .good: "32"
    case .bad: "31"
    case .caution: "35"
    }
  }
}

/// One line of styled text: `"\(story.id, .id)  \(story.title)"`.
package struct StyledLine: ExpressibleByStringInterpolation, Sendable {
  package var spans: [TerminalText.Span]

  init(spans: [TerminalText.Span]) { self.spans = spans }

  package init(stringLiteral text: String) { spans = [TerminalText.Span(text: text, style: .plain)] }
  package init(stringInterpolation: Interpolation) { spans = stringInterpolation.spans }

  /// A line of words from elsewhere.
  package init(_ text: some CustomStringConvertible, _ style: TerminalText.Style = .plain) {
    spans = [TerminalText.Span(text: Sanitiser.line(text.description), style: style)]
  }

  package struct Interpolation: StringInterpolationProtocol {
    /// Words that name a file, which a terminal may open.
    package mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ style: TerminalText.Style = .plain, file: String
    ) {
      spans.append(TerminalText.Span(text: Sanitiser.line(value.description), style: style, file: file))
    }

    var spans: [TerminalText.Span] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      spans.append(TerminalText.Span(text: literal, style: .plain))
    }

    package mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ style: TerminalText.Style = .plain
    ) {
      spans.append(TerminalText.Span(text: Sanitiser.line(value.description), style: style))
    }

    package mutating func appendInterpolation(_ line: StyledLine) { spans += line.spans }
  }
}
