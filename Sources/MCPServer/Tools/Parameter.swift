import Views

/// One argument of a tool: what JSON Schema says of it, and what is checked.
struct Parameter: Sendable {
  enum Kind: Sendable {
    case text
    case choice([String])
    case number(ClosedRange<Int>)
    case flag
    case texts
    case object
  }

  let name: String
  let kind: Kind
  let about: String?
  let isRequired: Bool

  init(_ name: String, _ kind: Kind, _ about: String? = nil, required: Bool = false) {
    self.name = name
    self.kind = kind
    self.about = about
    isRequired = required
  }

  var schema: JSONValue {
    var members: [JSONValue.Member]
    switch kind {
    case .text: members = [.init(key: "type", value: "string")]
    case .choice(let words):
      members = [.init(key: "type", value: "string"), .init(key: "enum", value: JSONValue(words) { .string($0) })]
    case .number(let range):
      members = [
        .init(key: "type", value: "integer"), .init(key: "minimum", value: .int(range.lowerBound)),
        .init(key: "maximum", value: .int(range.upperBound)),
      ]
    case .flag: members = [.init(key: "type", value: "boolean")]
    case .texts: members = [.init(key: "type", value: "array"), .init(key: "items", value: ["type": "string"])]
    case .object: members = [.init(key: "type", value: "object")]
    }
    if let about { members.append(.init(key: "description", value: .string(about))) }
    return .object(members)
  }

  var expected: String {
    switch kind {
    case .text: "a string"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .texts: "an array of strings"
    case .object: "an object"
    }
  }
}

extension [Parameter] {
  /// The `inputSchema` of a tool (JSON Schema 2020-12).
  var schema: JSONValue {
    var members: [JSONValue.Member] = [.init(key: "type", value: "object")]
    if !isEmpty {
      members.append(.init(key: "properties", value: .object(map { .init(key: $0.name, value: $0.schema) })))
    }
    let required = filter(\.isRequired)
    if !required.isEmpty { members.append(.init(key: "required", value: JSONValue(required) { .string($0.name) })) }
    members.append(.init(key: "additionalProperties", value: false))
    return .object(members)
  }
}
