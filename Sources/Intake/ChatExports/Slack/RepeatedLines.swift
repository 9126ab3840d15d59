/// Leaves out what a message says twice: programs repeat the words of their blocks as plain text, for notifications.
enum RepeatedLines {
  static func without(in pieces: [ChatPiece]) -> [ChatPiece] {
    var seen: Set<[UInt8]> = []
    var result: [ChatPiece] = []
    for piece in pieces where !seen.contains(letters(of: piece.words)) {
      let lines = piece.words.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = piece.form == .talk && !result.isEmpty ? lines.filter { !seen.contains(letters(of: $0)) } : lines
      // Lines that hold no letters only lay out the others.
      guard kept.contains(where: { !letters(of: $0).isEmpty }) else { continue }
      seen.insert(letters(of: piece.words))
      for line in lines where !letters(of: line).isEmpty { seen.insert(letters(of: line)) }
      var piece = piece
      piece.words = kept.joined(separator: "\n")
      result.append(piece)
    }
    return result
  }

  /// Letters and digits alone: emphasis and line ends differ between the two.
  private static func letters(of words: some StringProtocol) -> [UInt8] { words.utf8.filter(\.isWord).map(\.lowered) }
}
