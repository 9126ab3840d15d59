/// Finds the word that a sentence turns on: what stands before it is whom or what the sentence is about.
///
/// A word for an action counts as it is said of one or of many (`keeps`, `keep`), and not as what was done (`kept`),
/// behind which a subject may go on: `parcels sent by night are …`.
enum MainVerb {
  /// The place of the verb in the sentence of a range; nil where none is known.
  static func place(in sentence: Range<Int>, of words: [String], isCondition: (Int) -> Bool) -> Int? {
    var relatives = 0
    var isFirst = true
    for index in sentence where !isCondition(index) {
      defer { isFirst = false }
      let word = words[index]
      if relative.contains(word), !isFirst {
        relatives += 1
      } else if isVerb(index, in: words, isFirst: isFirst) {
        if relatives == 0 { return index }
        // `That can be seen` is one clause with several verbs.
        let next = index + 1 < sentence.upperBound ? words[index + 1] : ""
        if !auxiliary.contains(word) || !(auxiliary.contains(next) || lexical(next)) { relatives -= 1 }
      }
    }
    return nil
  }

  private static func isVerb(_ index: Int, in words: [String], isFirst: Bool) -> Bool {
    let word = words[index]
    if auxiliary.contains(word) { return true }
    if isFirst { return false }
    let previous = words[index - 1]
    // `Members who live nearby`, and not `members whom the club …`
    if previous == "who" { return true }
    guard lexical(word) else { return false }
    let next = index + 1 < words.count ? words[index + 1] : ""
    // `The reports are …`, `a list of changes`, `orders, reports and exports`: a thing and no action.
    return (!nominal.contains(previous) || index > 1 && previous == "that") && !auxiliary.contains(next)
      && !(next.hasSuffix("s") && lexical(next))
  }

  private static func lexical(_ word: String) -> Bool {
    if verbs.contains(word) { return true }
    for ending in ["s", "es"] where word.hasSuffix(ending) && verbs.contains(String(word.dropLast(ending.count))) {
      return true
    }
    return word.hasSuffix("ies") && verbs.contains(word.dropLast(3) + "y")
  }

  /// Whether a word is one for an action, whatever its part in the sentence.
  static func isAction(_ word: String) -> Bool { lexical(word) }

  /// Whether a thing is named behind a word: `every release`.
  static func isNamed(_ previous: String) -> Bool { nominal.contains(previous) }

  static let auxiliary = Vocabulary.words(
    "is are was were be must shall should will can may might could cannot can't has have had needs need does do doesn't "
      + "don't isn't aren't never")
  static let relative = Vocabulary.words("who that which whose whom")
  private static let nominal = Vocabulary.words(
    "a an the all every each any no some of to for in on at by with from and or its their his her our your this that "
      + "these those other")

  private static let verbs = Vocabulary.words(
    """
    accept add agree alert allow announce answer appear apply approve arrive ask assign attach back begin block book buy call \
    cancel carry change charge check choose clear close collect come complete confirm connect contain continue copy cost \
    count cover create deliver deny detect differ discard display download edit encrypt end enter escalate exceed expire explain \
    export fail fall fill finish fit follow gain get give go grant handle happen hide hold ignore import include inform \
    install interrupt join keep last lead leave let lie link list load lock log look lose mail make mark match meet move \
    mute name need notify offer open order page pass pause pay permit play post prevent print produce prompt protect \
    prove provide publish raise reach read receive record recover redirect refuse reject release reload remain remember \
    remind remove rename repeat replace reply report request require reset respond restore restart resume retain retry \
    return review roll rotate run save say scan search see select sell send serve set share ship show sign skip sound \
    speak stand start state stay stop store submit suggest support survive switch sync take talk tell test track \
    transfer treat trigger try turn undo unlock update upload use validate verify wait waive warn work write
    """.replacingNewLines)
}
