/// One step through an XML document.
enum XMLEvent {
  case start(XMLElement)
  case end
  /// Characters within the open element, at most the first `XMLScanner.valueLimit` bytes of them.
  case text(String)
}

/// An element's start tag. Names are without their namespace's prefix.
struct XMLElement {
  let name: String
  let attributes: [(name: String, value: String)]

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}
