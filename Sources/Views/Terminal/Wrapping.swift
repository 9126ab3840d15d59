/// Words on several lines of at most `width` columns, for prose from plan files and sources.
///
/// A column is counted for every character, two for wide East Asian ones and emoji.
package func wrapped(_ text: String, width: Int) -> [String] {
  if text.utf8.count <= width, isPlain(text.utf8) { return [text] }
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in words(of: text) {
    let length = columns(of: word)
    if used > 0, used + 1 + length > width {
      lines.append(line)
      (line, used) = ("", 0)
    }
    if used > 0 {
      line += " "
      used += 1
    }
    line += word
    used += length
  }
  return used > 0 ? lines + [line] : lines
}

/// What stands between white space; of ASCII, as most text is, found by its bytes.
private func words(of text: String) -> [Substring] {
  guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.split(whereSeparator: \.isWhitespace) }
  return text.utf8.split { $0 == 0x20 || 0x09...0x0d ~= $0 }.map { Substring($0) }
}

/// Whether text is words of printable ASCII with single blanks between them, and so is its own only line if it fits.
private func isPlain(_ text: String.UTF8View) -> Bool {
  var previous: UInt8 = 0x20
  for byte in text {
    guard byte > 0x20 && byte < 0x7f || byte == 0x20 && previous != 0x20 else { return false }
    previous = byte
  }
  return previous != 0x20
}

/// How many columns a terminal gives to `text`.
package func columns(of text: some StringProtocol) -> Int {
  // Of ASCII a line end of two bytes alone is one character.
  if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0d }) { return text.utf8.count }
  return text.reduce(0) { sum, character in
    guard let scalar = character.unicodeScalars.first, !character.isASCII else { return sum + 1 }
    return sum + (isWide(scalar) ? 2 : 1)
  }
}

extension String {
  /// As much of it as fits into `width` columns, and a mark where something is left out; all of it where that is no room.
  func cut(to width: Int) -> String {
    guard width >= 10, columns(of: self) > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      used += columns(of: String(character))
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }
}

/// Whether a scalar is wide or full-width in most terminals (Unicode's EastAsianWidth.txt, W and F, in outline).
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
    0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1faff, 0x20000...0x3fffd:
    true
  default: false
  }
}
