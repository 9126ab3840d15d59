package import PlanModel

/// What the title of a survey's column asks for.
package struct SurveyQuestion {
  /// What its answers do; nil where the model has to tell.
  package var label: Label?

  /// Nil when the text is no question of a survey.
  package static func isOne(_ text: String) -> SurveyQuestion? {
    guard text.utf8.count <= 200 else { return nil }
    let words = PhraseSet.words(text)
    let isAsking = text.hasSuffix("?")
    if wishes.occurs(in: words), isAsking || words.count <= 4 { return SurveyQuestion(label: .request) }
    if pains.occurs(in: words), isAsking || words.count <= 4 { return SurveyQuestion(label: .problem) }
    return isAsking ? SurveyQuestion(label: nil) : nil
  }

  /// Whether a cell only says that there is nothing to say.
  package static func isNoAnswer(_ text: String) -> Bool {
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }
    return nothing.contains(words.split(separator: " ").joined(separator: " "))
  }

  /// What an answer says that it is, whatever was asked; nil where it does not.
  static func label(ofAnswer text: String) -> Label? {
    let words = PhraseSet.words(text)
    if stays.occurs(in: words) || asksToStay(words) { return .constraint }
    return complaints.occurs(in: words) ? .problem : nil
  }

  /// What an answer does by the title of its column, unless it says so itself.
  ///
  /// - Parameter told: what its own words seem to do.
  package static func label(ofAnswer text: String, told: Label?, under asked: Label) -> Label? {
    // Who is asked for wishes complains too, and says what is to stay as it is.
    if asked == .request, let own = label(ofAnswer: text) { return own }
    let isCourtesy = told == .chatter && text.split(separator: " ").count >= 3
    return isCourtesy && !furthers.opens(PhraseSet.words(text)) ? told : asked
  }

  /// An answer of several lines goes on so: "or a PIN".
  private static let furthers = PhraseSet(["or", "and", "oder", "und", "ou", "et", "o", "y"])

  /// A table in which what voices ask to stay as it is does no more than that, and what they complain of is a problem.
  static func settled(_ source: DraftingSource) -> DraftingSource {
    guard source.shape == .table else { return source }
    var source = source
    for index in source.statements.indices {
      let said = source.statements[index]
      guard let own = label(ofAnswer: said.text), said.label != own, said.label != .chatter else { continue }
      if own == .constraint || said.label == .request || said.label == nil {
        source.statements[index].classification.settle(own)
      }
    }
    return source
  }

  /// "Keep the calendar as it is", "Bitte die Suche nicht ändern": said to somebody, and not told of something.
  private static func asksToStay(_ words: [UInt64]) -> Bool {
    var rest = words[...]
    while fillers.opens(Array(rest.prefix(1))) { rest = rest.dropFirst() }
    let request = Array(rest)
    if prohibitions.opens(request) || keeping.opens(request) && unchanged.occurs(in: request) { return true }
    return pleas.opens(words) && unchanging.occurs(in: words) && !abilities.occurs(in: words)
  }

  private static let fillers = PhraseSet(["also", "and", "but", "please", "just", "bitte", "und", "aber", "auch"])
  private static let prohibitions = PhraseSet([
    "don't change", "do not change", "don't remove", "do not remove", "don't break", "do not break",
  ])
  private static let keeping = PhraseSet(["keep", "leave", "lass", "lasst", "lassen sie", "belassen sie"])
  private static let unchanged = PhraseSet([
    "as it is", "as they are", "as is", "the way it is", "the way they are", "unchanged", "wie es ist", "wie sie ist",
    "wie er ist", "wie sie sind", "unverändert",
  ])
  private static let pleas = PhraseSet(["bitte", "und bitte", "aber bitte"])
  private static let unchanging = PhraseSet(["nicht ändern", "nicht entfernen", "nicht abschaffen", "nicht anfassen"])
  private static let abilities = PhraseSet(["kann", "kannst", "können", "könnte", "könnten", "lässt", "lassen sich"])

  private static let stays = PhraseSet([
    "please don't change", "please do not change", "don't touch", "do not touch", "leave it as it is",
    "bitte nicht ändern", "nicht verändern", "so lassen", "soll so bleiben", "ne changez pas", "no cambien",
  ])
  private static let complaints = PhraseSet([
    "nervt", "nervig", "ärgert", "stört mich", "frustrierend", "annoys me", "is annoying", "is frustrating",
    "drives me mad", "m'énerve", "me molesta",
  ])
  private static let wishes = PhraseSet([
    "wish", "wishes", "would you like", "like to see", "should we add", "should we improve", "could we improve",
    "can we improve", "to improve", "improvements", "suggestions", "suggestion", "missing", "feature requests",
    "wünschen", "wünsche", "wunsch", "verbessern", "verbesserungsvorschläge", "vorschläge", "fehlt ihnen",
    "souhaitez", "souhaits", "améliorer", "suggestions", "manque", "desea", "desearía", "le gustaría", "mejorar",
    "sugerencias", "falta",
  ])
  private static let pains = PhraseSet([
    "annoys", "annoying", "frustrates", "frustrating", "bothers", "dislike", "like least", "difficult", "problems",
    "pain points", "hardest", "struggle", "went wrong", "stört", "ärgert", "nervt", "probleme", "schwierig",
    "gefällt ihnen nicht", "dérange", "gêne", "problèmes", "difficultés", "molesta", "problemas", "difícil",
  ])
  private static let nothing: Set<String> = [
    "", "none", "nothing", "na", "no", "nope", "nil", "nichts", "nein", "ka", "keine", "keiner", "rien", "aucun",
    "aucune", "non", "nada", "ninguno", "ninguna", "all good", "no comment", "alles gut", "not applicable",
  ]
}

extension Said {
  /// What it does is told by the question that it answers, unless it says so itself.
  package mutating func answer(_ label: Label) {
    let settled = SurveyQuestion.label(ofAnswer: text, told: self.label, under: label)
    if let settled, settled != .chatter { classification.settle(settled) }
    answersWish = settled == .request
  }
}
