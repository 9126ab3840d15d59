/// A value of a document.
package struct JSONNode: Sendable {
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, bool, null
  }

  let document: JSONDocument
  let index: Int

  private var entry: JSONEntry { document.values[index] }

  package var kind: Kind { entry.kind }

  package var isNull: Bool { entry.kind == .null }

  /// Where the value stands in the document's bytes; of a string, what is between its quotation marks.
  package var range: Range<Int> { Int(entry.start)..<Int(entry.end) }

  /// The bytes of the value as they are written.
  package var bytes: ArraySlice<UInt8> { document.bytes[range] }

  // MARK: what is in it

  /// The member of an object; nil when this is no object or has none of that name, or when it is null. Of members with
  /// the same name the last counts, as in most readers.
  package subscript(name: String) -> JSONNode? {
    guard kind == .object else { return nil }
    let wanted = Array(name.utf8)
    var found: JSONNode?
    for member in JSONMembers(self) where member.isNamed(wanted) { found = member.value }
    return found.flatMap { $0.isNull ? nil : $0 }
  }

  /// The values of an array in order; none when this is no array.
  package var elements: JSONElements { JSONElements(self) }

  /// The members of an object in order; none when this is no object.
  package var members: JSONMembers { JSONMembers(self) }

  // MARK: what it says

  /// The characters of a string; nil for anything else. Half of a surrogate pair alone is U+FFFD.
  package var string: String? {
    guard kind == .string else { return nil }
    return entry.isEscaped ? JSONEscapes.text(of: bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// The characters of a string, or the digits of a number as they are written: identifiers come as either.
  package var text: String? {
    kind == .number ? String(decoding: bytes, as: UTF8.self) : string
  }

  package var number: Double? {
    kind == .number ? Double(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// A number without fraction or exponent; nil when it does not fit.
  package var int: Int? {
    kind == .number ? Int(String(decoding: bytes, as: UTF8.self)) : nil
  }

  package var bool: Bool? {
    kind == .bool ? bytes.first == UInt8(ascii: "t") : nil
  }

  // MARK: the list of values

  var firstInside: Int { index + 1 }
  var behind: Int { Int(entry.next) }
}

/// The values of an array.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  init(_ array: JSONNode) {
    document = array.document
    index = array.firstInside
    end = array.kind == .array ? array.behind : index
  }

  package mutating func next() -> JSONNode? {
    guard index < end else { return nil }
    defer { index = Int(document.values[index].next) }
    return JSONNode(document: document, index: index)
  }
}

/// A name in an object with its value.
package struct JSONMember: Sendable {
  private let key: JSONNode
  package let value: JSONNode

  init(key: JSONNode, value: JSONNode) {
    self.key = key
    self.value = value
  }

  package var name: String { key.string ?? "" }

  /// Compares without decoding where the name holds no escapes.
  func isNamed(_ name: [UInt8]) -> Bool {
    let written = key.bytes
    return written.contains(UInt8(ascii: "\\")) ? self.name.utf8.elementsEqual(name) : written.elementsEqual(name)
  }
}

/// The members of an object.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  init(_ object: JSONNode) {
    document = object.document
    index = object.firstInside
    end = object.kind == .object ? object.behind : index
  }

  package mutating func next() -> JSONMember? {
    guard index < end else { return nil }
    let value = JSONNode(document: document, index: index + 1)
    defer { index = value.behind }
    return JSONMember(key: JSONNode(document: document, index: index), value: value)
  }
}
