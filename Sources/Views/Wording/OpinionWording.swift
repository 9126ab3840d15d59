package import PlanModel
package import Verification
import Workflow

/// What an engine thinks, in a sentence that nobody takes for a verdict.
package enum OpinionWording {
  /// `advice, no proof: the engine thinks that this holds, by src/notify.sh:2 “+ echo muted”: it says so`
  static func words(_ opinion: Opinion) -> String {
    let quotes = opinion.quotes.map { "\(place($0)) “\(excerpt($0))”" }
    let by = quotes.isEmpty ? "" : ", by " + Phrase.list(quotes, limit: 4)
    let when = opinion.isRecorded ? "thought" : "thinks"
    return "advice, no proof: the engine \(when) that \(view(opinion))\(by): \(opinion.because)"
  }

  /// `this holds`
  package static func view(_ opinion: Opinion) -> String {
    switch opinion.view {
    case .holds: "this holds"
    case .fails: "this does not hold"
    case .unclear: "this cannot be told"
    }
  }

  /// `src/notify.sh:2`
  package static func place(_ quote: Opinion.Quote) -> String { "\(quote.path):\(quote.line.number)" }

  /// `+ echo muted`, of a long line the beginning.
  package static func excerpt(_ quote: Opinion.Quote) -> String {
    let scalars = quote.line.text.foldingWhiteSpace().unicodeScalars
    let text = String(String.UnicodeScalarView(scalars.prefix(120))) + (scalars.count > 120 ? "…" : "")
    return (quote.line.side == .added ? "+ " : "- ") + text
  }

  static func words(_ unadvised: Unadvised) -> String {
    if case .refused(let rounds, let problems) = unadvised.problem {
      return "what the engine said was refused \(Phrase.count(rounds, "time")): "
        + Phrase.list(problems.map(EngineWording.words), limit: 3)
    }
    return EngineWording.words(unadvised.problem).0
  }

  static func json(_ opinion: Opinion) -> JSONValue {
    [
      "question": .string(opinion.question), "opinion": .string(opinion.view.rawValue),
      "because": .string(opinion.because), "recorded": .bool(opinion.isRecorded),
      "quotes": JSONValue(opinion.quotes) {
        [
          "path": .string($0.path), "line": .int($0.line.number), "side": .string($0.line.side.rawValue),
          "text": .string($0.line.text),
        ]
      },
    ]
  }
}

extension EvidenceWording {
  /// All that bears on a criterion, advice behind what it is about.
  static func lines(_ criterion: CriterionReport) -> [String] {
    criterion.evidence.flatMap { evidence in
      [words(evidence)] + criterion.opinions(on: evidence).map(OpinionWording.words)
    }
  }
}

extension CriterionReport {
  /// What was thought of the question that a piece of evidence is about.
  package func opinions(on evidence: Evidence) -> [Opinion] {
    guard case .judge(let question) = evidence.check else { return [] }
    return opinions.filter { $0.question == question }
  }
}
