package import PlanModel

extension Source {
  /// The source's `source.yml`.
  package var text: String {
    var lines = ["id: \(id)", "kind: \(format.rawValue)", "title: \(YAMLText.scalar(title))"]
    lines.append("original: \(YAMLText.scalar(original))")
    lines.append("sha256: \(YAMLText.scalar(sha256))")
    if let received { lines.append("received: \(YAMLText.scalar(received))") }
    if let url { lines.append("url: \(YAMLText.scalar(url))") }
    lines.append("reach: \(reach)")
    if !segments.isEmpty { lines.append("segments: \(YAMLText.list(segments))") }
    if !people.isEmpty { lines += ["people:"] + people.flatMap(Self.lines) }
    lines += Self.ledger("chatter", chatter) + Self.ledger("set-aside", setAside)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of person: Person) -> [String] {
    let name = "  - name: \(YAMLText.scalar(person.name.foldingWhiteSpace()))"
    return [name] + (person.address.map { ["    address: \(YAMLText.scalar($0.foldingWhiteSpace()))"] } ?? [])
  }

  private static func ledger(_ key: String, _ entries: [LedgerEntry]) -> [String] {
    guard !entries.isEmpty else { return [] }
    return ["\(key):"]
      + entries.flatMap { ["  - lines: \($0.lines)", "    why: \(YAMLText.scalar($0.why.foldingWhiteSpace()))"] }
  }
}

extension SignOff {
  /// The sign-off's file.
  package var text: String {
    var lines = [
      "story: \(story)", "criterion: \(criterion)", "act: \(act.rawValue)", "role: \(YAMLText.scalar(role))",
    ]
    lines += ["by: \(YAMLText.scalar(by))", "at: \(YAMLText.scalar(at))", "wording: \(YAMLText.scalar(wording))"]
    if let commit { lines.append("commit: \(YAMLText.scalar(commit))") }
    if let reason { lines.append("reason: \(YAMLText.scalar(reason))") }
    if let expires { lines.append("expires: \(YAMLText.scalar(expires))") }
    return lines.joined(separator: "\n") + "\n"
  }
}
