package import PlanModel

/// Reads one entry of a `verify` block; DESIGN's table of conditions gives the forms.
package enum ConditionReader {
  static func read(_ node: YAMLNode) throws(ConditionProblem) -> Condition {
    guard let entry = node.entries?.first, node.entries?.count == 1 else {
      throw .wrongForm(keyword: "", expected: "one condition, as `changed: src/**`")
    }
    guard let keyword = Condition.Keyword(rawValue: entry.key) else {
      let known = Condition.Keyword.allCases.map(\.rawValue)
      throw .unknownKeyword(entry.key, nearest: nearest(to: entry.key, among: known))
    }
    guard let check = check(keyword, entry.value) else {
      throw .wrongForm(keyword: keyword.rawValue, expected: form(of: keyword))
    }
    return Condition(check, line: node.line)
  }

  private static func check(_ keyword: Condition.Keyword, _ value: YAMLNode) -> Condition.Check? {
    switch keyword {
    case .changed: glob(value).map { .changed($0) }
    case .unchanged: glob(value).map { .unchanged($0) }
    case .exists: glob(value).map { .exists($0) }
    case .missing: glob(value).map { .missing($0) }
    case .contains: search(value).map { .contains($0, $1) }
    case .lacks: search(value).map { .lacks($0, $1) }
    case .adds: search(value).map { .adds($0, $1) }
    case .removes: search(value).map { .removes($0, $1) }
    case .symbol: symbol(value)
    case .test: words(value).map { .test($0) }
    case .coverage: coverage(value)
    case .run: words(value).map { .run($0) }
    case .signOff: words(value).map { .signOff(role: $0) }
    case .judge: words(value).map { .judge($0) }
    }
  }

  private static func words(_ value: YAMLNode) -> String? {
    value.text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// A path from the top of the work tree; one that leads nowhere could never match.
  private static func glob(_ value: YAMLNode) -> Glob? {
    guard let text = value.text, !text.isEmpty,
      !text.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    return Glob(text)
  }

  /// `{in: GLOB, text: …}` or `{in: GLOB, matches: REGEX}`; without `in`, every file.
  private static func search(_ value: YAMLNode) -> (Glob, TextPattern)? {
    guard value.entries != nil, value.hasOnly(["in", "text", "matches"]) else { return nil }
    let glob = Glob(value["in"]?.text ?? "**")
    switch (value["text"]?.text, value["matches"]?.text) {
    case (let text?, nil) where !text.isEmpty: return (glob, .text(text))
    case (nil, let regex?) where !regex.isEmpty: return (glob, .regex(regex))
    default: return nil
    }
  }

  private static func symbol(_ value: YAMLNode) -> Condition.Check? {
    guard value.hasOnly(["name", "in", "changed", "gone"]), let name = value["name"]?.text ?? value.text else {
      return nil
    }
    let states: [(String, Condition.SymbolState)] = [("changed", .changed), ("gone", .gone)]
    let state = states.first { value[$0.0]?.text == "true" }?.1 ?? .present
    return .symbol(name: name, in: Glob(value["in"]?.text ?? "**"), state)
  }

  private static func coverage(_ value: YAMLNode) -> Condition.Check? {
    guard value.hasOnly(["of", "at-least"]), let share = value["at-least"]?.text, share.last == "%",
      let percent = Double(share.dropLast()),
      (0...100).contains(percent)
    else { return nil }
    return .coverage(of: Glob(value["of"]?.text ?? "**"), atLeast: percent)
  }

  private static func form(of keyword: Condition.Keyword) -> String {
    switch keyword {
    case .changed, .unchanged, .exists, .missing:
      "`\(keyword.rawValue): src/**`, from the top of the work tree, without `./` and `..`"
    case .contains, .lacks, .adds, .removes:
      "`\(keyword.rawValue): {in: src/**, text: words}`, or `matches: REGEX` in place of `text`"
    case .symbol: "`symbol: {name: N, in: src/**}`"
    case .test: "`test: \"name of a test*\"`"
    case .coverage: "`coverage: {of: src/**, at-least: 80%}`"
    case .run: "`run: command`"
    case .signOff: "`sign-off: role`"
    case .judge: "`judge: question`"
    }
  }
}

extension YAMLNode {
  /// Whether no key is other than these: one that is misspelt would silently not apply.
  fileprivate func hasOnly(_ keys: Set<String>) -> Bool { (entries ?? []).allSatisfy { keys.contains($0.key) } }
}

extension ConditionReader {
  /// Reads one line of a `verify` block, without its dash: `changed: src/**`.
  package static func read(line: String) throws(ConditionProblem) -> Condition {
    guard !line.contains(where: \.isNewline), let root = try? YAMLReader.read(Array(line.utf8)[...]) else {
      // In double quotes YAML reads a backslash itself.
      let isEscape = line.contains("\"") && line.contains("\\")
      let expected =
        isEscape
        ? "a regular expression in single quotes, as `matches: '^\\s+x'`" : "one condition, as `changed: src/**`"
      throw .wrongForm(keyword: "", expected: expected)
    }
    return try read(root)
  }
}
