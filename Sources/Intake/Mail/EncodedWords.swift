/// Header text in other character sets (RFC 2047): `=?utf-8?B?4pyT?=`.
enum EncodedWords {
  /// Decodes a field's value to folded text. What is no well-formed encoded word stays as it is.
  static func decode(_ value: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var pending: (label: String, bytes: [UInt8])?
    var index = value.startIndex
    func flush() {
      if let word = pending { result += CharacterSet(word.label).decode(word.bytes[...]) }
      pending = nil
    }
    while index < value.endIndex {
      if let word = EncodedWord(at: index, in: value) {
        // Programs cut a text into words between any two bytes, so neighbours are decoded together.
        if pending?.label != word.label { flush() }
        pending = (word.label, (pending?.bytes ?? []) + word.bytes)
        index = word.end
      } else if pending != nil, let next = wordBehindBlanks(at: index, in: value) {
        index = next
      } else {
        flush()
        let plain = value[index...].dropFirst().prefix { $0 != ASCII.equals }
        result += TextDecoder.decode(value[index..<plain.endIndex])
        index = plain.endIndex
      }
    }
    flush()
    return WhiteSpace.folded(result[...]).string
  }

  /// White space between two encoded words is no part of the text.
  private static func wordBehindBlanks(at index: Int, in value: ArraySlice<UInt8>) -> Int? {
    let next = index + value[index...].prefix(while: \.isWhite).count
    guard next > index, next < value.endIndex, EncodedWord(at: next, in: value) != nil else { return nil }
    return next
  }
}

private struct EncodedWord {
  var label: String
  var bytes: [UInt8]
  var end: Int

  /// The longest word that is believed; RFC 2047 allows 75, programs send more.
  private static let longest = 2_000

  init?(at start: Int, in value: ArraySlice<UInt8>) {
    let text = value[start...].prefix(Self.longest)
    guard text.starts(with: [ASCII.equals, ASCII.question]) else { return nil }
    let label = text.dropFirst(2).prefix { $0 != ASCII.question }
    let encoding = text[label.endIndex...].dropFirst().prefix { $0 != ASCII.question }
    let content = text[encoding.endIndex...].dropFirst().prefix { $0 != ASCII.question }
    guard !label.isEmpty, label.count < 60, encoding.count == 1,
      text[content.endIndex...].starts(with: [ASCII.question, ASCII.equals])
    else { return nil }
    switch encoding.first?.lowered {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64(content)
    case UInt8(ascii: "q"):
      bytes = TransferEncoding.quotedPrintable(content.map { $0 == ASCII.underscore ? 0x20 : $0 }[...])
    default: return nil
    }
    // RFC 2231 section 5 lets a language follow the name: `utf-8*en`.
    self.label = label.prefix { $0 != ASCII.star }.string.lowercased()
    end = content.endIndex + 2
  }
}
