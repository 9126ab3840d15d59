/// Finds role, want and benefit by the words that introduce them, in one pass for each part.
struct UserStoryReader {
  private let text: WordedText
  private let count: Int

  init(_ text: WordedText) {
    self.text = text
    count = text.words.count
  }

  var story: UserStory? {
    var want = wantMarker()
    let role = roleWords(before: want)
    // Without a role, only who speaks can want: `the field needs a value` is no story.
    if role == nil, let subject = want?.subject, !text.holds(Words.speakers, at: subject) { want = nil }
    let start = want?.start ?? role.map(\.upperBound)
    let lead = leadingBenefit(before: role.map(\.lowerBound) ?? want?.subject)
    let later = start.flatMap { benefit(behind: $0) }
    let isStory =
      role != nil && (want != nil || later != nil || isImplicit(role)) || want?.isWish == true && later != nil
    guard isStory || want?.isWish == true && want?.subject == 0 else { return nil }
    var story = UserStory(role: role.flatMap { bytes(withoutArticle($0)) })
    if let start {
      let end = later?.marker ?? [role?.lowerBound, count].compactMap { $0 }.filter { $0 > start }.min() ?? count
      story.want = bytes(start..<sentenceEnd(start, before: end))
      story.isWantSaid = want != nil
    }
    story.benefit = later.flatMap { bytes($0.start..<sentenceEnd($0.start, before: count)) } ?? lead.flatMap(bytes)
    return story
  }

  // MARK: The want

  private typealias Want = (subject: Int, start: Int, isWish: Bool)

  /// The first `I want to` or the like: where its subject stands, and where what is wanted begins.
  private func wantMarker() -> Want? {
    for index in 0..<count where isSubject(index) {
      var place = index + 1
      let negation = place
      var isNegated = false
      while text.holds(Words.between, at: place) {
        isNegated = isNegated || text.holds(Words.negations, at: place)
        place += 1
      }
      guard let (behind, isWish) = verb(at: place, subject: index) else { continue }
      var start = behind
      if text.holds(Words.to, at: start) { start += 1 }
      if text.holds(Words.be, at: start), text.holds(Words.able, at: start + 1) {
        start += text.holds(Words.to, at: start + 2) ? 3 : 2
      }
      guard start < count else { continue }
      return (index, isNegated ? negation : start, isWish)
    }
    return nil
  }

  private func isSubject(_ index: Int) -> Bool {
    if text.holds(Words.subjects, at: index) {
      return !text.holds(Words.subordinators, at: index - 1)
    }
    // The role again, in place of a pronoun: `As a member, the member wants to …`.
    return index > 0 && text.holds(Words.thirdPersonWishes, at: index + 1) && !text.holds(Words.relatives, at: index)
  }

  /// The words behind a verb that says a want, from `place` on.
  private func verb(at place: Int, subject: Int) -> (behind: Int, isWish: Bool)? {
    // `I'd like`: the contraction is part of the subject.
    let isConditional =
      text.holds(Words.conditionals, at: subject) || text.holds(Words.would, at: place)
    let verb = text.holds(Words.would, at: place) ? place + 1 : place
    if text.holds(Words.wishes, at: verb) { return (verb + 1, true) }
    if isConditional, text.holds(Words.likings, at: verb) { return (verb + 1, true) }
    if text.holds(Words.am, at: place), text.holds(Words.able, at: place + 1) { return (place + 2, true) }
    // Weaker: what somebody can or must do, where a role stands before it.
    guard text.beginsClause(subject) || text.holds(Words.opening, at: 0) else { return nil }
    if text.holds(Words.modals, at: place) {
      return (place + 1, false)
    }
    return text.holds(Words.have, at: place) && text.holds(Words.to, at: place + 1) ? (place + 1, false) : nil
  }

  // MARK: The role

  /// The words behind `as a`, at the beginning of a clause, up to what is wanted.
  private func roleWords(before want: Want?) -> Range<Int>? {
    for index in 0..<count where text.holds(Words.opening, at: index) && opensRole(index, want) {
      let start = index + 1
      guard start < count, !text.holds(Words.notRoles, at: start) else { continue }
      let isArticled = text.holds(Words.articles, at: start)
      if isArticled, text.holds(Words.noRole, at: start + 1) { continue }
      // Without an article, `As` has to begin the story and a comma or a want has to end the role.
      guard isArticled || index == 0 || text.beginsLine(index) else { continue }
      let subject = want.map(\.subject) ?? count
      let limit = subject > start ? subject : count
      let reach = min(limit, start + Words.reach)
      let comma = ((isArticled ? start + 1 : start)..<max(start + 1, reach)).first { isComma(after: $0) }
      guard let end = roleEnd(from: start, comma: comma, limit: limit, isSaid: subject > start && want != nil) else {
        continue
      }
      return start..<end
    }
    return nil
  }

  /// Whether an `as` stands where a role can begin: at the start, or behind a mark and before somebody's want.
  private func opensRole(_ index: Int, _ want: Want?) -> Bool {
    if index == 0 || text.beginsLine(index) { return true }
    guard text.gap(before: index).contains(where: { ",;:.!?".utf8.contains($0) }), let want else { return false }
    return want.isWish && text.holds(Words.speakers, at: want.subject)
  }

  private func roleEnd(from start: Int, comma: Int?, limit: Int, isSaid: Bool) -> Int? {
    guard let comma else { return isSaid && limit - start <= Words.longestRole ? limit : nil }
    guard isSaid, comma + 1 < limit else { return comma + 1 }
    // `As a buyer, seller or guest, I want`: a list goes on to its last part.
    var part = comma + 1
    for index in (comma + 1)..<min(limit, comma + Words.reach) where isComma(after: index) || index == limit - 1 {
      guard index - part < 4, !text.holds(Words.subordinators, at: part) else { return comma + 1 }
      if (part...index).contains(where: { text.holds(Words.conjunctions, at: $0) }) { return index + 1 }
      part = index + 1
    }
    return comma + 1
  }

  private func isComma(after index: Int) -> Bool {
    let gap = text.gap(after: index)
    return gap.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
      || gap.starts(with: " - ".utf8)
  }

  /// Whether what stands behind a role is enough to be a want: `As a guest, a list of open tables`.
  private func isImplicit(_ role: Range<Int>?) -> Bool {
    role.map { $0.upperBound + 1 < count && text.holds(Words.articles, at: $0.lowerBound) } ?? false
  }

  private func withoutArticle(_ words: Range<Int>) -> Range<Int> {
    text.holds(Words.articles, at: words.lowerBound) && words.count > 1
      ? words.lowerBound + 1..<words.upperBound : words
  }

  // MARK: The benefit

  private typealias Benefit = (marker: Int, start: Int)

  /// The benefit that is said behind the want: `so that` before `in order to` before `because`.
  private func benefit(behind start: Int) -> Benefit? {
    var best: (rank: Int, benefit: Benefit)?
    for index in start..<max(start, count) {
      guard let (rank, behind) = BenefitMarker.match(text, at: index, wantStart: start), behind < count else {
        continue
      }
      if best.map({ rank < $0.rank }) ?? true { best = (rank, (index, behind)) }
      if rank == 0 { break }
    }
    return best?.benefit
  }

  /// `In order to find it, as a …`: a benefit in front.
  private func leadingBenefit(before end: Int?) -> Range<Int>? {
    guard let end, end > 2 else { return nil }
    let last = text.holds(Words.opening, at: end - 1) ? end - 1 : end
    // `To save time, as a cook, …`
    if text.holds(Words.to, at: 0), text.beginsClause(last) { return 1..<last }
    guard let (rank, behind) = BenefitMarker.match(text, at: 0, wantStart: 0), rank < 2 else { return nil }
    return behind < last ? behind..<last : nil
  }

  // MARK: Ranges

  /// Where the sentence of the word at `index` ends, or `limit` if that comes first.
  private func sentenceEnd(_ index: Int, before limit: Int) -> Int {
    min(text.sentence(of: index).upperBound, max(limit, index + 1))
  }

  private func bytes(_ words: Range<Int>) -> Range<Int>? {
    guard let first = words.first, let last = words.last else { return nil }
    return text.words[first].range.lowerBound..<text.words[last].range.upperBound
  }
}

private enum Words {
  static let longestRole = 16
  /// How many words on the end of a role is looked for, so that time stays linear.
  static let reach = 40
  static let to: WordSet = "to"
  static let be: WordSet = "be"
  static let able: WordSet = "able"
  static let conditionals: WordSet = "i'd we'd he'd she'd they'd you'd id"
  static let would: WordSet = "would"
  static let likings: WordSet = "like love prefer appreciate"
  static let am: WordSet = "am are is"
  static let modals: WordSet = "must should can could may might will shall"
  static let have: WordSet = "have has"
  static let opening: WordSet = "as"
  static let conjunctions: WordSet = "or and"
  static let subjects: WordSet = "i we you he she they i'd we'd he'd she'd they'd you'd id"
  static let speakers: WordSet = "i we i'd we'd id"
  static let subordinators: WordSet =
    "when while if where whenever after before once until unless because since that which who what how whether so"
  static let relatives: WordSet = "who that which i we they you he she and or not also"
  static let between: WordSet = "do does don't doesn't not never no longer also only just really then always still"
  static let negations: WordSet = "don't doesn't not never no"
  static let wishes: WordSet =
    "want wants wanted need needs needed wish wishes require requires expect expects desire hope"
  static let thirdPersonWishes: WordSet = "wants needs wishes requires"
  static let articles: WordSet = "a an the any every each our one my some another"
  /// `as soon as`, `as well as`: no role follows.
  static let notRoles: WordSet = """
    soon well long much many far needed required possible appropriate part expected such of per is described follows \
    before if though to in on at for it i we they you usual opposed defined shown specified mentioned noted seen with
    """
  /// `As a result, we want …`.
  static let noRole: WordSet = """
    result consequence rule whole workaround reminder first last next matter alternative precaution fallback default \
    bonus follow step test note means way solution side final start minimum general temporary further quick long short
    """
}
