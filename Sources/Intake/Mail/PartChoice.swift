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
    let worth = parts.map { Self.worth(of: $0, in: bytes) }
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
