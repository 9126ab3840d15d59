import PlanModel

/// Changes of whole lines that leave every other byte of the file as it is.
extension PlanDocument {
  /// The file with `lines`, which are parted by its own line ends, behind a line; 0 is before the first.
  func inserting(_ lines: String, afterLine number: Int) -> [UInt8] {
    let place = text.bytes(ofLines: 1..<number + 1).endIndex
    let isOpen = place > 0 && text.bytes[place - 1] != .newline
    let added = (isOpen ? newLine : "") + lines + newLine
    return Array(text.bytes[..<place]) + Array(added.utf8) + text.bytes[place...]
  }

  /// The file with other words in one line, whose line end stays.
  func replacing(line number: Int, with words: [UInt8]) -> [UInt8] {
    let line = text.line(number)
    return Array(text.bytes[..<line.startIndex]) + words + text.bytes[line.endIndex...]
  }

  /// The line end that the file has.
  var newLine: String {
    text.bytes(ofLines: 1..<2).suffix(2).first == .carriageReturn ? "\r\n" : "\n"
  }

  func isBlank(_ number: Int) -> Bool { text.line(number).allSatisfy { $0 == .space || $0 == .tab } }
}
