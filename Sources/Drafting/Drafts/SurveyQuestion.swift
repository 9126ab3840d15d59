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
    if stays.occurs(in: words) { return .constraint }
    return complaints.occurs(in: words) ? .problem : nil
  }

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
    // Who is asked for wishes complains too, and says what is to stay as it is.
    if label == .request, let own = SurveyQuestion.label(ofAnswer: text) { return classification.settle(own) }
    if self.label != .chatter || text.split(separator: " ").count < 3 { classification.settle(label) }
    answersWish = label == .request
  }
}
