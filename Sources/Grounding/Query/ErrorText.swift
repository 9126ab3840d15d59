/// The texts that programs print, as a report quotes them.
enum ErrorText {
  private static let kinds: [StaticString] = [
    "Error", "error", "Exception", "Warning", "panic", "Failure",
  ]

  /// What a line says of an error: `ValueError: no such user`, `thread panicked: …`; nil for other lines.
  static func message(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var text = line.trimmed()
    guard text.count < 400 else { return nil }
    if text.hasPrefix("E ") { text = text.dropFirst(2).trimmed() }
    if text.hasPrefix("Uncaught ") { text = text.dropFirst(9) }
    let head = text.prefix { $0.isNameByte || $0 == UInt8(ascii: ".") }
    guard kinds.contains(where: { ends(head, with: $0) }) else { return nil }
    let rest = text[head.endIndex...].drop { $0 == UInt8(ascii: ":") || $0.isBlank }
    return rest.isEmpty ? nil : rest
  }

  private static func ends(_ text: ArraySlice<UInt8>, with suffix: StaticString) -> Bool {
    text.suffix(suffix.utf8CodeUnitCount).hasPrefix(suffix) && text.count >= suffix.utf8CodeUnitCount
  }

  /// Texts of 12 to 200 bytes between marks of quotation, on one line.
  static func quoted(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    for line in text.lines() {
      var start = line.startIndex
      for at in line.indices where "\"'`".utf8.contains(line[at]) {
        if at > line.startIndex, start > line.startIndex, (12...200).contains(at - start) {
          found.append(line[start..<at])
        }
        start = at + 1
        if found.count > 300 { return found }
        guard start < line.endIndex else { break }
      }
    }
    return found
  }
}
