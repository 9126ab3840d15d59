import JSONText

/// Reads a proposal (docs/reference/schemas/engine-reply.json).
package enum ProposalReader {
  static let mostIntents = 20
  static let mostStories = 50
  static let mostEntries = 40

  /// - Parameter text: the whole reply.
  package static func read(_ text: [UInt8]) -> (Proposal, [ReplyProblem]) {
    do throws(ReplyProblem) {
      return read(try ReplyReader.root(of: text))
    } catch {
      return (Proposal(), [error])
    }
  }

  static func read(_ root: JSONNode) -> (Proposal, [ReplyProblem]) {
    var reader = ReplyReader()
    var proposal = Proposal()
    let members = reader.object(root, "", ["schema", "intents"])
    reader.expect(schema: members["schema"])
    proposal.intents = reader.list(members["intents"], "/intents", most: mostIntents) { $0.intent($1, $2) }
    if proposal.intents.isEmpty, reader.problems.isEmpty { reader.report(.nothing, "/intents") }
    return (proposal, reader.problems)
  }
}

extension ReplyReader {
  fileprivate mutating func intent(_ node: JSONNode, _ path: String) -> Proposal.Intent {
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
    intent.stories = list(members["stories"], path + "/stories", most: ProposalReader.mostStories) { $0.story($1, $2) }
    return intent
  }

  fileprivate mutating func story(_ node: JSONNode, _ path: String) -> Proposal.Story {
    let members = object(
      node, path, ["title", "narrative", "quotes", "criteria", "constraints", "questions", "code"])
    var story = Proposal.Story(title: required(members, "title", path, limit: 120))
    story.narrative = members["narrative"].flatMap { words($0, path + "/narrative", limit: 400) }
    story.quotes = quotes(members, "quotes", path)
    let most = ProposalReader.mostEntries
    story.criteria = list(members["criteria"], path + "/criteria", most: most) { reader, node, path in
      let members = reader.object(node, path, ["title", "quotes"])
      return Proposal.Criterion(
        title: reader.required(members, "title", path, limit: 200), quotes: reader.quotes(members, "quotes", path))
    }
    story.constraints = quotes(members, "constraints", path)
    story.questions = questions(members, path)
    story.code = list(members["code"], path + "/code", most: ProposalReader.mostEntries) { reader, node, path in
      let members = reader.object(node, path, ["path", "symbol"])
      return Proposal.Code(
        file: reader.required(members, "path", path, limit: 400).text,
        symbol: members["symbol"].flatMap { reader.words($0, path + "/symbol", limit: 200)?.text }, path: path)
    }
    return story
  }

  fileprivate mutating func quotes(_ members: [String: JSONNode], _ name: String, _ path: String) -> [Proposal.Quote] {
    list(members[name], "\(path)/\(name)", most: ProposalReader.mostEntries) { reader, node, path in
      let members = reader.object(node, path, ["cite", "quote"])
      return Proposal.Quote(
        citation: reader.required(members, "cite", path, limit: 40).text,
        text: reader.required(members, "quote", path, limit: 2000).text, path: path)
    }
  }

  fileprivate mutating func questions(_ members: [String: JSONNode], _ path: String) -> [ReplyWords] {
    list(members["questions"], path + "/questions", most: ProposalReader.mostEntries) { reader, node, path in
      reader.words(node, path, limit: 300) ?? ReplyWords(text: "", path: path)
    }
  }
}
