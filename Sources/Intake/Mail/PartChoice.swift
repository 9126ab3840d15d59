/// Chooses which parts of a message are read, which are listed, and which only say the same again.
enum PartChoice {
  enum Use {
    /// Its words are read.
    case read
    /// It is listed as an attachment.
    case list
    /// A container, or another form of what is read.
    case pass
  }

  /// For each part, what becomes of it.
  static func uses(of parts: [MessagePart], in bytes: [UInt8]) -> [Use] {
    var worth = parts.map { Self.worth(of: $0, in: bytes) }
    for stub in stubs(among: parts, worth, in: bytes) { worth[stub] = 1 }
    let best = bestBelow(parts, worth)
    let containers = Set(parts.compactMap(\.parent))
    var chosen: [Int?] = parts.map { _ in nil }
    for (number, part) in parts.enumerated() {
      guard let parent = part.parent, parts[parent].isAlternative, best[number] > 0 else { continue }
      // Of equals the first counts: programs send the plainest first.
      if chosen[parent].map({ best[number] > best[$0] }) ?? true { chosen[parent] = number }
    }
    var isRepeated = parts.map { _ in false }
    return parts.indices.map { number in
      if let parent = parts[number].parent {
        let isOther = parts[parent].isAlternative && chosen[parent].map { $0 != number } ?? false
        isRepeated[number] = isRepeated[parent] || isOther
      }
      // A container whose boundary never comes holds its words itself.
      let isHollow = parts[number].isMultipart && !containers.contains(number)
      if isHollow { return isBlank(parts[number], in: bytes) ? .pass : .read }
      return use(of: parts[number], worth: worth[number], isRepeated: isRepeated[number])
    }
  }

  private static func use(of part: MessagePart, worth: Int, isRepeated: Bool) -> Use {
    if part.isMultipart || part.isMessage { return .pass }
    if part.isBody || worth > 0 { return isRepeated || worth == 0 ? .pass : .read }
    // What an unread alternative brings along is still a file that came with the message, and an invitation is one.
    return isRepeated && part.fileName.isEmpty && part.mediaType != "text/calendar" ? .pass : .list
  }

  /// Plain text is worth more than HTML; a blank part nothing.
  private static func worth(of part: MessagePart, in bytes: [UInt8]) -> Int {
    guard part.isBody, !isBlank(part, in: bytes) else { return 0 }
    return part.mediaType == "text/plain" ? 3 : 2
  }

  /// Plain texts that lack words of the HTML beside them: "Your program cannot show this message."
  private static func stubs(among parts: [MessagePart], _ worth: [Int], in bytes: [UInt8]) -> [Int] {
    parts.indices.filter { number in
      guard worth[number] == 3, let parent = parts[number].parent, parts[parent].isAlternative,
        let markup = parts.indices.first(where: { worth[$0] == 2 && isWithin(parent, $0, parts) })
      else { return false }
      let plain = WordSet(parts[number].text(in: bytes)[...])
      let shown = WordSet(parts[markup].text(in: bytes)[...])
      return plain.lacksMuch(of: shown)
    }
  }

  private static func isWithin(_ container: Int, _ number: Int, _ parts: [MessagePart]) -> Bool {
    var parent = parts[number].parent
    while let place = parent, place != container { parent = parts[place].parent }
    return parent == container
  }

  private static func isBlank(_ part: MessagePart, in bytes: [UInt8]) -> Bool {
    bytes[part.body].allSatisfy(\.isWhite)
  }

  /// The best that each part or anything within it has to offer. Parts stand behind their containers.
  private static func bestBelow(_ parts: [MessagePart], _ worth: [Int]) -> [Int] {
    var best = worth
    for number in parts.indices.reversed() {
      if let parent = parts[number].parent { best[parent] = max(best[parent], best[number]) }
    }
    return best
  }
}

/// The words of a text, however its lines are broken.
private struct WordSet {
  private var words: Set<String> = []

  init(_ text: ArraySlice<UInt8>) {
    for word in text.string.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      // Where nothing parts words, each character is one.
      if word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
        words.formUnion(word.map(String.init))
      } else {
        words.insert(word.lowercased())
      }
    }
  }

  /// Whether more is missing than an invitation to look at it in a browser: a fifth of all words, and four at least.
  func lacksMuch(of other: WordSet) -> Bool {
    let missing = other.words.subtracting(words).count
    return missing >= 4 && missing * 5 >= other.words.count
  }
}
