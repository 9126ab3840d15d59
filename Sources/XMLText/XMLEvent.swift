/// One step through an XML document.
package enum XMLEvent: Sendable {
  case start(XMLElement)
  case end
  /// Characters within the open element, at most the first `XMLLimits.value` bytes of them.
  case text(String)
}

/// An element's start tag. Names are without their namespace's prefix.
package struct XMLElement: Sendable {
  package let name: String
  package let attributes: [(name: String, value: String)]

  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}
