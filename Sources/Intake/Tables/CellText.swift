/// The words of a field: quotation marks undone, UTF-8, LF line ends.
enum CellText {
  /// Appends the field's decoded words.
  static func append(_ cell: TableCell, of bytes: [UInt8], _ dialect: TableDialect, to text: inout [UInt8]) {
    text += decoded(cell, of: bytes, dialect)
  }

  /// The field's decoded words, without white space at either end.
  static func words(_ cell: TableCell, of bytes: [UInt8], _ dialect: TableDialect) -> ArraySlice<UInt8> {
    decoded(cell, of: bytes, dialect).trimmed
  }

  private static func decoded(_ cell: TableCell, of bytes: [UInt8], _ dialect: TableDialect) -> ArraySlice<UInt8> {
    let field = bytes[cell.range]
    if cell.isEscaped { return TextDecoder.normalised(unescaped(field, dialect)[...])[...] }
    // Decoding leaves most fields as they are: those need no copy.
    let isPlain = ByteScan.endOfPlain(in: field, from: field.startIndex) == field.endIndex
    return isPlain ? field : TextDecoder.normalised(field)[...]
  }

  /// Doubled quotation marks are one; the first single one closed the field, and what follows it stands as it is.
  private static func unescaped(_ field: ArraySlice<UInt8>, _ dialect: TableDialect) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(field.count)
    var index = field.startIndex
    while index < field.endIndex {
      let byte = field[index]
      let next = index + 1 < field.endIndex ? field[index + 1] : 0
      if dialect.escapesWithBackslash, byte == ASCII.backslash, next == ASCII.quote || next == ASCII.backslash {
        result.append(next)
        index += 2
      } else if byte == ASCII.quote, next == ASCII.quote {
        result.append(byte)
        index += 2
      } else if byte == ASCII.quote {
        return result + field[(index + 1)...]
      } else {
        let end = ByteScan.firstIndex(of: ASCII.quote, in: field[index...]) ?? field.endIndex
        let stop = dialect.escapesWithBackslash ? index + 1 : max(end, index + 1)
        result += field[index..<stop]
        index = stop
      }
    }
    return result
  }
}
