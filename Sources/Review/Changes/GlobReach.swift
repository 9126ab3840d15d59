import PlanModel

/// Which of two patterns matches more. Patterns are compared by what they match of each other's examples.
enum GlobReach {
  /// Nil where both match the same, `unclear` where each matches what the other does not.
  /// - Parameter widerIs: what it means when the new one matches more.
  static func direction(from old: Glob, to new: Glob, widerIs: Shift.Direction) -> Shift.Direction? {
    direction(
      oldCoversNew: examples(new.pattern).allSatisfy { old.matches($0) },
      newCoversOld: examples(old.pattern).allSatisfy { new.matches($0) }, widerIs: widerIs)
  }

  /// The same of names, in which `*` crosses everything; `stronger` is wider.
  static func direction(fromName old: String, toName new: String) -> Shift.Direction? {
    direction(
      oldCoversNew: examples(new).allSatisfy { Glob(old).matches(name: $0) },
      newCoversOld: examples(old).allSatisfy { Glob(new).matches(name: $0) }, widerIs: .stronger)
  }

  private static func direction(
    oldCoversNew: Bool, newCoversOld: Bool, widerIs: Shift.Direction
  ) -> Shift.Direction? {
    if oldCoversNew == newCoversOld { return oldCoversNew ? nil : .unclear }
    if newCoversOld { return widerIs }
    // Where more is not known to be more, less is less all the same.
    return widerIs == .unclear ? .weaker : widerIs.opposite
  }

  /// What a pattern matches, with its wildcards filled in shortly and at length, and the ends of its brackets.
  private static func examples(_ pattern: String) -> [String] {
    [
      example(pattern[...], one: "q", part: "q", many: "q") { $0.first },
      example(pattern[...], one: "z", part: "qz.k", many: "q/zz/k.j") { $0.last },
    ]
  }

  private static func example(
    _ pattern: Substring, one: Character, part: String, many: String, of set: (Substring) -> Character?
  ) -> String {
    var example = ""
    var rest = pattern
    while let first = rest.popFirst() {
      switch first {
      case "*" where rest.first == "*":
        example += many
        rest = rest.dropFirst()
      case "*": example += part
      case "?": example.append(one)
      case "\\": example.append(rest.popFirst() ?? first)
      case "[":
        guard let end = rest.dropFirst().firstIndex(of: "]") else {
          example.append(first)
          continue
        }
        let isNegated = rest.first == "!" || rest.first == "^"
        example.append(isNegated ? one : set(rest[..<end]) ?? one)
        rest = rest[end...].dropFirst()
      default: example.append(first)
      }
    }
    return example
  }
}
