import PlanModel

/// Finds the code in a message, which chat programs set between lines of three backticks.
enum FencedCode {
  private static let fence = Array("```".utf8)

  /// The words and the code in turn, without the fences. A fence that is not closed is only three backticks.
  ///
  /// - Parameter namesLanguage: a word alone behind the opening fence is the language and not part of the code.
  static func pieces(of message: String, namesLanguage: Bool) -> [ChatPiece] {
    let bytes = Array(message.utf8)
    var pieces: [ChatPiece] = []
    var rest = bytes[...]
    while let opening = rest.firstPlace(of: fence), let closing = rest[opening.upperBound...].firstPlace(of: fence) {
      append(rest[..<opening.lowerBound], .talk, to: &pieces)
      let code = rest[opening.upperBound..<closing.lowerBound]
      append(namesLanguage ? withoutLanguage(code) : code, .whole, to: &pieces)
      rest = rest[closing.upperBound...]
    }
    append(rest, .talk, to: &pieces)
    return pieces
  }

  private static func append(_ words: ArraySlice<UInt8>, _ form: Turn.Form, to pieces: inout [ChatPiece]) {
    guard words.contains(where: { !$0.isWhite }) else { return }
    pieces.append(ChatPiece(words: words.string, form: form))
  }

  private static func withoutLanguage(_ code: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = code.firstIndex(of: ASCII.newline) else { return code }
    let isWord = code[..<end].allSatisfy { $0.isWord || $0 == ASCII.plus || $0 == ASCII.hyphen || $0 == ASCII.hash }
    return isWord ? code[end...] : code
  }
}
