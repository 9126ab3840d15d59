import PlanModel

/// What a statement does where its wording leaves no doubt: a word before a colon that says it, and, since the model
/// learned from English alone, a few words of German, French and Spanish.
enum LabelCues {
  /// How probable a label is that a cue gives.
  static let probability: Float = 0.9
  /// The label that the wording gives, or nil; a wish or a struggle in English does where the model heard nothing that calls.
  static func certain(_ text: String, _ told: Label?) -> Label? {
    if let label = named(text) { return label }
    let words = PhraseSet.words(text)
    if let label = elsewhere(words, isQuestion: text.hasSuffix("?")) { return label }
    switch told {
    case nil, .context, .praise, .chatter, .question:
      if wishes(words) { return .request }
      // A question for a way, such as "… how do I?", stays one.
      return CueWords.struggles.occurs(in: words) && !text.hasSuffix("?") ? .problem : nil
    default: return nil
    }
  }

  /// What the word before a colon says: "Decision: …", "Beschluss: …", "Décision : …".
  static func named(_ text: String) -> Label? {
    guard let colon = text.utf8.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let behind = text[colon...].dropFirst()
    guard behind.first == " " || behind.first == "\u{a0}" || behind.first == "*" || behind.first == "_",
      behind.split(separator: " ").count > 1, let opening = Formality.label(of: text)
    else { return nil }
    return CueWords.openings[opening]
  }

  /// What words of another language say; a text without them has no cue.
  private static func elsewhere(_ words: [UInt64], isQuestion: Bool) -> Label? {
    if CueWords.requests.occurs(in: words) { return .request }
    if isQuestion, CueWords.languages.occurs(in: words) { return .question }
    if CueWords.problems.occurs(in: words) { return .problem }
    if CueWords.decisions.occurs(in: words) { return .decision }
    guard CueWords.duties.occurs(in: words), !CueWords.own.occurs(in: words) else { return nil }
    return CueWords.abilities.occurs(in: words) ? .request : .constraint
  }

  /// Whether an English wish is in it that the model may have missed: "I'd love to see …".
  static func wishes(_ text: String) -> Bool { wishes(PhraseSet.words(text)) }

  private static func wishes(_ words: [UInt64]) -> Bool {
    CueWords.wishes.occurs(in: words) && !CueWords.courtesies.occurs(in: words)
  }
}
