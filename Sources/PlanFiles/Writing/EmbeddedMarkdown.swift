import Markdown
import PlanModel

/// Markdown of others as it can stand in a plan file: word for word, and without a heading, comment or `verify` block that
/// the plan would take for its own.
package enum EmbeddedMarkdown {
  /// The text with its headings below `level`; what cannot be made harmless that way stands in a code block.
  package static func text(_ raw: String, below level: Int) -> String {
    let text = withoutEdges(raw)
    guard !text.isEmpty else { return "" }
    let blocks = MarkdownDocument(Array(text.utf8)).blocks
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = blocks.compactMap { block in
      if case .heading(let own) = block.kind { (line: block.lines.lowerBound - 1, level: own) } else { nil }
    }
    let reachesOut = holdsMarks(lines) || blocks.contains { isRisky($0, lines) }
    guard !reachesOut, headings.allSatisfy({ lines[$0.line].drop { $0 == " " }.hasPrefix("#") }) else {
      return indented(text)
    }
    let shift = level + 1 - (headings.map(\.level).min() ?? level + 1)
    if shift > 0 {
      for heading in headings {
        let words = lines[heading.line].drop { $0 == " " }.drop { $0 == "#" }
        lines[heading.line] = String(repeating: "#", count: min(6, heading.level + shift)) + words
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func withoutEdges(_ raw: String) -> String {
    var lines = raw.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }[...]
    while lines.first?.foldingWhiteSpace().isEmpty == true { lines = lines.dropFirst() }
    while lines.last?.foldingWhiteSpace().isEmpty == true { lines = lines.dropLast() }
    let text = lines.joined(separator: "\n")
    guard text.utf8.contains(0) else { return text }
    return String(text.map { $0 == "\0" ? "\u{fffd}" : $0 })
  }

  /// A block that would reach beyond its text, or be read as part of the plan.
  private static func isRisky(_ block: MarkdownBlock, _ lines: [Substring]) -> Bool {
    switch block.kind {
    case .html: return true
    case .code(let info, isFenced: true):
      let opening = lines[block.lines.lowerBound - 1].drop { $0 == " " }
      let closing = lines[min(block.lines.upperBound, lines.count) - 1].drop { $0 == " " }
      let mark = opening.prefix { $0 == opening.first }
      return info.lowercased().hasPrefix("verify") || block.lines.count == 1 || !closing.hasPrefix(mark)
    default: return false
    }
  }

  /// Comments, which may hold waivers, and marks of a merge conflict.
  private static func holdsMarks(_ lines: [Substring]) -> Bool {
    lines.contains { line in
      line.utf8.starts(with: "<<<<<<<".utf8) || Array(line.utf8)[...].firstPlace(of: Array("<!--".utf8)) != nil
    }
  }

  /// A code block by indentation: neither a fence nor a mark in it means anything.
  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
