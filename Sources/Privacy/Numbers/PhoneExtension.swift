/// What leads on from a telephone number to a desk: `ext. 12`, `x12`, `#12`, `;ext=12` (RFC 3966), `Durchwahl 12`.
enum PhoneExtension {
  private static let words: [StaticString] = [
    ";ext=", "extension", "ext.", "ext", "x", "#", "durchwahl", "dw", "poste", "anexo",
  ]

  /// The end of the extension behind `end`, or `end` when there is none.
  static func end(in bytes: [UInt8], at end: Int) -> Int {
    var place = end
    while place < end + 2, bytes.byte(place) == .space || bytes.byte(place) == .comma { place += 1 }
    guard let word = words.first(where: { bytes.holdsFolded($0, at: place) }) else { return end }
    place += word.utf8CodeUnitCount
    while place < end + 16, [.space, .colon, .dot].contains(bytes.byte(place)) { place += 1 }
    let digits = bytes.end(from: place, limit: 7) { $0.isDigit }
    return (1...6).contains(digits - place) && !bytes.byte(digits).isWord ? digits : end
  }
}
