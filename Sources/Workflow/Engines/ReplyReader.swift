import JSONText

/// Reads a reply strictly: what is not in its schema is a problem, and so is what is too long or too much.
struct ReplyReader {
  private(set) var problems: [ReplyProblem] = []

  /// Of a reply, in bytes.
  static let limit = 1 << 20

  /// The reply's one value; the problem where there is none.
  static func root(of text: [UInt8]) throws(ReplyProblem) -> JSONNode {
    guard text.count <= limit else { throw ReplyProblem(.tooLong(limit: limit), at: "/") }
    do throws(JSONError) {
      return try JSONDocument(text).root
    } catch {
      throw ReplyProblem(.noJSON(line: error.line, column: error.column), at: "/")
    }
  }

  mutating func expect(schema node: JSONNode?) {
    if let node, node.string != Proposal.schema {
      report(.wrongType(expected: "\"\(Proposal.schema)\""), "/schema")
    }
  }

  mutating func required(
    _ members: [String: JSONNode], _ name: String, _ path: String, limit: Int
  ) -> ReplyWords {
    let place = "\(path)/\(name)"
    guard let node = members[name] else {
      report(.missing, place)
      return ReplyWords(text: "", path: place)
    }
    return words(node, place, limit: limit) ?? ReplyWords(text: "", path: place)
  }

  mutating func words(_ node: JSONNode, _ path: String, limit: Int) -> ReplyWords? {
    guard let text = node.string else {
      report(.wrongType(expected: "a string"), path)
      return nil
    }
    if text.utf8.count > limit { report(.tooLong(limit: limit), path) }
    return ReplyWords(text: text, path: path)
  }

  mutating func object(_ node: JSONNode, _ path: String, _ known: [String]) -> [String: JSONNode] {
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

  mutating func list<Element>(
    _ node: JSONNode?, _ path: String, most: Int,
    _ body: (inout ReplyReader, JSONNode, String) -> Element
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

  mutating func report(_ kind: ReplyProblem.Kind, _ path: String) {
    if problems.count < Self.mostProblems { problems.append(ReplyProblem(kind, at: path)) }
  }
}
