/// A JSON text (RFC 8259), kept as its bytes and a flat list of where its values begin and end.
///
/// Nothing is decoded before it is asked for, so a document costs 16 bytes a value beside its text, and the order of
/// members, the digits of numbers and the place of every value are as they were written. Bytes that are not UTF-8 become
/// U+FFFD when a string is decoded.
package struct JSONDocument: Sendable {
  /// Arrays and objects may be nested this deep.
  package static let deepest = 512

  let bytes: [UInt8]
  let values: [JSONEntry]

  /// Parses `bytes` as one value with white space around it; a byte order mark before it is passed over.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    try self.init(bytes, in: bytes.indices)
  }

  /// Parses a part of `bytes`, such as a line; errors are located in the whole.
  package init(_ bytes: [UInt8], in range: Range<Int>) throws(JSONError) {
    var scanner = JSONScanner(bytes, in: range)
    do throws(JSONScanner.Stop) {
      values = try scanner.scan()
    } catch {
      throw JSONError(error.problem, at: error.offset, in: bytes)
    }
    self.bytes = bytes
  }

  package var root: JSONNode { JSONNode(document: self, index: 0) }
}

/// A value's place: in the text, and in the list of values.
struct JSONEntry: Sendable {
  var kind: JSONNode.Kind
  /// A string holds a backslash.
  var isEscaped = false
  /// The first byte of the value, and one behind its last; a string's are those between its quotation marks.
  var start: UInt32
  var end: UInt32 = 0
  /// The entry behind this one and all that it contains.
  var next: UInt32 = 0
}
