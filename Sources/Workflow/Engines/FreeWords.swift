import PlanModel

/// What a reply says in words of its own: plain words on a line, that name no items and put nothing into anybody's mouth.
enum FreeWords {
  /// - Parameter wasSaid: whether what stands in quotation marks stands in the material too.
  static func problems(of text: String, wasSaid: (String) -> Bool) -> [ReplyProblem.Kind] {
    guard !text.foldingWhiteSpace().isEmpty else { return [.missing] }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
      default: !"`<>[]{}|\\".unicodeScalars.contains(scalar)
      }
    }
    guard isPlain, !text.hasPrefix("#"), !text.hasPrefix("---"), text.firstRange(of: "://") == nil else {
      return [.markup]
    }
    if let id = itemNamed(in: text) { return [.namesItem(id)] }
    return sayings(in: text).filter { !wasSaid($0) }.map { .inventedWords($0) }
  }

  /// An id in free words: it was not ours to give.
  private static func itemNamed(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return words.first { word in
      ItemKind.allCases.contains { word.hasPrefix($0.rawValue + "-") } && ItemID(word.prefix(ItemID.length)) != nil
    }.map(String.init)
  }

  /// What stands in quotation marks, two words at least.
  private static func sayings(in text: String) -> [String] {
    var sayings: [String] = []
    var current: String?
    for character in text {
      if "\"“”„«»".contains(character) {
        if let saying = current, saying.split(separator: " ").count > 1 { sayings.append(saying) }
        current = current == nil ? "" : nil
      } else {
        current?.append(character)
      }
    }
    return sayings
  }
}
