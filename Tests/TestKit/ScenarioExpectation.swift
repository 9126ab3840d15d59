/// What a step should print, held against what it printed.
struct ScenarioExpectation {
  let lines: [String]

  /// Whether `printed` is what was expected; binds the names that are met for the first time when it is.
  func matches(_ printed: [String], _ names: inout ScenarioNames) -> Bool {
    let blocks = lines.split(separator: ScenarioPattern.anyLines, omittingEmptySubsequences: false)
    var bound = names
    guard let first = blocks.first, let last = blocks.last,
      Self.matches(first, printed.prefix(first.count), &bound)
    else { return false }
    var rest = printed.dropFirst(first.count)
    if blocks.count == 1 {
      guard rest.isEmpty else { return false }
    } else {
      for block in blocks.dropFirst().dropLast() {
        guard let found = Self.firstMatch(of: block, in: rest, &bound) else { return false }
        rest = found
      }
      guard rest.count >= last.count, Self.matches(last, rest.suffix(last.count), &bound) else { return false }
    }
    names = bound
    return true
  }

  /// What of `printed` is left behind the first place that matches `block`.
  private static func firstMatch(
    of block: ArraySlice<String>, in printed: ArraySlice<String>, _ names: inout ScenarioNames
  ) -> ArraySlice<String>? {
    guard printed.count >= block.count else { return nil }
    for start in printed.startIndex...(printed.endIndex - block.count) {
      let candidate = printed[start..<start + block.count]
      if matches(block, candidate, &names) { return printed[candidate.endIndex...] }
    }
    return nil
  }

  private static func matches(
    _ block: ArraySlice<String>, _ printed: ArraySlice<String>, _ names: inout ScenarioNames
  ) -> Bool {
    guard block.count == printed.count else { return false }
    var bound = names
    for (pattern, line) in zip(block, printed) {
      guard ScenarioPattern(pattern).matches(line, &bound) else { return false }
    }
    names = bound
    return true
  }
}
