/// A request, whatever brought it.
package struct Asked: Sendable {
  package var method: String
  /// As it was sent, percent-encoded, without the query.
  package var path: String
  package var query: String
  /// By their names in small letters.
  package var headers: [String: String]
  package var body: [UInt8]

  package init(
    _ method: String, _ path: String, query: String = "", headers: [String: String] = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The fields of a form or query (https://url.spec.whatwg.org/#urlencoded-parsing); the first of a name counts.
  package static func fields(_ text: some Sequence<UInt8>) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in Array(text).split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = decoded(parts[0])
      if fields[name] == nil { fields[name] = parts.count > 1 ? decoded(parts[1]) : "" }
    }
    return fields
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      if byte == UInt8(ascii: "%"), place + 2 < text.endIndex, let high = digit(text[place + 1]),
        let low = digit(text[place + 2])
      {
        bytes.append(high << 4 | low)
        place += 3
        continue
      }
      bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      place += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
