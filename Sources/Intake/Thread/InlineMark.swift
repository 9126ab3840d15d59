/// The mark before an answer that is written between the lines of a mail: `[Sam Lee] Not yet.`
enum InlineMark {
  private static let longest = 60

  /// What stands in the brackets that begin a line with more behind them.
  static func name(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.first == UInt8(ascii: "["),
      let end = line.prefix(longest).firstIndex(of: UInt8(ascii: "]")),
      line[(end + 1)...].contains(where: { !$0.isWhite && $0 != UInt8(ascii: ":") })
    else { return nil }
    return line[(line.startIndex + 1)..<end]
  }
}
