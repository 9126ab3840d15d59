import Git
import Grounding
import Workflow

/// What refers to code that is perhaps meant, and what could be done as: short, beside a longer answer.
enum NearCodeView {
  private static let shown = 6

  static func append(_ dependents: Dependents, to text: inout TerminalText) {
    let edges = dependents.edges.filter { $0.certainty != .possible }
    guard !edges.isEmpty else { return }
    text.line("\("Refers to the first of these", .strong)")
    for edge in edges.prefix(shown) {
      text.line("  \(edge.path):\(edge.line)\(symbol(edge))  \("\(words(edge)), \(edge.certainty.rawValue)", .faint)")
    }
    if edges.count > shown {
      text.line("  \("\(edges.count - shown) more: git handoff impact <path::symbol>", .faint)")
    }
    text.line()
  }

  static func append(_ patterns: [FoundPattern], to text: inout TerminalText) {
    guard !patterns.isEmpty else { return }
    text.line("\("To do as", .strong)")
    for found in patterns {
      text.line("  \(found.pattern.path)")
      for line in wrapped(PatternWords.reason(found), width: 100) { text.line("    \(line, .faint)") }
    }
    text.line()
  }

  private static func symbol(_ edge: Dependent) -> String { edge.symbol.map { "  \($0)" } ?? "" }

  static func words(_ edge: Dependent) -> String {
    "\(ImpactView.words(edge.shape)) \(edge.target.symbol ?? edge.target.path), \(ImpactView.words(edge.link))"
  }

  static func json(_ found: FoundPattern) -> JSONValue {
    [
      "path": .string(found.pattern.path), "commit": JSONValue(found.pattern.commit?.hex),
      "reason": .string(PatternWords.reason(found)), "like": .string(found.pattern.target),
      "subject": .string(found.subject), "words": JSONValue(found.pattern.words) { .string($0) },
      "parts": JSONValue(found.pattern.parts) { part in
        ["path": .string(part.path), "role": .string(part.role.rawValue), "new": .bool(part.isNew)]
      },
    ]
  }
}
