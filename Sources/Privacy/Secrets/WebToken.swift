/// A JSON Web Token (RFC 7519): three parts in base64url, the first of them a JSON object, so that it begins with `eyJ`.
enum WebToken {
  static let prefix = Array("eyJ".utf8)

  /// The token that begins at `index`.
  static func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    // Behind a dash or dot it would be within a run that was read already.
    guard bytes.holds(prefix, at: index), bytes.byte(index - 1) != .dash else { return nil }
    var ends: [Int] = []
    var place = index
    while ends.count < 5 {
      let end = bytes.end(from: place, limit: .max - place) { $0.isWord || $0 == .dash }
      ends.append(end)
      guard bytes.byte(end) == .dot else { break }
      place = end + 1
    }
    // A token that is not signed has an empty third part, a sealed one has five (RFC 7516).
    guard ends.count >= 3, ends[0] - index >= 12, ends[1] - ends[0] > 8, !bytes.byte(ends[2]).isAlphanumeric else {
      return nil
    }
    let count = ends.count == 5 ? 5 : 3
    return index..<(ends[count - 1])
  }
}
