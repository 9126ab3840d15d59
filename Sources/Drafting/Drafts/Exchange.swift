import PlanModel

/// What statements do because of what others say around them: questions that were answered or that are about the
/// meeting itself, and voices that only second another.
enum Exchange {
  /// How far back what is seconded may stand.
  private static let reach = 12
  /// A longer statement says more than that somebody is of the same mind.
  private static let longestEcho = 100

  static func heard(_ source: DraftingSource) -> DraftingSource {
    guard source.shape != .table else { return source }
    var heard = source
    let isTalk = source.shape == .talk && Set(source.statements.map(\.speaker)).count > 1
    for place in source.statements.indices {
      let said = source.statements[place]
      if said.isHeading == true || said.isCode { continue }
      if let seconded = seconded(at: place, in: heard.statements) {
        heard.statements[place].seconds = seconded
      } else if isTalk, let label = question(at: place, in: source.statements) {
        heard.statements[place].classification.label = label
        if label == .chatter { dismissAnswers(to: place, in: &heard.statements) }
      } else if !isTalk, said.isAgents, said.label == .question, isAnswered(place, in: source.statements) {
        // Support asks for details; what a customer asks stays open, whatever support writes back.
        heard.statements[place].classification.label = .context
      } else if isTalk, defers(said.text) {
        heard.statements[place].classification.label = .context
      }
    }
    return heard
  }

  // MARK: questions

  /// "Yeah, loud and clear." says nothing either.
  private static func dismissAnswers(to place: Int, in statements: inout [Said]) {
    for next in statements.indices.dropFirst(place + 1).prefix(2) {
      let answer = statements[next]
      let isShort = !StoryWords.areEnough(in: answer.text, atLeast: 4)
      guard isShort, answer.speaker != statements[place].speaker, answer.turn != statements[place].turn,
        answer.label == nil || answer.label == .context
      else { return }
      statements[next].classification.label = .chatter
    }
  }

  /// What a question does instead of staying open; nil where it is none, or stays open.
  private static func question(at place: Int, in statements: [Said]) -> Label? {
    let said = statements[place]
    guard said.label == .question, LabelCues.named(said.text) == nil else { return nil }
    let words = PhraseSet.words(said.text)
    if Self.meeting.occurs(in: words) || !StoryWords.areEnough(in: said.text, atLeast: 2) { return .chatter }
    return isAnswered(place, in: statements) ? .context : nil
  }

  /// Whether whoever speaks next answers: with anything but another question, or that they do not know.
  private static func isAnswered(_ place: Int, in statements: [Said]) -> Bool {
    let asker = statements[place]
    // Between what support asks and the answer may stand what support notes for itself.
    let isNext = { (said: Said) in asker.isAgents ? !said.isAgents : said.turn != asker.turn }
    guard let next = statements[place...].firstIndex(where: isNext) else { return false }
    let speaker = statements[next].speaker
    guard speaker != asker.speaker, next - place <= 3 || asker.isAgents else { return false }
    let answer = statements[next...].prefix { $0.turn == statements[next].turn }.filter { $0.isHeading != true }
    if answer.contains(where: { defers($0.text) }) { return false }
    return answer.contains { said in
      let words = PhraseSet.words(said.text)
      if Self.yesAndNo.opens(words) { return true }
      // A number answers, too: how many, which order, which version.
      let says = StoryWords.areEnough(in: said.text, atLeast: 1) || said.text.contains(where: \.isNumber)
      return said.label != .question && !said.text.hasSuffix("?") && says && !said.text.hasPrefix("@")
    }
  }

  /// Whether somebody says that the answer is not known yet.
  static func defers(_ text: String) -> Bool { Self.deferrals.occurs(in: PhraseSet.words(text)) }

  // MARK: voices of the same mind

  /// What is seconded, if the statement only does that: what somebody else wanted or complained of before it.
  private static func seconded(at place: Int, in statements: [Said]) -> Label? {
    let said = statements[place]
    guard said.text.utf8.count <= longestEcho else { return nil }
    let isPlus = said.text.hasPrefix("+1") || said.text.hasPrefix("👍") && said.text.count <= 3
    guard isPlus || Self.echoes.opens(PhraseSet.words(said.text)) else { return nil }
    for other in statements[max(0, place - reach)..<place].reversed() where other.speaker != said.speaker {
      if let label = other.seconds { return label }
      if other.label == .problem || other.label == .request { return other.label }
    }
    return nil
  }

  private static let yesAndNo = PhraseSet([
    "yes", "no", "yep", "yeah", "nope", "nah", "sure", "correct", "right", "exactly", "of course", "ja", "nein", "jein",
    "genau", "stimmt", "oui", "non", "sí", "si", "claro", "doch",
  ])

  /// Questions about the meeting itself, and about what people do beside it.
  private static let meeting = PhraseSet([
    "hear me", "hear us", "see my screen", "see the screen", "can you see it", "sharing my screen", "share my screen",
    "are we recording", "is this recorded", "is everyone here", "is everybody here", "are we all here",
    "who is missing",
    "who's missing", "shall we start", "shall we begin", "shall we move on", "can we start", "anyone else",
    "anybody else", "any other business", "any questions", "anything else", "any other questions", "makes sense",
    "make sense", "lunch", "coffee", "how are you", "how's it going", "how is everyone", "you there", "anyone there",
    "on mute", "you're muted", "who's next", "who is next", "next slide", "ready to start", "how was your", "you know",
    "got a minute", "have a minute", "quick call", "hören mich", "hörst du mich", "hört ihr mich", "hören sie mich",
    "bildschirm", "mittagessen", "kaffee", "sind alle da", "noch fragen", "sonst noch", "fangen wir an",
    "m'entendez", "vous m'entendez", "mon écran", "d'autres questions", "me oyen", "me escuchan", "mi pantalla",
    "alguna pregunta", "alguien más",
  ])

  private static let deferrals = PhraseSet([
    "don't know", "do not know", "not sure", "no idea", "have to ask", "need to ask", "have to check", "need to check",
    "will check", "i'll check", "let me check", "let me ask", "i'll ask", "we'll ask", "find out", "good question",
    "get back to you", "need to clarify", "have to clarify", "to be clarified", "look into", "depends on",
    "weiß nicht", "weiß ich nicht", "wissen wir nicht", "keine ahnung", "nachfragen", "klären", "gute frage",
    "muss fragen", "muss ich fragen", "sais pas", "savons pas", "aucune idée", "vérifier", "bonne question",
    "no sé", "no lo sé", "no sabemos", "ni idea", "preguntar", "buena pregunta",
  ])

  private static let echoes = PhraseSet([
    "same here", "same for us", "same for me", "same with us", "same problem", "same issue", "same thing", "me too",
    "us too", "we too", "me as well", "us as well", "ditto", "likewise", "seconded", "i second", "can confirm",
    "i can confirm", "confirmed", "same at", "same in", "we have the same", "i have the same", "we have that too",
    "having the same", "i'm having the same", "also affected", "here too", "for us too", "for me too", "happens here",
    "happens to me too", "happens to us too", "yes same", "yeah same", "we also", "i also have", "plus one",
    "ich auch", "wir auch", "bei uns auch", "bei mir auch", "uns auch", "mir auch", "geht uns auch", "geht mir auch",
    "hier auch", "dito", "hier genauso", "bei uns genauso", "bei uns ebenso", "dasselbe bei", "das gleiche bei",
    "kann ich bestätigen", "moi aussi", "nous aussi", "pareil", "idem", "même problème", "même chose",
    "chez nous aussi",
    "yo también", "nosotros también", "a mí también", "a nosotros también", "lo mismo", "igual aquí", "aquí también",
    "mismo problema",
  ])
}
