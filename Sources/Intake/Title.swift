import PlanModel

/// Finds a title where the material has none of its own.
enum Title {
  /// The longest title that is made from a statement, in bytes.
  private static let length = 80
  /// How many statements are looked at for one that says something.
  private static let most = 60

  /// Names of files that say nothing of what is in them.
  private static let untelling: Set<String> = [
    "original", "export", "data", "chat", "_chat", "messages", "message", "table", "untitled", "download", "file",
    "input", "output", "transcript", "result", "results", "log", "text", "document", "conversation", "x", "tmp",
    "stdin",
  ]

  /// The first statement that is no chatter and no courtesy, and long enough to say something, cut at a word; or the
  /// file's name.
  static func fallback(of reading: Reading, name: String?) -> String {
    let statements = reading.statements
    let chatter = Set(reading.chatter.prefix(most).flatMap { $0.lines.bounds.prefix(most) })
    let first =
      statements.indices.prefix(most).first { index in
        let words = Array(statements[index].text.utf8)[...]
        return words.count > 12 && !chatter.contains(index + 1) && !Courtesy.isOne(words)
      } ?? statements.indices.prefix(20).first { statements[$0].text.utf8.count > 12 } ?? statements.indices.first
    if let first { return shortened(statements[first].text) }
    return name.map { String($0.prefix { $0 != "." }) } ?? ""
  }

  /// The name of a file without folders and ending, where it tells something: `WhatsApp Chat with Pilot.txt` is `Pilot`.
  static func telling(file path: String?) -> String? {
    guard let last = path?.split(separator: "/").last else { return nil }
    let name = last.lastIndex(of: ".").map { last[..<$0] } ?? last
    var words = String(name).foldingWhiteSpace()
    for prefix in ["WhatsApp Chat with ", "WhatsApp Chat - ", "WhatsApp-Chat mit ", "WhatsApp Chat mit "]
    where words.hasPrefix(prefix) { words = String(words.dropFirst(prefix.count)) }
    guard words.contains(where: \.isLetter), !untelling.contains(words.lowercased()) else { return nil }
    return shortened(words)
  }

  /// `text` cut at a space to at most 80 bytes, with an ellipsis where it was cut.
  static func shortened(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > length else { return text }
    let end = TextCut.end(of: bytes[...], limit: length)
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }
}

/// Sentences that people begin with before they come to the matter: "Hi Marco, thanks for taking the time."
enum Courtesy {
  static func isOne(_ sentence: ArraySlice<UInt8>) -> Bool {
    if Greeting.isGreeting(sentence) || Greeting.isPleasantry(sentence) || Filler.isFiller(sentence) { return true }
    guard sentence.count <= 120 else { return false }
    var rest = sentence
    while let comma = rest.firstIndex(where: { $0 == ASCII.comma || $0 == ASCII.exclamation || $0 == ASCII.dot }),
      comma + 1 < rest.endIndex
    {
      let part = rest[..<comma].trimmed
      guard Greeting.isGreeting(part) || Filler.isFiller(part) || opening.holds(ignoringCase: part) else { break }
      rest = rest[(comma + 1)...].trimmed
      if Greeting.isGreeting(rest) || Filler.isFiller(rest) { return true }
    }
    return rest.isEmpty || thanks.phrases.contains { rest.startsIgnoringCase($0.string) }
  }

  private static let opening = PhraseTable(
    "ok|okay|alright|all right|great|good|perfect|so|well|yes|yeah|can everybody hear me|can you hear me|welcome")

  private static let thanks = PhraseTable(
    """
    thanks for taking|thank you for taking|thanks for joining|thank you for joining|thanks for your time|\
    thank you for your time|thanks for having|thank you for having|thanks for making|thank you for making|\
    thanks for coming|thanks everyone for|thank you everyone for|thanks for getting|thank you for getting|\
    thanks for the quick|thanks for your quick|thank you for your quick|thanks for hopping|nice to meet|good to see|\
    great to see|good to meet|can everybody hear|can you hear me|can everyone hear|danke, dass|vielen dank, dass|\
    danke für ihre zeit|danke für deine zeit|danke für die schnelle|merci d'avoir|merci de prendre|gracias por
    """)
}
