package import JSONText

/// One message of a client, as far as its envelope goes (JSON-RPC 2.0 §4).
package enum Message {
  case request(id: MessageID, method: String, params: JSONNode?)
  case notification(method: String, params: JSONNode?)
  /// An answer to something that was never asked.
  case response
  case batch([Message])
  /// No message; the id is told where it can be made out.
  case broken(ProtocolError, id: MessageID?)

  /// An array may hold so many messages.
  private static let largestBatch = 100

  package init(_ line: [UInt8]) {
    do throws(JSONError) {
      let root = try JSONDocument(line).root
      guard root.kind == .array else {
        self.init(root)
        return
      }
      let elements = Array(root.elements.prefix(Self.largestBatch + 1))
      let isEmptyOrLarge = elements.isEmpty || elements.count > Self.largestBatch
      self =
        isEmptyOrLarge
        ? .broken(.envelope("An array of messages holds between 1 and \(Self.largestBatch)"), id: nil)
        : .batch(elements.map { Message($0) })
    } catch {
      self = .broken(.parse("\(Self.words(error.problem)), at column \(error.column)"), id: nil)
    }
  }

  private static func words(_ problem: JSONError.Problem) -> String {
    switch problem {
    case .unexpectedCharacter: "a character that cannot stand there"
    case .unexpectedEnd: "it ends too early"
    case .badEscape: "an escape that there is not"
    case .badNumber: "a number that is not written as JSON has it"
    case .controlCharacter: "a control character in a string, where \\n, \\t or \\u has to stand"
    case .textBehindTheEnd: "more text behind the end"
    case .tooDeep: "too many objects within objects"
    }
  }

  private init(_ node: JSONNode) {
    var fields: [String: JSONNode] = [:]
    for member in node.members { fields[member.name] = member.value }
    let id = fields["id"].flatMap { MessageID($0) }
    guard node.kind == .object, fields["jsonrpc"]?.string == "2.0" else {
      self = .broken(.envelope("A message is an object with \"jsonrpc\": \"2.0\""), id: id)
      return
    }
    guard let method = fields["method"] else {
      let isResponse = fields["result"] != nil || fields["error"] != nil
      self = isResponse ? .response : .broken(.envelope("A message has a method"), id: id)
      return
    }
    guard let name = method.string else {
      self = .broken(.envelope("A method is a string"), id: id)
      return
    }
    if fields["id"] != nil, id == nil {
      self = .broken(.envelope("An id is a string or a whole number"), id: nil)
      return
    }
    if let params = fields["params"], params.kind != .object {
      self = id == nil ? .response : .broken(.parameters("params is an object"), id: id)
      return
    }
    if let id {
      self = .request(id: id, method: name, params: fields["params"])
    } else {
      self = .notification(method: name, params: fields["params"])
    }
  }
}
