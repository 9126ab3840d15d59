package import JSONText
package import Views

/// What ties an answer to its request, or progress to whoever wants to see it: given back as it came.
package enum MessageID: Hashable, Sendable {
  case string(String)
  case number(Int)

  /// Nil unless the value is a string or a whole number.
  package init?(_ node: JSONNode) {
    if let text = node.string {
      self = .string(text)
    } else if let number = node.int {
      self = .number(number)
    } else {
      return nil
    }
  }

  package var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .number(let number): .int(number)
    }
  }
}
