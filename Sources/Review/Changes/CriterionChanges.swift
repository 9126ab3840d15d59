import PlanModel

extension ItemChanges {
  /// The criteria of a story by their ids.
  mutating func criteria(_ old: [Criterion], _ new: [Criterion]) {
    for criterion in new {
      guard let before = old.first(where: { $0.id == criterion.id }) else {
        add("\(criterion.id)", .added, .stronger, after: criterion.promise, line: criterion.line)
        continue
      }
      promise("\(criterion.id)", before.promise, criterion.promise, line: criterion.line)
      conditions(before, criterion)
    }
    for criterion in old where !new.contains(where: { $0.id == criterion.id }) {
      add("\(criterion.id)", .removed, .weaker, before: criterion.promise, line: criterion.line)
    }
  }

  /// The conditions of a criterion: the same ones, then those that took another's place, then what came and went.
  private mutating func conditions(_ old: Criterion, _ new: Criterion) {
    let field = "\(new.id).verify"
    let known = Set(old.conditions.map(\.check))
    let kept = Set(new.conditions.map(\.check))
    var gone = old.conditions.filter { !kept.contains($0.check) }
    for condition in new.conditions where !known.contains(condition.check) {
      let line = condition.check.line
      guard let index = gone.firstIndex(where: condition.replaces) else {
        // An opinion is no proof, and asks for nothing.
        let effect: PlanChange.Effect = condition.keyword == .judge ? .none : .stronger
        add(field, .added, effect, after: line, line: condition.line)
        continue
      }
      let before = gone.remove(at: index)
      let reasons = condition.reasons(from: before)
      switch condition.direction(from: before) {
      case .weaker?:
        add(field, .weakened, .weaker, before: before.check.line, after: line, line: condition.line, shifts: reasons)
      case .stronger?:
        add(
          field, .strengthened, .stronger, before: before.check.line, after: line, line: condition.line, shifts: reasons
        )
      case .unclear?:
        let told = reasons.filter { $0.direction == .unclear }
        add(field, .changed, .weaker, before: before.check.line, after: line, line: condition.line, shifts: told)
      case nil: add(field, .changed, before: before.check.line, after: line, line: condition.line)
      }
    }
    for condition in gone {
      let effect: PlanChange.Effect = condition.keyword == .judge ? .none : .weaker
      add(field, .removed, effect, before: condition.check.line, line: condition.line)
    }
  }
}

extension Criterion {
  /// Its title and text as one passage, each a sentence of its own; without the citations, which are compared apart.
  var promise: String {
    let title = title.foldingWhiteSpace()
    if text.isEmpty { return title }
    let ends = title.utf8.last.map { ".!?:".utf8.contains($0) } ?? true
    return title + (ends ? " " : ". ") + Self.sentences(text).foldingWhiteSpace()
  }

  /// The text with the lines of its fences as sentences: the steps of a scenario promise as much as prose does.
  private static func sentences(_ text: String) -> String {
    guard text.contains("```") || text.contains("~~~") else { return text }
    var isInFence = false
    return text.split(separator: "\n").compactMap { line in
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.hasPrefix("```") || words.hasPrefix("~~~") {
        isInFence.toggle()
        return nil
      }
      guard isInFence, let last = words.last(where: { $0 != " " }), last.isLetter || last.isNumber else {
        return String(line)
      }
      return line + "."
    }.joined(separator: "\n")
  }
}
