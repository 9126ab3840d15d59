package import Drafting
import PlanFiles
package import PlanModel

/// The intents that what was taken in looks like.
package struct IntakeLikeness: Sendable {
  /// By source.
  package var found: [ID<Source>: [IntentLikeness]] = [:]
  /// How many statements were compared, of how many that could be.
  package var compared = 0
  package var statements = 0

  package init() {}
}

extension Workspace {
  /// As many statements of one input are compared: of more, some from everywhere.
  static var mostCompared: Int { 1_000 }

  /// What new statements look like; nothing where the plan has no intents.
  func likeness(of outcomes: [IntakeOutcome]) -> IntakeLikeness {
    var likeness = IntakeLikeness()
    let added = outcomes.compactMap { outcome in outcome.added.map { (source: outcome.source, lines: $0) } }
    // What is wrong with the plan keeps nobody from taking something in.
    guard !added.isEmpty, let reader = try? plan() else { return likeness }
    var ignored: [Finding] = []
    let intents: [Intent] = reader.items(&ignored)
    guard intents.contains(where: { $0.status != .dropped }) else { return likeness }
    let plan = Plan(intents: intents, epics: reader.items(&ignored), stories: reader.items(&ignored))
    let cited = Set(plan.citedByIntent.values.flatMap { $0.sources.map(\.source) })
    let finder = IntentFinder(plan.knownIntents(carrying: CarriedWords(reader, cited: cited)))
    let open = added.map { (source: $0.source, lines: $0.source.unchattering(in: $0.lines)) }
    likeness.statements = open.map(\.lines.count).reduce(0, +)
    likeness.compared = min(likeness.statements, Self.mostCompared)
    var passed = 0
    for (source, lines) in open {
      let chosen = lines.enumerated().filter { place, _ in likeness.isChosen(passed + place) }.map(\.element)
      passed += lines.count
      let found = finder.likenesses(
        of: chosen.map { line in
          (Citation(source: source.id, lines: line...line), Array(source.statements.text(at: line - 1)))
        })
      if !found.isEmpty { likeness.found[source.id] = found }
    }
    return likeness
  }
}

extension IntakeLikeness {
  /// Whether a statement, by its place among all, is one of those that are compared.
  fileprivate func isChosen(_ place: Int) -> Bool {
    (place + 1) * compared / statements > place * compared / statements
  }
}

extension IntakeOutcome {
  /// The lines that are new; nil when nothing is.
  fileprivate var added: ClosedRange<Int>? {
    let count = source.statements.count
    return switch act {
    case .new: count > 0 ? 1...count : nil
    case .known: nil
    case .continued(let added): added > 0 ? count - added + 1...count : nil
    }
  }
}

extension Source {
  /// The lines among these that need carrying.
  fileprivate func unchattering(in lines: ClosedRange<Int>) -> [Int] {
    var isChatter = [Bool](repeating: false, count: statements.count + 1)
    for entry in chatter {
      for line in statements.numbers(in: entry.lines.bounds) { isChatter[line] = true }
    }
    return lines.filter { !isChatter[$0] }
  }
}
