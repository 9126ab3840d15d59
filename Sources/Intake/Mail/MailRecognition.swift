extension MailReader {
  /// A header of fields that mail has, and an empty line behind it.
  static func recognises(_ sample: FormatSample) -> Bool {
    let names = headerNames(sample.raw)
    let known = names.count { MailFields.isKnown($0) }
    if ["eml", "email", "mht"].contains(sample.fileExtension) { return known >= 1 }
    if names.first == "content-type" && known >= 1 && names.count <= 4 { return hasMediaType(sample.raw) }
    return known >= 2 && known * 4 >= names.count
      && (names.contains("from") || names.contains("message-id") || known >= 3)
  }

  private static func hasMediaType(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix(200).prefix { $0 != ASCII.newline }
    return line.contains(ASCII.slash) && line.contains(ASCII.semicolon)
  }

  /// The names of the fields at the beginning, in lower case; empty when the beginning is no header.
  private static func headerNames(_ bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var strays = 0
    var rest = bytes.prefix(FormatSample.length).drop(while: \.isWhite)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var isFirst = true
    while !rest.isEmpty {
      let line = rest.prefix { $0 != ASCII.newline }
      rest = rest.dropFirst(line.count + 1)
      if line.allSatisfy(\.isWhite) { return names }
      defer { isFirst = false }
      if let first = line.first, first == ASCII.space || first == ASCII.tab, !names.isEmpty { continue }
      if let colon = HeaderFields.colon(in: line) {
        names.append(line[..<colon].trimmed.string.lowercased())
      } else if !(isFirst && line.hasPrefix(ignoringCase: "From ")) {
        strays += 1
        if names.isEmpty || strays > 2 { return [] }
      }
    }
    return names
  }
}
