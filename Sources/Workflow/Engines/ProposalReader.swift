import JSONText

/// Reads a proposal strictly: what is not in the schema (docs/reference/schemas/engine-reply.json) is a problem.
package struct ProposalReader {
  private(set) var problems: [ProposalProblem] = []

  /// Of a reply, in bytes.
  static let limit = 1 << 20
  static let mostIntents = 20
  static let mostStories = 50
  static let mostEntries = 40

  /// - Parameter text: the whole reply.
  package static func read(_ text: [UInt8]) -> (Proposal, [ProposalProblem]) {
    guard text.count <= limit else { return (Proposal(), [ProposalProblem(.tooLong(limit: limit), at: "/")]) }
    do throws(JSONError) {
      return read(try JSONDocument(text).root)
    } catch {
      return (Proposal(), [ProposalProblem(.noJSON(line: error.line, column: error.column), at: "/")])
    }
  }

  static func read(_ root: JSONNode) -> (Proposal, [ProposalProblem]) {
    var reader = ProposalReader()
    var proposal = Proposal()
    let members = reader.object(root, "", ["schema", "intents"])
    if let schema = members["schema"], schema.string != Proposal.schema {
      reader.report(.wrongType(expected: "\"\(Proposal.schema)\""), "/schema")
    }
    proposal.intents = reader.list(members["intents"], "/intents", most: mostIntents) { $0.intent($1, $2) }
    if proposal.intents.isEmpty, reader.problems.isEmpty { reader.report(.nothing, "/intents") }
    return (proposal, reader.problems)
  }

  private mutating func intent(_ node: JSONNode, _ path: String) -> Proposal.Intent {
    let members = object(
      node, path,
      [
        "known", "title", "problem", "outcome", "goals", "constraints", "out_of_scope", "rationale", "questions",
        "stories",
      ])
    var intent = Proposal.Intent(path: path)
    intent.known = members["known"].flatMap { words($0, path + "/known", limit: 20) }
    intent.title = members["title"].flatMap { words($0, path + "/title", limit: 120) }
    if intent.title == nil, intent.known == nil { report(.missing, path + "/title") }
    intent.problem = quotes(members, "problem", path)
    intent.outcome = quotes(members, "outcome", path)
    intent.goals = quotes(members, "goals", path)
    intent.constraints = quotes(members, "constraints", path)
    intent.outOfScope = quotes(members, "out_of_scope", path)
    intent.rationale = quotes(members, "rationale", path)
    intent.questions = questions(members, path)
    intent.stories = list(members["stories"], path + "/stories", most: Self.mostStories) { $0.story($1, $2) }
    return intent
  }

  private mutating func story(_ node: JSONNode, _ path: String) -> Proposal.Story {
    let members = object(
      node, path, ["title", "narrative", "quotes", "criteria", "constraints", "questions", "code"])
    var story = Proposal.Story(title: required(members, "title", path, limit: 120))
    story.narrative = members["narrative"].flatMap { words($0, path + "/narrative", limit: 400) }
    story.quotes = quotes(members, "quotes", path)
    story.criteria = list(members["criteria"], path + "/criteria", most: Self.mostEntries) { reader, node, path in
      let members = reader.object(node, path, ["title", "quotes"])
      return Proposal.Criterion(
        title: reader.required(members, "title", path, limit: 200), quotes: reader.quotes(members, "quotes", path))
    }
    story.constraints = quotes(members, "constraints", path)
    story.questions = questions(members, path)
    story.code = list(members["code"], path + "/code", most: Self.mostEntries) { reader, node, path in
      let members = reader.object(node, path, ["path", "symbol"])
      return Proposal.Code(
        file: reader.required(members, "path", path, limit: 400).text,
        symbol: members["symbol"].flatMap { reader.words($0, path + "/symbol", limit: 200)?.text }, path: path)
    }
    return story
  }

  // MARK: parts

  private mutating func quotes(_ members: [String: JSONNode], _ name: String, _ path: String) -> [Proposal.Quote] {
    list(members[name], "\(path)/\(name)", most: Self.mostEntries) { reader, node, path in
      let members = reader.object(node, path, ["cite", "quote"])
      return Proposal.Quote(
        citation: reader.required(members, "cite", path, limit: 40).text,
        text: reader.required(members, "quote", path, limit: 2000).text, path: path)
    }
  }

  private mutating func questions(_ members: [String: JSONNode], _ path: String) -> [Proposal.Words] {
    list(members["questions"], path + "/questions", most: Self.mostEntries) { reader, node, path in
      reader.words(node, path, limit: 300) ?? Proposal.Words(text: "", path: path)
    }
  }

  private mutating func required(
    _ members: [String: JSONNode], _ name: String, _ path: String, limit: Int
  ) -> Proposal.Words {
    let place = "\(path)/\(name)"
    guard let node = members[name] else {
      report(.missing, place)
      return Proposal.Words(text: "", path: place)
    }
    return words(node, place, limit: limit) ?? Proposal.Words(text: "", path: place)
  }

  private mutating func words(_ node: JSONNode, _ path: String, limit: Int) -> Proposal.Words? {
    guard let text = node.string else {
      report(.wrongType(expected: "a string"), path)
      return nil
    }
    if text.utf8.count > limit { report(.tooLong(limit: limit), path) }
    return Proposal.Words(text: text, path: path)
  }

  private mutating func object(_ node: JSONNode, _ path: String, _ known: [String]) -> [String: JSONNode] {
    guard node.kind == .object else {
      report(.wrongType(expected: "an object"), path.isEmpty ? "/" : path)
      return [:]
    }
    var members: [String: JSONNode] = [:]
    for member in node.members {
      let name = member.name
      if !known.contains(name) { report(.unknownMember(known: known), "\(path)/\(name.prefix(60))") }
      if members.updateValue(member.value, forKey: name) != nil {
        report(.duplicate(of: "\(path)/\(name.prefix(60))"), "\(path)/\(name.prefix(60))")
      }
    }
    return members
  }

  private mutating func list<Element>(
    _ node: JSONNode?, _ path: String, most: Int,
    _ body: (inout ProposalReader, JSONNode, String) -> Element
  ) -> [Element] {
    guard let node else { return [] }
    guard node.kind == .array else {
      report(.wrongType(expected: "an array"), path)
      return []
    }
    var elements: [Element] = []
    for (index, element) in node.elements.enumerated() {
      guard index < most else {
        report(.tooMany(limit: most), path)
        break
      }
      elements.append(body(&self, element, "\(path)/\(index)"))
    }
    return elements
  }

  /// Enough of them to mend a reply by.
  private static let mostProblems = 100

  private mutating func report(_ kind: ProposalProblem.Kind, _ path: String) {
    if problems.count < Self.mostProblems { problems.append(ProposalProblem(kind, at: path)) }
  }
}
