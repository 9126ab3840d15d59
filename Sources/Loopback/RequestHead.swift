/// What stands before the body of a request of HTTP/1.1 (RFC 9112), read strictly: what two readers could take for two
/// different things is refused, since nobody but a browser on this machine is meant to speak here.
package struct RequestHead: Equatable, Sendable {
  /// Why a request is not read, as the status to answer with.
  package struct Malformed: Error, Equatable {
    package var status: Int
  }

  /// A head with more bytes is refused.
  package static let limit = 16 << 10

  package var method = ""
  /// As it was sent, percent-encoded, without the query.
  package var path = ""
  package var query = ""
  /// By their names in small letters.
  package var headers: [String: String] = [:]
  /// How many bytes of body follow.
  package var bodyLength = 0
  /// How many bytes the head takes, the empty line behind it included.
  package var length = 0

  /// - Returns: nil while `bytes` end before the head does.
  package init?(_ bytes: [UInt8]) throws(Malformed) {
    guard let end = Self.end(of: bytes) else {
      if bytes.count > Self.limit { throw Malformed(status: 431) }
      return nil
    }
    if end > Self.limit { throw Malformed(status: 431) }
    length = end
    var lines = bytes[..<(end - 4)].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    try readRequest(Self.withoutReturn(lines.removeFirst(), isLast: lines.isEmpty))
    while let line = lines.popFirst() { try readField(Self.withoutReturn(line, isLast: lines.isEmpty)) }
    // A body whose length is told in another way, or twice, is what request smuggling begins with.
    if headers["transfer-encoding"] != nil { throw Malformed(status: 501) }
    if let text = headers["content-length"] {
      guard let count = Int(text), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw Malformed(status: 400) }
      bodyLength = count
    }
  }

  /// Behind the first empty line.
  private static func end(of bytes: [UInt8]) -> Int? {
    var start = 0
    while let place = bytes[start...].firstIndex(of: UInt8(ascii: "\r")), place + 3 < bytes.count {
      if bytes[place...].prefix(4).elementsEqual("\r\n\r\n".utf8) { return place + 4 }
      start = place + 1
    }
    return nil
  }

  /// Lines end in CR LF, which `split` has cut at LF; a CR anywhere else is refused with the rest of the controls.
  private static func withoutReturn(_ line: ArraySlice<UInt8>, isLast: Bool) throws(Malformed) -> ArraySlice<UInt8> {
    let words = isLast ? line : line.dropLast()
    guard isLast || line.last == UInt8(ascii: "\r"), words.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
    else { throw Malformed(status: 400) }
    return words
  }

  private mutating func readRequest(_ line: ArraySlice<UInt8>) throws(Malformed) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(Self.isTokenByte),
      parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw Malformed(status: 400) }
    guard parts[2].elementsEqual("HTTP/1.1".utf8) || parts[2].elementsEqual("HTTP/1.0".utf8) else {
      throw Malformed(status: 505)
    }
    method = String(decoding: parts[0], as: UTF8.self)
    let target = parts[1].split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    path = String(decoding: target[0], as: UTF8.self)
    query = target.count > 1 ? String(decoding: target[1], as: UTF8.self) : ""
  }

  private mutating func readField(_ line: ArraySlice<UInt8>) throws(Malformed) {
    // A name with white space around it, or a line that goes on with the one before, is read differently by others.
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(Self.isTokenByte)
    else { throw Malformed(status: 400) }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let value = line[(colon + 1)...].drop(while: isSpace)
    let end = value.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? value.startIndex
    let text = String(decoding: value[..<end], as: UTF8.self)
    if headers.updateValue(text, forKey: name) != nil, ["host", "content-length", "cookie", "origin"].contains(name) {
      throw Malformed(status: 400)
    }
  }

  /// RFC 9110 section 5.6.2.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
