import PlanModel

/// Tells which conditions held before a story's first commit, so that the story is not credited with what was there.
///
/// Asked of conditions about a tree that hold now. Guards are there to hold all along, and are not asked.
struct EarlierTree {
  let tree: any CodeTree

  func held(_ check: Condition.Check) throws -> Bool {
    let observation: Observation
    switch check {
    case .exists(let glob): observation = try TreeConditions(tree: tree).exists(glob)
    case .missing(let glob): observation = try TreeConditions(tree: tree).missing(glob)
    case .contains(let glob, let text): observation = try TextConditions(tree: tree).contains(glob, text)
    case .symbol(let name, let glob, .present): observation = try SymbolCondition.present(name, glob, in: tree)
    case .symbol(let name, let glob, .gone): observation = try SymbolCondition.gone(name, glob, in: tree)
    case .changed, .unchanged, .lacks, .adds, .removes, .symbol, .test, .coverage, .run, .signOff, .judge: return false
    }
    return observation.outcome == .holds
  }
}
