extension StringProtocol {
  /// The text with every run of white space as one space, and none at its ends: the form in which words are compared.
  package func foldingWhiteSpace() -> String {
    let bytes = Array(utf8)
    if FoldedText.isFolded(bytes[...]) { return String(self) }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var isPending = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        isPending = !folded.isEmpty
        continue
      }
      // White space outside ASCII is rare: it is looked for scalar by scalar.
      guard byte < 0x80 else { return foldingScalars() }
      if isPending { folded.append(0x20) }
      isPending = false
      folded.append(byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// As `foldingWhiteSpace`, for text of any script: White_Space of Unicode's PropList.txt.
  private func foldingScalars() -> String {
    var folded = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace {
        isPending = !folded.isEmpty
      } else {
        if isPending { folded.append(" ") }
        isPending = false
        folded.append(scalar)
      }
    }
    return String(folded)
  }
}
