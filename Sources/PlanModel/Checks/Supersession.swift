/// Decisions take each other's place in one direction, both files say so, and no answer is one that is over.
enum Supersession: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    let decisions = Dictionary(index.plan.decisions.map { ($0.id, $0) }) { first, _ in first }
    return cycles(index.plan.decisions, decisions) + disagreements(index.plan.decisions, decisions)
      + rivals(index.plan.decisions) + answers(index.plan)
  }

  // MARK: cycles

  /// Each decision supersedes one other at most, so that a walk from each, over what was not seen before, finds them all.
  private static func cycles(_ all: [Decision], _ decisions: [ID<Decision>: Decision]) -> [Finding] {
    var seen: [ID<Decision>: Int] = [:]
    return all.enumerated().compactMap { walk, decision -> Finding? in
      var path: [ID<Decision>] = []
      var next: ID<Decision>? = decision.id
      while let id = next, seen[id] == nil {
        seen[id] = walk
        path.append(id)
        next = decisions[id]?.supersedes
      }
      guard let id = next, seen[id] == walk, let first = decisions[id] else { return nil }
      let cycle = path.drop { $0 != id } + [id]
      let place = first.mentions.first { $0.target == first.supersedes.map { .item($0.any) } }
      return Finding(
        .reference(.supersessionCycle(Array(cycle))), path: first.file, line: place?.line ?? 1,
        column: place?.column ?? 1)
    }
  }

  // MARK: both files

  private static func disagreements(_ all: [Decision], _ decisions: [ID<Decision>: Decision]) -> [Finding] {
    all.compactMap { new in
      guard new.status == .accepted, let id = new.supersedes, let old = decisions[id], old.id != new.id,
        old.status != .superseded
      else { return nil }
      return Finding(.reference(.supersessionDisagrees(old: old.id, new: new.id)), path: old.file)
    }
  }

  // MARK: two in one place

  /// Two branches that each decide anew merge without a conflict, as each adds a file; which of the two holds then is
  /// for people to say. Reported at each but the first by date and id.
  private static func rivals(_ all: [Decision]) -> [Finding] {
    let holding = all.filter { $0.status == .accepted && $0.supersedes != nil && $0.supersedes != $0.id }
    return Dictionary(grouping: holding, by: \.supersedes).values.flatMap { successors -> [Finding] in
      let inOrder = successors.sorted { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }
      return inOrder.dropFirst().compactMap { later in
        guard let old = later.supersedes, let first = inOrder.first, first.id != later.id else { return nil }
        let place = later.mentions.first { $0.target == .item(old.any) }
        return Finding(
          .reference(.rivalSuccessor(old: old, other: first.id)), path: later.file, line: place?.line ?? 1,
          column: place?.column ?? 1)
      }
    }
  }

  // MARK: answers

  private static func answers(_ plan: Plan) -> [Finding] {
    let successors = plan.successors
    let isLive = plan.stories.filter { $0.status != .dropped && $0.status != .shipped }.map { ($0.file, $0.questions) }
    let intents = plan.intents.filter { $0.status != .dropped && $0.status != .achieved }
    return (intents.map { ($0.file, $0.questions) } + isLive).flatMap { file, questions in
      questions.filter(\.isAnswered).compactMap { finding(of: $0, in: file, successors) }
    }
  }

  /// An answer that names the successor as well tells what came after.
  private static func finding(
    of question: Question, in file: String, _ successors: [ID<Decision>: ID<Decision>?]
  ) -> Finding? {
    let over = question.decisions.first { id in
      guard let successor = successors[id] else { return false }
      return successor.map { !question.decisions.contains($0) } ?? true
    }
    guard let over else { return nil }
    let problem = StoryProblem.supersededAnswer(question.id, over, by: successors[over] ?? nil)
    return Finding(.story(problem), path: file, line: question.line)
  }
}

extension Plan {
  /// The decisions that are superseded, with those that took their places where a file says which.
  package var successors: [ID<Decision>: ID<Decision>?] {
    var successors: [ID<Decision>: ID<Decision>?] = [:]
    for decision in decisions where decision.status == .superseded { successors[decision.id] = decision.supersededBy }
    for decision in decisions where decision.status != .proposed {
      if let old = decision.supersedes, old != decision.id { successors[old] = decision.id }
    }
    return successors
  }
}
