/// A character that HTML writes by name or number: `&eacute;`, `&#8217;`, `&#x2019;`.
enum Entity {
  /// The text for the `&` at `start` and where it ends. What is no known entity is text as it stands.
  static func read(at start: Int, in html: ArraySlice<UInt8>) -> (text: [UInt8], end: Int) {
    let body = html[(start + 1)...].prefix(12)
    if body.first == ASCII.hash, let found = number(body.dropFirst()) { return found }
    let name = body.prefix { $0.isLetter || $0.isDigit }
    if let text = names[name.string] {
      let isClosed = name.endIndex < html.endIndex && html[name.endIndex] == ASCII.semicolon
      return (Array(text.utf8), name.endIndex + (isClosed ? 1 : 0))
    }
    return ([ASCII.ampersand], start + 1)
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

  private static let names: [String: String] = {
    let list = """
      amp & lt < gt > quot " apos ' copy © reg ® trade ™ hellip … mdash — ndash – lsquo ‘ rsquo ’ ldquo “ rdquo ” sbquo ‚ \
      bdquo „ laquo « raquo » lsaquo ‹ rsaquo › bull • middot · para ¶ sect § deg ° plusmn ± times × divide ÷ frac12 ½ frac14 ¼ \
      frac34 ¾ euro € pound £ yen ¥ cent ¢ curren ¤ iexcl ¡ iquest ¿ ordf ª ordm º sup1 ¹ sup2 ² sup3 ³ micro µ dagger † \
      larr ← rarr → uarr ↑ darr ↓ harr ↔ check ✓ star ☆ hearts ♥ infin ∞ ne ≠ le ≤ ge ≥ asymp ≈ minus − \
      Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Aring Å AElig Æ Ccedil Ç Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í \
      Icirc Î Iuml Ï ETH Ð Ntilde Ñ Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Oslash Ø Ugrave Ù Uacute Ú Ucirc Û Uuml Ü \
      Yacute Ý THORN Þ szlig ß agrave à aacute á acirc â atilde ã auml ä aring å aelig æ ccedil ç egrave è eacute é ecirc ê \
      euml ë igrave ì iacute í icirc î iuml ï eth ð ntilde ñ ograve ò oacute ó ocirc ô otilde õ ouml ö oslash ø ugrave ù \
      uacute ú ucirc û uuml ü yacute ý thorn þ yuml ÿ OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜
      """
    let words = list.split(separator: " ").map(String.init)
    var result = [
      "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "shy": "", "zwnj": "", "zwj": "", "lrm": "", "rlm": "",
    ]
    for index in stride(from: 0, to: words.count - 1, by: 2) { result[words[index]] = words[index + 1] }
    return result
  }()
}
