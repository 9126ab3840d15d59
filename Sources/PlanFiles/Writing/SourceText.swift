package import PlanModel

extension Source {
  /// The source's `source.yml`.
  package var text: String {
    var lines = ["id: \(id)", "kind: \(format.rawValue)", "title: \(YAMLText.scalar(title))"]
    lines += revisions.first.map(\.fields) ?? []
    if let thread { lines.append("thread: \(YAMLText.scalar(thread))") }
    if let received { lines.append("received: \(YAMLText.scalar(received))") }
    if let url { lines.append("url: \(YAMLText.scalar(url))") }
    lines.append("reach: \(reach)")
    if !segments.isEmpty { lines.append("segments: \(YAMLText.list(segments))") }
    if !internalLines.isEmpty { lines.append("internal: \(YAMLText.list(internalLines.map(\.description)))") }
    lines += Self.list("people", people.map(\.fields))
    lines += Self.list("attachments", attachments.map(\.fields))
    lines += Self.list("revisions", revisions.dropFirst().map(\.entry))
    lines += Self.list("redacted", redactions.map(\.fields))
    return lines.joined(separator: "\n") + "\n" + Self.ledger("chatter", chatter) + Self.ledger("set-aside", setAside)
  }

  /// A list of `lines` and `why`, which may be long: each reason is put into YAML once.
  private static func ledger(_ key: String, _ entries: [LedgerEntry]) -> String {
    guard !entries.isEmpty else { return "" }
    var text = Array("\(key):\n".utf8)
    var endings: [String: [UInt8]] = [:]
    for entry in entries {
      text += "  - lines: ".utf8
      text += entry.lines.description.utf8
      if endings[entry.why] == nil {
        endings[entry.why] = Array("\n    why: \(YAMLText.scalar(entry.why.foldingWhiteSpace()))\n".utf8)
      }
      text += endings[entry.why] ?? []
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func list(_ key: String, _ entries: [[String]]) -> [String] {
    entries.isEmpty ? [] : ["\(key):"] + entries.flatMap { YAMLText.item($0) }
  }
}

// The fields of what a source lists, a line each, as they stand in its `source.yml`.

extension Person {
  package var fields: [String] {
    ["name: \(YAMLText.scalar(name.foldingWhiteSpace()))"]
      + (address.map { ["address: \(YAMLText.scalar($0.foldingWhiteSpace()))"] } ?? [])
      + (role.map { ["role: \($0.rawValue)"] } ?? [])
  }
}

extension SourceAttachment {
  package var fields: [String] {
    var lines = ["name: \(YAMLText.scalar(name.foldingWhiteSpace()))", "type: \(YAMLText.scalar(type))"]
    if let bytes { lines.append("bytes: \(bytes)") }
    if let file { lines.append("file: \(YAMLText.scalar(file))") }
    if let url { lines.append("url: \(YAMLText.scalar(url.foldingWhiteSpace()))") }
    return lines
  }
}

extension Revision {
  package var fields: [String] {
    var lines = original.map { ["original: \(YAMLText.scalar($0))"] } ?? []
    lines.append("sha256: \(YAMLText.scalar(sha256))")
    if let words {
      lines += ["words: \(YAMLText.scalar(words.file))", "words-sha256: \(YAMLText.scalar(words.sha256))"]
    }
    return lines
  }

  /// The fields of a later revision.
  package var entry: [String] { ["from: L\(first)"] + fields }
}

extension RedactionCount {
  package var fields: [String] { ["kind: \(YAMLText.scalar(kind))", "count: \(count)"] }
}

extension LedgerEntry {
  package var fields: [String] { ["lines: \(lines)", "why: \(YAMLText.scalar(why.foldingWhiteSpace()))"] }
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
    if !attachments.isEmpty { lines.append("attachments:") }
    for attachment in attachments {
      lines += ["  - path: \(YAMLText.scalar(attachment.path))", "    sha256: \(attachment.sha256)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
