/// `Only`: it keeps others out, which is more, or it says where something does not hold, which is less.
enum ExclusivityRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    // The word may only stand in another place, or say the same in other words.
    let counts = [rewording.before, rewording.after].map { side in side.words.indices.count { side.isOnly($0) } }
    if counts[0] == counts[1] { return [] }
    // `May only move while it is closed` and `must not move while it is open`
    let negations = [rewording.before, rewording.after].map { side in
      side.words.indices.count { Vocabulary.negations.contains(side.word($0)) && !side.isOnly($0) }
    }
    if counts[0] > counts[1] ? negations[1] > negations[0] : negations[0] > negations[1] { return [] }
    // `Only with permission` and `requires permission`
    let isAskedFor = [rewording.before, rewording.after].map { side in side.words.contains { asking.contains($0) } }
    if rewording.isTurnedRound, isAskedFor[counts[0] > counts[1] ? 1 : 0] { return [] }
    return rewording.hunks.compactMap { hunk in
      let old = hunk.before.first { rewording.before.isOnly($0) }
      let new = hunk.after.first { rewording.after.isOnly($0) }
      switch (old, new) {
      case (nil, let index?):
        return rewording.shift(.exclusivity, keepsOut(index, rewording.after) ? .stronger : .weaker, hunk)
      case (let index?, nil):
        return rewording.shift(.exclusivity, keepsOut(index, rewording.before) ? .weaker : .stronger, hunk)
      default: return nil
      }
    }
  }

  /// Whether it restricts who may do something, or what may be done.
  private static func keepsOut(_ index: Int, _ side: WordedSide) -> Bool {
    let sentence = side.sentence(of: index)
    if !["only", "solely", "exclusively"].contains(side.word(index)) { return true }
    if side.words[sentence.lowerBound..<index].contains(where: { entrusted.contains($0) }) { return true }
    // `May be banned after two warnings only`
    if sentence.upperBound == index + 1, side.words[sentence.lowerBound..<index].contains("may") { return true }
    // `Can be silenced by the shift lead only`
    if sentence.upperBound == index + 1, (1...6).contains(where: { side.word(index - $0) == "by" }),
      side.words[sentence.lowerBound..<index].contains("can")
    {
      return true
    }
    if permitting.contains(side.word(index - 1)) { return true }
    // `The landlord may enter only …`: others are spared that.
    if side.words[sentence.lowerBound..<index].prefix(4).contains(where: { powerful.contains($0) }),
      side.words[sentence.lowerBound..<index].contains(where: { ["may", "can"].contains($0) })
    {
      return true
    }
    if Valence.exposes(sentence, in: side) || side.words[sentence.lowerBound..<index].contains(where: Valence.isSecret)
    {
      return true
    }
    if side.beginsSentence(index), letsIn(index, sentence, side) { return true }
    // `The app requests only the permissions that it needs`
    if let verb = side.verb(of: index), verb == index - 1, taking.contains(side.word(verb)) { return true }
    // `Uses local grain only`
    if index + 1 == sentence.upperBound, side.verb(of: index).map({ using.contains(side.word($0)) }) ?? false {
      return true
    }
    // `Accessible only to …`
    if side.word(index + 1) == "to", side.word(index - 1).hasSuffix("ible") || side.word(index - 1).hasSuffix("able") {
      return true
    }
    // `Accepts requests only from …`
    if side.word(index + 1) == "from",
      !(index + 2...index + 3).contains(where: { Period.names(side.word($0)) || NumberWord.one(side.word($0)) != nil })
    {
      return true
    }
    if ["after", "with", "if", "once", "when"].contains(side.word(index + 1)), isGuarded(index, sentence, side) {
      return true
    }
    // `can be seen only by admins`
    if side.word(index + 1) == "by",
      side.words[sentence.lowerBound..<index].contains(where: { permitting.contains($0) || $0 == "is" || $0 == "are" })
    {
      return true
    }
    // `only once`, `only one`
    if QuantityReader.number(side.word(index + 1)) != nil || side.word(index + 1) == "once" { return true }
    return (side.beginsSentence(index) || side.followsComma(index))
      && side.words[index..<sentence.upperBound].contains { permitting.contains($0) || acting.contains($0) }
  }

  /// `Only signed plugins are loaded`, `only allow HTTPS`
  private static func letsIn(_ index: Int, _ sentence: Range<Int>, _ side: WordedSide) -> Bool {
    side.words[index..<sentence.upperBound].contains { admitted.contains($0) }
      || Valence.of(index + 1..<index + 2, in: side) == .wanted || imperative.contains(side.word(index + 1))
  }

  /// `Can be silenced only after …`, `only with approval`: somebody else has to agree, or what is done is no favour.
  private static func isGuarded(_ index: Int, _ sentence: Range<Int>, _ side: WordedSide) -> Bool {
    side.words[sentence.lowerBound..<index].contains { guarded.contains(WordedSide.stem($0)) }
      || side.words[index..<sentence.upperBound].contains { approving.contains($0) || Valence.of($0) == .wanted }
  }

  private static let guarded = Set(
    "silence override delete approve export access disable release bypass remove unlock print disclose overrule erase"
      .split(
        separator: " "
      ).map { WordedSide.stem(String($0)) })
  private static let approving = Vocabulary.words(
    "approval consent permission authorisation authorization agreement reason password signature warrant")
  /// Who grants what others have.
  private static let powerful = Vocabulary.words(
    "operator operators landlord landlords employer company provider vendor bank shop airline staff administrators admins "
      + "support moderators police court insurer seller")
  private static let asking = Vocabulary.words("requires require required needs need needed must without unless no")
  private static let permitting = Vocabulary.words("can may could must allowed able permitted")
  /// What is done with something that others are to be kept from.
  private static let entrusted = Vocabulary.words(
    "stored processed kept used shared sent collected visible given handed passed transferred copied disclosed")
  /// What somebody lets in, and others not: `only TLS 1.3 is accepted`.
  private static let admitted = Vocabulary.words(
    "allowed permitted admitted loaded executed trusted merged deployed released tls signed encrypted")
  private static let taking = Vocabulary.words(
    "request requests collect collects read reads process processes access accesses")
  private static let imperative = Vocabulary.words(
    "allow accept permit load execute trust merge deploy store use run install")
  private static let using = Vocabulary.words("use uses contain contains load loads sell sells serve serves")
  private static let acting = Vocabulary.words("see view read edit delete change access approve export")
}
