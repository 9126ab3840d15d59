import Git
import Grounding
import PlanFiles
import PlanModel
package import Workflow

/// What refers to some code, what tests it, and why it is there.
package enum ImpactView {
  package static func text(_ outcome: ImpactOutcome) -> TerminalText {
    var text = TerminalText()
    guard !outcome.dependents.targets.isEmpty else {
      text.line(nothing(outcome))
      return text
    }
    appendTargets(outcome, to: &text)
    appendEdges(outcome.dependents, to: &text)
    appendTests(outcome.tests, to: &text)
    appendReasons(outcome, to: &text)
    return text
  }

  private static func nothing(_ outcome: ImpactOutcome) -> StyledLine {
    guard let story = outcome.story else { return "No definition was changed." }
    return story.anchors.isEmpty
      ? "\(story.id, .id) names no code yet. Find it: git handoff ground \(story.id)"
      : "The code that \(story.id, .id) names is not there. See what became of it: git handoff drift \(story.id)"
  }

  // MARK: targets

  private static let shownTargets = 10

  private static func appendTargets(_ outcome: ImpactOutcome, to text: inout TerminalText) {
    let targets = outcome.dependents.targets
    for place in targets.prefix(shownTargets) {
      text.line("\(place.path, .strong)\(symbol(place), .strong)\(lines(place), .faint)")
    }
    if targets.count > shownTargets { text.line("\("and \(targets.count - shownTargets) more definitions", .faint)") }
  }

  private static func symbol(_ place: CodePlace) -> String { place.symbol.map { "  \($0)" } ?? "" }

  private static func lines(_ place: CodePlace) -> String {
    guard let lines = place.lines else { return place.symbol == nil ? "" : "  gone" }
    return lines.count > 1 ? "  lines \(lines.lowerBound)–\(lines.upperBound)" : "  line \(lines.lowerBound)"
  }

  // MARK: dependents

  private static let shownFiles = 15
  private static let shownEdges = 4

  private static func appendEdges(_ dependents: Dependents, to text: inout TerminalText) {
    text.line()
    let levels = Set(dependents.edges.map(\.level)).sorted()
    if levels.isEmpty {
      let words = dependents.targets.count > 1 ? "Nothing else refers to them" : "Nothing refers to it"
      text.line("\(words), as far as names and imports tell.")
    }
    for level in levels {
      let edges = dependents.edges.filter { $0.level == level }
      let files = Set(edges.map(\.path)).count
      let title = level == 1 ? "Refers to it" : "Refers to that, level \(level)"
      text.line(
        "\(title, .strong)  \("\(Phrase.count(edges.count, "place")) in \(Phrase.count(files, "file"))", .faint)")
      append(edges, to: &text, naming: level > 1 || dependents.targets.count > 1)
      text.line()
    }
    for line in limits(dependents) { text.line("\(line, .faint)") }
    if !limits(dependents).isEmpty { text.line() }
  }

  private static func append(_ edges: [Dependent], to text: inout TerminalText, naming isNamed: Bool) {
    var order: [String] = []
    var files: [String: [Dependent]] = [:]
    for edge in edges {
      if files[edge.path] == nil { order.append(edge.path) }
      files[edge.path, default: []].append(edge)
    }
    for path in order.prefix(shownFiles) {
      let own = files[path] ?? []
      text.line("  \(path)\("\(own[0].isTest ? "  test" : "")", .faint)")
      for edge in own.prefix(shownEdges) { text.line(line(edge, naming: isNamed)) }
      if own.count > shownEdges { text.line("    \("\(own.count - shownEdges) more in this file", .faint)") }
    }
    if order.count > shownFiles {
      let rest = order.dropFirst(shownFiles).reduce(0) { $0 + (files[$1]?.count ?? 0) }
      let more = "\(Phrase.count(rest, "place")) in \(Phrase.count(order.count - shownFiles, "more file"))"
      text.line("  \("\(more): --json has them all", .faint)")
    }
  }

  private static func line(_ edge: Dependent, naming isNamed: Bool) -> StyledLine {
    let style: TerminalText.Style = edge.certainty == .sure ? .good : edge.certainty == .likely ? .plain : .faint
    let word = edge.certainty.rawValue
    let pad = String(repeating: " ", count: 9 - word.count)
    let name = isNamed ? "\(edge.target.symbol ?? edge.target.path)" : "it"
    let said = edge.shape == .text ? "has \(name) in a string" : "\(words(edge.shape)) \(name)"
    let more = edge.lines > 1 ? ", \(edge.lines) lines" : ""
    return
      "    \(word, style)\(pad)\(edge.symbol ?? "(top of the file)"):\(edge.line)  \("\(said), \(words(edge.link))\(more)", .faint)"
  }

  static func words(_ shape: Dependent.Shape) -> String {
    switch shape {
    case .imports: "brings in"
    case .base: "builds on"
    case .override: "overrides"
    case .call: "calls"
    case .declaration: "declares"
    case .use: "uses"
    case .text: "has in a string"
    }
  }

  static func words(_ link: Dependent.Link) -> String {
    switch link {
    case .file: "in the same file"
    case .imported: "by its import"
    case .package: "in the same package"
    case .receiver: "by its type"
    case .name: "by name only"
    }
  }

  private static func limits(_ dependents: Dependents) -> [String] {
    var lines = dependents.unread.prefix(3).map { one in
      "\(one.name) stands in \(Phrase.count(one.files, "more file")) that were not looked into: the name is too common."
    }
    if dependents.faint > 0 {
      lines.append(
        "\(Phrase.count(dependents.faint, "other place")) merely \(dependents.faint == 1 ? "has" : "have") the name.")
    }
    if dependents.unfollowed > 0 {
      lines.append(
        "\(Phrase.count(dependents.unfollowed, "place")) \(dependents.unfollowed == 1 ? "was" : "were") not followed further."
      )
    }
    return lines
  }

  // MARK: tests and reasons

  private static func appendTests(_ tests: [CoveringTest], to text: inout TerminalText) {
    text.line("\("Tests that would notice", .strong)")
    if tests.isEmpty { text.line("  none that refers to it, or changed together with it") }
    for test in tests {
      text.line("  \(test.path)  \(words(test), .faint)")
    }
  }

  static func words(_ test: CoveringTest) -> String {
    var parts: [String] = []
    if let level = test.level {
      let names = test.symbols.isEmpty ? "" : "\(Phrase.list(test.symbols, limit: 3)): "
      let way = level == 1 ? "directly" : "through level \(level - 1)"
      parts.append("\(names)\(way), \(test.certainty?.rawValue ?? "")")
    }
    if test.commits > 0 { parts.append("changed with it in \(Phrase.count(test.commits, "commit"))") }
    return parts.joined(separator: "; ")
  }

  private static func appendReasons(_ outcome: ImpactOutcome, to text: inout TerminalText) {
    guard outcome.hasPlan else { return }
    text.line()
    text.line("\("Why it is here", .strong)")
    let other = outcome.story == nil ? "" : "other "
    if outcome.reasons.isEmpty { text.line("  no \(other)story names it, and no commit of one changed it") }
    for reason in outcome.reasons.prefix(8) {
      text.line(
        "  \(reason.story.id, .id)  \(reason.story.title)  \("\(reason.story.status.rawValue); \(words(reason))", .faint)"
      )
      if let intent = reason.intent { text.line("    \(intent.id, .id)  \(intent.title)") }
      if let quote = reason.quote {
        let speaker = quote.speaker.isEmpty ? "" : "\(quote.speaker), "
        for line in wrapped("“\(quote.text)” — \(speaker)\(quote.citation)", width: 96) {
          text.line("    \(line, .faint)")
        }
      }
    }
    if outcome.reasons.count > 8 { text.line("  \("and \(outcome.reasons.count - 8) more stories", .faint)") }
  }

  private static func words(_ reason: CodeReason) -> String {
    let anchor = reason.anchor.map { anchor in
      switch anchor {
      case .symbol: "names it"
      case .file: "names the file"
      case .condition: "a criterion is proved by the file"
      }
    }
    let commits = reason.commits.isEmpty ? nil : "\(Phrase.count(reason.commits.count, "commit")) changed the file"
    return [anchor, commits].compactMap(\.self).joined(separator: "; ")
  }
}
