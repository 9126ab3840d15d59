package import PlanModel

extension Policy {
  /// The settings file, relative to the top of the work tree.
  package static let file = ".handoff/handoff.yml"

  /// Reads `handoff.yml`.
  package static func read(_ bytes: [UInt8], path: String = Policy.file) -> ItemReading<Policy> {
    var fields: FieldReader
    do {
      fields = try FieldReader(file: bytes, path: path)
    } catch {
      return ItemReading(item: nil, findings: [error])
    }
    if let newer = fields.newerVersion() { return ItemReading(item: nil, findings: [newer]) }
    var policy = Policy()
    policy.readSettings(&fields)
    policy.readCommitRules(&fields)
    policy.readPushRules(&fields)
    policy.review = fields.reviewRules("review", roles: Set(policy.roles.keys))
    policy.weights = fields.weights("rules")
    policy.roadmap = fields.roadmap("roadmap")
    policy.readAttachmentRules(&fields)
    fields.reportUnknownKeys(known: knownKeys)
    return ItemReading(item: policy, findings: fields.findings)
  }

  private static let knownKeys = [
    "version", "trailer", "main", "commits", "push", "roles", "review", "redact", "rules", "roadmap", "attachments",
  ]

  private mutating func readAttachmentRules(_ fields: inout FieldReader) {
    guard let node = fields.node["attachments"], !node.isNull else { return }
    fields.read(node) { inner in
      inner.reportUnknownKeys(known: ["limit"])
      guard let text = inner.text("limit"), let limit = inner.node["limit"] else { return }
      if let bytes = Self.bytes(text), (1...Attachment.highestLimit).contains(bytes) {
        attachmentLimit = bytes
      } else {
        let expected = "a size of 100 MiB at most, such as 5 MiB or 500 KiB"
        inner.report(.field(.wrongForm(field: "limit", value: text, expected: expected)), at: limit)
      }
    }
  }

  /// `5 MiB`, `500 KiB`.
  private static func bytes(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[0]), (1...1_000_000).contains(number) else { return nil }
    switch words[1] {
    case "KiB": return number << 10
    case "MiB": return number << 20
    default: return nil
    }
  }

  private mutating func readSettings(_ fields: inout FieldReader) {
    if let key = fields.text("trailer"), let node = fields.node["trailer"] {
      // What git takes for a trailer's key: trailer.c, token_len_without_separator and its callers.
      if key.utf8.allSatisfy({ YAMLScalars.isKeyByte($0) && $0 != .dot }), !key.isEmpty {
        trailer = key
      } else {
        let expected = "a word of letters, digits and dashes, such as Story"
        fields.report(.field(.wrongForm(field: "trailer", value: key, expected: expected)), at: node)
      }
    }
    main = fields.text("main") ?? main
    redactions = fields.redactions("redact")
    if let node = fields.node["roles"], !node.isNull, node.entries == nil {
      let expected = "a map, as `support: [sam@example.com]`"
      fields.report(.field(.wrongForm(field: "roles", value: node.text ?? "", expected: expected)), at: node)
    }
    for entry in fields.node["roles"]?.entries ?? [] {
      let members = (entry.value.list ?? [entry.value]).filter { !$0.isNull }
      roles[entry.key] = members.compactMap(\.text)
      for member in members where member.text?.contains("@") != true {
        fields.report(.field(.noAddress(role: entry.key, member: member.text ?? "")), at: member)
      }
    }
  }

  private mutating func readCommitRules(_ fields: inout FieldReader) {
    guard let node = fields.node["commits"], !node.isNull else { return }
    fields.read(node) { inner in
      commits.require = inner.choice("require", as: CommitRules.Requirement.self) ?? commits.require
      guard let exempt = inner.node["exempt"], !exempt.isNull else { return }
      inner.read(exempt) { inner in
        commits.exemptPaths = inner.texts("paths").compactMap(\.text).map(Glob.init)
        commits.exemptAuthors = inner.texts("authors").compactMap(\.text).map(Glob.init)
        if inner.node["kinds"] != nil { commits.exemptKinds = inner.choices("kinds", as: CommitRules.ExemptKind.self) }
        inner.reportUnknownKeys(known: ["paths", "authors", "kinds"])
      }
      inner.reportUnknownKeys(known: ["require", "exempt"])
    }
  }

  private mutating func readPushRules(_ fields: inout FieldReader) {
    guard let node = fields.node["push"], !node.isNull else { return }
    guard let list = node.list else {
      let expected = "a list of `- refs: [main]`, each with `block` and `warn`"
      fields.report(.field(.wrongForm(field: "push", value: "", expected: expected)), at: node)
      return
    }
    push = list.map { node in
      var rule = PushRule(refs: [])
      fields.read(node) { inner in
        rule.refs = inner.texts("refs").compactMap(\.text).map(Glob.init)
        rule.block = inner.choices("block", as: PushRule.Problem.self)
        rule.warn = inner.choices("warn", as: PushRule.Problem.self)
        if rule.refs.isEmpty { inner.report(.field(.missing("refs")), at: node) }
        inner.reportUnknownKeys(known: ["refs", "block", "warn"])
      }
      return rule
    }
  }
}

extension FieldReader {
  /// Reads a map within this one; its findings become this one's.
  mutating func read(_ node: YAMLNode, _ body: (inout FieldReader) -> Void) {
    var inner = FieldReader(node, path: path)
    body(&inner)
    adopt(inner.findings)
  }

  mutating func choices<Choice>(_ key: String, as: Choice.Type) -> Set<Choice>
  where Choice: CaseIterable & RawRepresentable<String> & Hashable {
    var choices: Set<Choice> = []
    for value in texts(key) {
      let text = value.text ?? ""
      if let choice = Choice(rawValue: text) {
        choices.insert(choice)
      } else {
        report(.field(.notOneOf(field: key, value: text, known: Choice.allCases.map(\.rawValue))), at: value)
      }
    }
    return choices
  }

  /// A setting that is misspelt would silently not apply.
  mutating func reportUnknownKeys(known: [String]) {
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      let problem = FieldProblem.unknownKey(entry.key, nearest: nearest(to: entry.key, among: known))
      adopt([Finding(.field(problem), path: path, line: entry.line)])
    }
  }
}
