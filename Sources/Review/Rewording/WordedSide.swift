import PlanModel

/// One wording of what is compared, as words in lower case.
struct WordedSide {
  private let original: [UInt8]
  private let text: WordedText
  let words: [String]
  /// What each word means by itself, by its stem or by what it is a synonym of; empty where it means nothing.
  let contents: [String]
  /// All of them.
  let stems: Set<String>
  /// Its words as they are compared: one thing and several are the same, and so are synonyms. Empty for a word that
  /// belongs to a phrase that stands for one.
  let keys: [String]
  /// How often things happen, where the words say so.
  let frequencies: [Frequency]
  private let isOftenWord: [Bool]
  private let clauses: ClauseReading
  /// Its numbers, with what they are there for.
  private(set) var quantities: [Quantity] = []

  init(_ prose: String) {
    original = Array(prose.utf8)
    let text = WordedText(original[...])
    self.text = text
    words = ClockTime.united(text.words.indices.map { Self.word($0, of: text, prose) }, in: text)
    (contents, keys) = Self.meanings(of: words)
    stems = Set(contents).subtracting([""])
    frequencies = Frequency.all(in: words)
    var isOftenWord = [Bool](repeating: false, count: words.count)
    for index in frequencies.flatMap(\.range) { isOftenWord[index] = true }
    self.isOftenWord = isOftenWord
    clauses = ClauseReading(text, words: words, frequencies: isOftenWord)
    quantities = Quantity.all(in: self)
  }

  /// A word as the rules ask for it; `25 %` is `25%`.
  private static func word(_ index: Int, of text: WordedText, _ prose: String) -> String {
    if text.words[index].kind == .opaque { return named(text, index, prose) }
    let isShare = text.words[index].kind == .number && text.gap(after: index).starts(with: " %".utf8)
    let word = text.string(index)
    // `€20` is 20 of something.
    let digits = word.drop { "€£¥≥≤".contains($0) }
    return (digits.first?.isNumber ?? false ? String(digits) : word) + (isShare ? "%" : "")
  }

  private static func meanings(of words: [String]) -> (contents: [String], keys: [String]) {
    var contents = words.map { Vocabulary.fillers.contains($0) ? "" : stem($0) }
    var keys = words.map(key)
    var index = 0
    while index < words.count {
      guard let concept = Synonyms.concept(at: index, in: words) else {
        index += 1
        continue
      }
      keys[index] = concept.name
      if Synonyms.empty.contains(concept.name) {
        contents[index] = ""
      } else if !contents[index].isEmpty || concept.count > 1 {
        contents[index] = concept.name
      }
      for place in index + 1..<index + concept.count { (contents[place], keys[place]) = ("", "") }
      index += concept.count
    }
    return (contents, keys)
  }

  /// Whether a range has nothing but what a sentence is built with: articles, and the rest of a phrase.
  func isSlight(_ range: Range<Int>) -> Bool {
    range.allSatisfy { keys[$0].isEmpty || Self.articles.contains(words[$0]) }
  }

  /// Whether a range has one article and nothing else.
  func isArticle(_ range: Range<Int>) -> Bool {
    range.count == 1 && ["a", "an", "the"].contains(word(range.lowerBound))
  }

  func withoutArticle(_ range: Range<Int>) -> Range<Int> {
    isArticle(range.lowerBound..<range.lowerBound + 1) ? range.lowerBound + 1..<range.upperBound : range
  }

  private static let articles = Vocabulary.words("a an the is are was were be been being its their that")

  /// What a word alone means.
  static func meaning(of word: String) -> String { meanings(of: [word]).contents[0] }

  /// What is only named is compared as it stands.
  private static func named(_ text: WordedText, _ index: Int, _ prose: String) -> String {
    String(decoding: Array(prose.utf8)[text.words[index].range], as: UTF8.self)
  }

  /// Patterns of files and folders, as they stand there.
  var patterns: [String] {
    String(decoding: original, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { token in
      let bare = token.drop { "`'\"(".contains($0) }
      var pattern = String(bare.prefix { !"`'\"),;".contains($0) })
      while let last = pattern.last, ".:!?".contains(last) { pattern.removeLast() }
      return pattern.contains("*") && pattern.contains { $0 == "/" || $0 == "." } ? pattern : nil
    }
  }

  /// The words of a range as they stand there.
  func excerpt(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = original[text.words[first].range.lowerBound..<text.words[last].range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  /// Whether the words of `phrase` stand at `index`.
  func holds(_ phrase: [String], at index: Int) -> Bool {
    index >= 0 && index + phrase.count <= words.count && words[index..<index + phrase.count].elementsEqual(phrase)
  }

  /// The places of a phrase.
  func places(of phrase: [String]) -> [Range<Int>] {
    words.indices.filter { holds(phrase, at: $0) }.map { $0..<$0 + phrase.count }
  }

  func sentence(of index: Int) -> Range<Int> { text.sentence(of: index) }

  /// Whether a range is one or several whole sentences.
  func isWholeSentences(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    return sentence(of: first).lowerBound == first && sentence(of: last).upperBound == last + 1
  }

  func beginsSentence(_ index: Int) -> Bool {
    words.indices.contains(index) && (sentence(of: index).lowerBound == index || text.beginsLine(index))
  }

  /// Whether punctuation parts a word from the one before it.
  func followsComma(_ index: Int) -> Bool { words.indices.contains(index) && index > 0 && text.beginsClause(index) }

  func isHyphenated(_ index: Int) -> Bool {
    words.indices.contains(index) && index > 0 && text.gap(before: index).elementsEqual("-".utf8)
  }

  /// What `<` or `>` before a number says.
  func sign(before index: Int) -> Comparator.Side? {
    guard words.indices.contains(index) else { return nil }
    let gap = text.gap(before: index)
    if gap.contains(UInt8(ascii: "\n")) || gap.contains(UInt8(ascii: "-")) { return nil }
    return gap.contains(UInt8(ascii: "<")) ? .ceiling : gap.contains(UInt8(ascii: ">")) ? .floor : nil
  }

  func followsSemicolon(_ index: Int) -> Bool {
    words.indices.contains(index) && text.gap(before: index).contains(UInt8(ascii: ";"))
  }

  /// Whether a word says when something holds, and not what holds.
  func isCondition(_ index: Int) -> Bool { words.indices.contains(index) && clauses.conditions[index] }

  /// Whether a word says when something does not hold: `unless …`, `except …`.
  func isException(_ index: Int) -> Bool { words.indices.contains(index) && clauses.exceptions[index] }

  /// Whether a word asks and opens no condition: `shows when and where`, `says if it failed`.
  func isQuestion(_ index: Int) -> Bool { ClauseReading.asks(index, in: words) }

  /// Whether more that a word asks for makes a sentence hold less often: in a condition, but for `not … unless`.
  func isTurned(_ index: Int) -> Bool {
    guard isCondition(index) else { return false }
    let sentence = sentence(of: index)
    // `Only once both have agreed` asks for both.
    let near = max(sentence.lowerBound, index - Self.reach)..<index
    if near.contains(where: { words[$0] == "only" && isCondition($0 + 1) && !isCondition($0) }) { return false }
    guard let opener = words[max(sentence.lowerBound, index - Self.reach)...index].lastIndex(where: { $0 == "unless" })
    else { return true }
    return !words[sentence.lowerBound..<opener].contains { Vocabulary.negations.contains($0) }
  }

  /// Whether something is kept from happening but in one case: `only if paid`, `not unless paid`, `not without a note`.
  var namesOneCase: (isOnly: Bool, isNegated: Bool) {
    let only = words.indices.contains {
      words[$0] == "only" && ["if", "when", "once", "after", "with"].contains(word($0 + 1))
    }
    let negation = words.contains {
      Vocabulary.negations.contains($0) || ["disabled", "hidden", "blocked", "closed"].contains($0)
    }
    // `Has to be signed before it is sent` and `is sent only after it was signed`
    let obliges = words.contains { ["must", "shall", "has", "have", "needs", "need", "required"].contains($0) }
    if obliges, words.contains("before"), !only { return (only, true) }
    // `Only their own` and `not those of others`
    if words.contains("only"), words.contains("own") { return (true, false) }
    if negation, words.contains(where: { ["other", "others", "others'", "else"].contains($0) }) { return (only, true) }
    return (only, negation && words.contains { ["unless", "until", "before", "without"].contains($0) })
  }

  /// Whether a word is part of how often something happens.
  func isFrequency(_ index: Int) -> Bool { words.indices.contains(index) && isOftenWord[index] }

  /// The words that say that something holds for all, outside of conditions.
  var universals: [Int] {
    words.indices.filter { index in
      Vocabulary.universals.contains(words[index]) && !isFrequency(index) && !isCondition(index)
        // `Each other`, `everywhere but there`, `whole euros`
        && !["other", "but"].contains(word(index + 1)) && !(words[index] == "whole" && word(index + 1).hasSuffix("s"))
    }
  }

  /// The word that the sentence of `index` turns on.
  func verb(of index: Int) -> Int? { words.indices.contains(index) ? clauses.verbs[index] : nil }

  /// Whether a word stands before the verb, and in no condition: it says whom or what the sentence is about.
  func isSubject(_ index: Int) -> Bool {
    guard words.indices.contains(index), let verb = verb(of: index) else { return false }
    return index < verb && !isCondition(index)
  }

  /// What stands before the verb alone, and what stands behind it alone; conditions aside.
  var subjects: Set<String> { sides(isSubject: true).subtracting(sides(isSubject: false)) }
  var objects: Set<String> { sides(isSubject: false).subtracting(sides(isSubject: true)) }

  private func sides(isSubject: Bool) -> Set<String> {
    let places = words.indices.filter { index in
      !contents[index].isEmpty && !isCondition(index)
        && (verb(of: index).map { (index < $0) == isSubject && index != $0 } ?? false)
    }
    return Set(places.map { contents[$0] })
  }

  /// Whether the sentence of a word keeps others out.
  func hasOnly(_ index: Int) -> Bool {
    let sentence = sentence(of: index)
    return sentence.prefix(Self.reach).contains(where: isOnly) || sentence.suffix(Self.reach).contains(where: isOnly)
  }

  /// Whether it is said of nobody and nothing: `no member can …`.
  func isDenied(_ index: Int) -> Bool {
    words[neighbourhood(of: index).lowerBound..<index].contains { ["no", "nobody", "none", "neither"].contains($0) }
  }

  /// As many words of a sentence are looked at for what bears on one of them.
  static let reach = 60

  /// The words of a sentence that stand near one of them: all, but of a sentence that nobody reads.
  func neighbourhood(of index: Int) -> Range<Int> {
    let sentence = sentence(of: index)
    return max(sentence.lowerBound, index - Self.reach)..<min(sentence.upperBound, index + Self.reach)
  }

  /// Whether a word keeps out all others: `only`, and `nobody but`.
  func isOnly(_ index: Int) -> Bool {
    if ["only", "solely", "exclusively"].contains(word(index)) {
      // `Append-only`, `read-only`
      if isHyphenated(index) { return false }
      // `One and only one`
      if word(index - 1) == "and", word(index + 1) == "one" { return false }
      return !["some", "few", "part", "a", "most"].contains(word(index + 1))
    }
    if word(index) == "alone" { return index > 1 && !["left", "stand", "stands"].contains(word(index - 1)) }
    if ["reserved", "restricted"].contains(word(index)) { return ["to", "for"].contains(word(index + 1)) }
    let next = word(index) == "no" && word(index + 1) == "one" ? index + 2 : index + 1
    return ["nobody", "none", "no"].contains(word(index)) && ["but", "except"].contains(word(next))
      || word(index) == "other" && word(index + 1) == "than" && ["nobody", "none", "one"].contains(word(index - 1))
  }

  private static func key(_ word: String) -> String {
    guard word.utf8.count > 4, word.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  /// A word without its commonest endings: enough to tell that two sentences speak of the same.
  static func stem(_ word: String) -> String {
    if word.hasSuffix("'s") { return stem(String(word.dropLast(2))) }
    for ending in ["ations", "ation", "able", "ible", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e"]
    where word.utf8.count >= ending.utf8.count + 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count).prefix(6))
    }
    return String(word.prefix(6))
  }

  /// Whether a range has news that are no amount, no frequency and no word for alone, which have rules of their own.
  func namesNews(_ range: Range<Int>, beside other: WordedSide) -> Bool {
    range.contains { index in
      !isFrequency(index) && !isOnly(index) && !isOnly(index - 1)
        && !quantities.contains { $0.range.contains(index) } && hasNews(index..<index + 1, beside: other)
    }
  }

  func hasAmount(_ range: Range<Int>) -> Bool { quantities.contains { range.contains($0.index) } }

  /// Whether a range has a word that `other` does not speak of.
  func hasNews(_ range: Range<Int>, beside other: WordedSide) -> Bool {
    let isPrefixed = range.contains { other.words.contains("un" + words[$0]) }
    return range.contains { index in
      if isPrefixed, Vocabulary.negations.contains(words[index]) { return false }
      if contents[index].isEmpty || other.stems.contains(contents[index]) { return false }
      if index > 0, other.words.contains("un" + words[index]) { return false }
      // `Unread` is what was not read.
      return
        !(words[index].hasPrefix("un") && words[index].utf8.count > 5
        && other.stems.contains(Self.meaning(of: String(words[index].dropFirst(2)))))
    }
  }
}
