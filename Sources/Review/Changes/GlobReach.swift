import PlanModel

/// Which of two patterns matches more. Patterns are compared by what they match of each other's examples.
enum GlobReach {
  /// - Parameter widerIs: what it means when the new one matches more.
  static func direction(from old: Glob, to new: Glob, widerIs: Shift.Direction) -> Shift.Direction? {
    direction(
      oldCoversNew: examples(new.pattern).allSatisfy { old.matches($0) },
      newCoversOld: examples(old.pattern).allSatisfy { new.matches($0) }, widerIs: widerIs)
  }

  static func direction(fromName old: String, toName new: String) -> Shift.Direction? {
    direction(
      oldCoversNew: examples(new).allSatisfy { Glob(old).matches(name: $0) },
      newCoversOld: examples(old).allSatisfy { Glob(new).matches(name: $0) }, widerIs: .stronger)
  }

  private static func direction(
    oldCoversNew: Bool, newCoversOld: Bool, widerIs: Shift.Direction
  ) -> Shift.Direction? {
    if oldCoversNew == newCoversOld { return nil }
    return newCoversOld ? widerIs : widerIs.opposite
  }

  /// What a pattern matches, with its wildcards filled in shortly and at length.
  private static func examples(_ pattern: String) -> [String] {
    let fillings: [(one: String, many: String)] = [("q", "q"), ("qz.k", "q/zz/k.j")]
    return fillings.map { one, many -> String in
      var example = ""
      var rest = pattern[...]
      while let first = rest.first {
        if rest.hasPrefix("**") {
          example += many
          rest = rest.dropFirst(2)
        } else {
          example += first == "*" ? one : first == "?" ? "q" : String(first)
          rest = rest.dropFirst()
        }
      }
      return example
    }
  }
}
