/// What stands under a heading of a brief.
enum BriefPart: CaseIterable {
  case problem, outcome, goals, requirements, must, should, could, stories, criteria, constraints, outOfScope, questions
  case rationale, decisions, actions
  /// About the document itself.
  case formal

  private static let parts: [String: BriefPart] = {
    var parts: [String: BriefPart] = [:]
    for part in allCases {
      for heading in part.headings + part.headingsElsewhere { parts[heading] = part }
    }
    return parts
  }()

  /// The openings by which a longer heading is still known: "Won't have in the first release".
  private static let openings: [(String, BriefPart)] = [
    ("won't", .outOfScope), ("wont have", .outOfScope), ("will not have", .outOfScope), ("out of scope", .outOfScope),
    ("not in scope", .outOfScope), ("non goals", .outOfScope), ("nicht im umfang", .outOfScope),
    ("hors périmètre", .outOfScope), ("fuera de alcance", .outOfScope), ("must have", .must), ("should have", .should),
    ("could have", .could), ("nice to have", .could), ("open questions", .questions), ("open points", .questions),
    ("open issues", .questions), ("offene fragen", .questions), ("offene punkte", .questions),
    ("acceptance criteria", .criteria), ("functional requirements", .requirements),
    ("non functional requirements", .constraints), ("is your feature request related to a problem", .problem),
    ("action items", .actions), ("next steps", .actions),
  ]

  /// The part that a heading begins; numbers and marks around it, what stands in brackets, and dashes do not matter.
  ///
  /// - Parameter isHeading: that it is one for certain, so that its opening is enough.
  init?(heading text: String, isHeading: Bool = false) {
    let words = Self.folded(text)
    guard !words.isEmpty else { return nil }
    if let part = Self.parts[words] {
      self = part
    } else if isHeading, let part = Self.openings.first(where: { words.hasPrefix($0.0 + " ") || words == $0.0 })?.1 {
      self = part
    } else {
      return nil
    }
  }

  /// The words of a heading in lower case.
  private static func folded(_ text: String) -> String {
    guard text.utf8.count <= 100 else { return "" }
    var words = ""
    var depth = 0
    for character in text.lowercased() {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case "’": words.append("'")
      case "-", "–", "_", "\u{a0}", "\u{202f}": words.append(" ")
      default: words.append(character)
      }
    }
    let isMark = { (character: Character) in "#.):* ?!/&|".contains(character) || character.isNumber }
    var rest = words.split(separator: " ").joined(separator: " ")[...]
    rest = rest.drop { isMark($0) || !$0.isLetter }
    while let last = rest.last, isMark(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// How much what stands below matters.
  var importance: Importance? {
    switch self {
    case .must: .must
    case .should: .should
    case .could: .could
    default: nil
    }
  }

  /// Whether a heading of this part makes a document a brief by itself.
  var isTelling: Bool { [.must, .should, .could, .requirements, .stories, .criteria, .outOfScope].contains(self) }

  /// Whether minutes have headings of this part as well as briefs do.
  var isOfMinutes: Bool { [.decisions, .actions, .formal, .questions, .rationale].contains(self) }

  /// Whether a statement is short, and ends as a heading does.
  static func looksLikeHeading(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, first.isUppercase || first.isNumber else { return false }
    return text.utf8.count <= 60 && !".!?;,".contains(last) && text.split(separator: " ").count <= 8
  }
}
