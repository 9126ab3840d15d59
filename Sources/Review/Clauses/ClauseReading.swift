import PlanModel

/// What each word of a text is part of: what is promised, when it holds, when it does not, whom it is about.
///
/// It is read in one pass from the front, so that a text of any length costs no more than its words.
struct ClauseReading {
  /// Whether a word says when something holds.
  private(set) var conditions: [Bool]
  /// Whether a word says when something does not hold: `unless …`, `except …`.
  private(set) var exceptions: [Bool]
  /// The word that a word's sentence turns on.
  private(set) var verbs: [Int?]

  init(_ text: WordedText, words: [String], frequencies: [Bool]) {
    conditions = [Bool](repeating: false, count: words.count)
    exceptions = conditions
    verbs = [Int?](repeating: nil, count: words.count)
    var start = 0
    while start < words.count {
      let sentence = text.sentence(of: start)
      var (isCondition, isException) = (false, false)
      for index in sentence {
        // Behind a comma the main clause goes on, unless another condition is added there.
        let goesOn = index > sentence.lowerBound && text.beginsClause(index) && !["and", "or"].contains(words[index])
        if words[index] == "then" || goesOn { isCondition = false }
        if goesOn { isException = false }
        if Self.opens(index, in: words, isFrequency: frequencies[index]) { isCondition = true }
        if Vocabulary.exceptionOpeners.contains(words[index]) { isException = true }
        (conditions[index], exceptions[index]) = (isCondition, isException)
      }
      let verb = MainVerb.place(in: sentence, of: words) { conditions[$0] }
      for index in sentence { verbs[index] = verb }
      start = sentence.upperBound
    }
  }

  /// `When and from where`, `tells when it was sent`: what is told, and no condition.
  static func asks(_ index: Int, in words: [String]) -> Bool {
    guard asking.contains(words[index]) else { return false }
    let previous = index > 0 ? words[index - 1] : ""
    let next = index + 1 < words.count ? words[index + 1] : ""
    if next.isEmpty || ["and", "or"].contains(next) || telling.contains(previous) { return true }
    return ["and", "or", "from"].contains(previous) && index > 1
      && asking.union(["who", "what", "why", "how", "which"]).contains(words[index - 2])
  }

  private static let asking = Vocabulary.words("when where if")
  private static let telling = Vocabulary.words(
    "say says show shows tell tells state states know knows see sees record records log logs explain explains asks")

  private static func opens(_ index: Int, in words: [String], isFrequency: Bool) -> Bool {
    // `As long as it is open`, and not `as long as 20 characters`
    if words[index] == "as", index + 3 < words.count, words[index + 1] == "long", words[index + 2] == "as" {
      return NumberWord.one(words[index + 3]) == nil
    }
    guard Vocabulary.conditionOpeners.contains(words[index]) else { return false }
    if asks(index, in: words) { return false }
    // `The given time` is one that somebody gave.
    if words[index] == "given", index > 0, ["the", "a", "an", "any"].contains(words[index - 1]) { return false }
    // `The reason given by the bank`
    if words[index] == "given", index > 0, index + 1 < words.count, ["by", "to"].contains(words[index + 1]) {
      return false
    }
    guard words[index] == "once" else { return true }
    // `Once` opens a clause only where somebody or something follows that does what it says.
    let next = index + 1 < words.count ? words[index + 1] : ""
    return !isFrequency && ["the", "a", "an", "it", "they", "all", "every", "this", "that"].contains(next)
  }
}
