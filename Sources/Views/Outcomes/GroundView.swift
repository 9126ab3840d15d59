import Git
import Grounding
import PlanModel
package import Workflow

/// The files and functions that a text is probably about.
package enum GroundView {
  package static func text(_ outcome: GroundOutcome) -> TerminalText {
    var text = TerminalText()
    if outcome.path != nil || !outcome.known.isEmpty {
      appendWritten(outcome, to: &text)
      return text
    }
    guard !outcome.candidates.isEmpty else {
      text.line(outcome.isWordless ? "The text has no word that could be looked for." : "No code is near it.")
      return text
    }
    let about = outcome.title.map { Phrase.quoted($0) } ?? "The text"
    text.line("\(about, .strong) seems to be about, in \(outcome.commit.short, .id):")
    for (place, file) in outcome.candidates.enumerated() {
      text.line()
      append(file, number: place + 1, isAnchored: outcome.anchored.contains(file.path), to: &text)
    }
    text.line()
    NearCodeView.append(outcome.dependents, to: &text)
    NearCodeView.append(outcome.patterns, to: &text)
    if let story = outcome.story {
      text.line("Right? Write it into the story: git handoff ground \(story) --accept \(example(outcome))")
    } else {
      text.line("\("For a story, what is right can be kept: git handoff ground <story> --accept 1", .faint)")
    }
    return text
  }

  private static func appendWritten(_ outcome: GroundOutcome, to text: inout TerminalText) {
    if let path = outcome.path {
      text.line("Wrote \(Phrase.count(outcome.accepted.count, "anchor")) into \(path)")
      for place in outcome.accepted { text.line("  \(place.path)\(symbol(place))") }
    }
    for place in outcome.known { text.line("In the story already: \(place.path)\(symbol(place))") }
    if outcome.path == nil { text.line("Nothing was written.") }
  }

  private static func symbol(_ place: CodePlace) -> String { place.symbol.map { " (\($0))" } ?? "" }

  /// The first file that the story does not name yet, by its first function where it has one.
  private static func example(_ outcome: GroundOutcome) -> String {
    let index = outcome.candidates.firstIndex { !outcome.anchored.contains($0.path) } ?? 0
    return outcome.candidates[index].symbols.isEmpty ? "\(index + 1)" : "\(index + 1).1"
  }

  private static func append(
    _ file: GroundedFile, number: Int, isAnchored: Bool, to text: inout TerminalText
  ) {
    let mark = isAnchored ? "  (in the story already)" : ""
    text.line("  \(padded(number))  \(file.path, .strong)\("\(mark)", .faint)")
    for line in wrapped(file.reasons.map(words).joined(separator: "; "), width: 100) {
      text.line("      \(line, .faint)")
    }
    for (place, symbol) in file.symbols.prefix(shownSymbols).enumerated() {
      let lines = "\(symbol.lines.lowerBound)–\(symbol.lines.upperBound)"
      text.line("      \(number).\(place + 1)  \(symbol.name)  \("lines \(lines)", .faint)")
    }
  }

  private static let shownSymbols = 3

  private static func padded(_ number: Int) -> String { number < 10 ? " \(number)" : "\(number)" }

  static func words(_ reason: GroundingReason) -> String {
    switch reason {
    case .namedPath: "the text names it"
    case .inTrace(let isDeepest): isDeepest ? "the stack trace ends in it" : "the stack trace goes through it"
    case .defines(let names): "defines \(Phrase.list(names))"
    case .namedModule: "is the module that the text names"
    case .calledLike(let word): "is called \(word)"
    case .words(let words): "has the \(words.count == 1 ? "word" : "words") \(Phrase.list(words))"
    case .quoted: "has words of the text in the same order"
    case .commits(let count): "\(Phrase.count(count, "past commit")) in such words changed it"
    case .cochange: "changes together with the others"
    case .tests: "changes together with tests that say the same"
    }
  }

  // MARK: JSON

  package static func json(_ outcome: GroundOutcome) -> JSONValue {
    .document(
      kind: "ground",
      [
        "commit": .string(outcome.commit.hex), "story": JSONValue(outcome.story?.description),
        "candidates": JSONValue(outcome.candidates) { file in
          json(file, isAnchored: outcome.anchored.contains(file.path))
        },
        "functions": JSONValue(functions(outcome), json),
        "dependents": JSONValue(outcome.dependents.edges.prefix(200), ImpactView.json),
        "patterns": JSONValue(outcome.patterns, NearCodeView.json),
        "accepted": JSONValue(outcome.accepted, DriftView.json),
      ])
  }

  /// A file that something seems to be about.
  static func json(_ file: GroundedFile, isAnchored: Bool) -> JSONValue {
    [
      "path": .string(file.path), "score": .rounded(Float(file.score)),
      "reasons": JSONValue(file.reasons) { .string(words($0)) },
      "symbols": JSONValue(file.symbols) { .object(members($0)) },
      "anchored": .bool(isAnchored),
    ]
  }

  private static func members(_ symbol: GroundedSymbol) -> [JSONValue.Member] {
    [
      .init(key: "name", value: .string(symbol.name)), .init(key: "kind", value: .string(symbol.kind)),
      .init(key: "line", value: .int(symbol.lines.lowerBound)), .init(key: "end", value: .int(symbol.lines.upperBound)),
      .init(key: "score", value: .rounded(Float(symbol.score))),
    ]
  }

  /// The functions of all candidates, the best first.
  private static func functions(_ outcome: GroundOutcome) -> [(path: String, symbol: GroundedSymbol)] {
    let all = outcome.candidates.flatMap { file in file.symbols.map { (path: file.path, symbol: $0) } }
    let best = all.enumerated().sorted {
      let (one, other) = ($0.element.symbol.score, $1.element.symbol.score)
      return one == other ? $0.offset < $1.offset : one > other
    }
    return best.prefix(mostFunctions).map(\.element)
  }

  private static let mostFunctions = 20

  private static func json(_ function: (path: String, symbol: GroundedSymbol)) -> JSONValue {
    .object([.init(key: "path", value: .string(function.path))] + members(function.symbol))
  }
}
