import JSONText

/// The beginning of an original as JSON, to tell of what kind it is.
enum JSONSample {
  /// How much is looked at, in bytes: records of a tracker can be long.
  private static let length = 1024 * 1024

  /// The first texts of `raw`, the last of them closed behind its last whole value; none when it is no JSON.
  ///
  /// Broken JSON is JSON too when its name says so or it breaks off within the first text: its user must hear where.
  static func texts(of raw: [UInt8], isNamedJSON: Bool) -> [JSONNode] {
    let bytes = JSONOriginal.utf8(Array(raw.prefix(length)))
    var ranges = JSONTexts(bytes)
    guard let first = ranges.next(),
      bytes[first.lowerBound] == ASCII.openBracket || bytes[first.lowerBound] == ASCII.openBrace
    else { return [] }
    let joined = JSONTexts.joined(bytes)
    do throws(JSONError) {
      return Array(try JSONDocument(joined).root.elements)
    } catch {
      let isInFirst = error.offset <= 1 + first.count
      guard isNamedJSON || isInFirst || raw.count > bytes.count else { return [] }
      let texts = closed(joined.prefix(error.offset)).flatMap { try? JSONDocument($0) }.map { Array($0.root.elements) }
      if let texts, texts.contains(where: hasMember) { return texts }
      // Not even one value is whole: all that is known is that it begins as an object does.
      return beginsAsObject(bytes[first]) ? [try? JSONDocument(Array("{}".utf8))].compactMap { $0?.root } : []
    }
  }

  /// `{"name":`, in any number of lists.
  private static func beginsAsObject(_ text: ArraySlice<UInt8>) -> Bool {
    let object = text.prefix(4_096).drop { $0.isWhite || $0 == ASCII.openBracket }
    guard object.first == ASCII.openBrace else { return false }
    let name = object.dropFirst().drop(while: \.isWhite)
    guard name.first == ASCII.quote, let end = name.dropFirst().firstIndex(of: ASCII.quote) else { return false }
    return name[(end + 1)...].first { !$0.isWhite } == ASCII.colon
  }

  private static func hasMember(_ text: JSONNode) -> Bool {
    var text = text
    while text.kind == .array {
      var elements = text.elements
      guard let first = elements.next() else { return false }
      text = first
    }
    var members = text.members
    return members.next() != nil
  }

  /// `text` up to its last whole value, with the brackets that are open there closed.
  private static func closed(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var open: [UInt8] = []
    var safe: (end: Int, depth: Int)?
    var isString = false
    var isEscaped = false
    for (index, byte) in zip(text.indices, text) {
      if isString {
        isString = isEscaped || byte != ASCII.quote
        isEscaped = !isEscaped && byte == ASCII.backslash
        continue
      }
      switch byte {
      case ASCII.quote: isString = true
      case ASCII.openBracket: open.append(ASCII.closeBracket)
      case ASCII.openBrace: open.append(ASCII.closeBrace)
      case ASCII.comma: safe = (index, open.count)
      case ASCII.closeBracket, ASCII.closeBrace:
        open.removeLast(min(1, open.count))
        safe = (index + 1, open.count)
      default: break
      }
    }
    return safe.map { Array(text[..<$0.end]) + open.prefix($0.depth).reversed() }
  }
}
