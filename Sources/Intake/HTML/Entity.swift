/// A character that HTML writes by name or number: `&eacute;`, `&#8217;`, `&#x2019;`.
enum Entity {
  /// The text for the `&` at `start` and where it ends. What is no known entity is text as it stands.
  static func read(at start: Int, in html: ArraySlice<UInt8>) -> (text: [UInt8], end: Int) {
    let body = html[(start + 1)...].prefix(longest)
    if body.first == ASCII.hash, let found = number(body.dropFirst()) { return found }
    let name = body.prefix { $0.isLetter || $0.isDigit }
    let isClosed = name.endIndex < html.endIndex && html[name.endIndex] == ASCII.semicolon
    if isClosed, let characters = EntityNames.characters(of: name.string) {
      return (plain(characters), name.endIndex + 1)
    }
    if let known = EntityNames.unclosed(name.string[...]), let characters = EntityNames.characters(of: known) {
      return (plain(characters), name.startIndex + known.utf8.count)
    }
    return ([ASCII.ampersand], start + 1)
  }

  /// No name is longer, in bytes.
  private static let longest = 33

  /// Without what shows nothing: soft hyphens, joiners, marks of direction.
  private static func plain(_ characters: String) -> [UInt8] {
    let seen = characters.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060...0x2063: false
      default: true
      }
    }
    return TextDecoder.normalised(Array(String(String.UnicodeScalarView(seen)).utf8)[...])
  }

  private static func number(_ body: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
    let isHexadecimal = body.first?.lowered == UInt8(ascii: "x")
    let digits = (isHexadecimal ? body.dropFirst() : body).prefix { isHexadecimal ? $0.hexadecimal != nil : $0.isDigit }
    guard !digits.isEmpty, let value = UInt32(digits.string, radix: isHexadecimal ? 16 : 10) else { return nil }
    let isClosed = body.endIndex > digits.endIndex && body[digits.endIndex] == ASCII.semicolon
    return (utf8(value), digits.endIndex + (isClosed ? 1 : 0))
  }

  /// Numbers from 128 to 159 mean windows-1252, as browsers read them; what is no character is U+FFFD.
  private static func utf8(_ value: UInt32) -> [UInt8] {
    if 0x80...0x9F ~= value { return Windows1252.utf8(UInt8(value)) }
    if value == 0xA0 { return [ASCII.space] }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return [0xEF, 0xBF, 0xBD] }
    return TextDecoder.normalised(Array(String(Character(scalar)).utf8)[...])
  }
}
