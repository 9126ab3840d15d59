import PlanModel

/// A passage as words, with the places of its lines. A class, as every rule goes through all of them.
final class Wording: Sendable {
  let passage: Passage
  let text: WordedText
  private let lineStarts: [Int]
  /// For each sentence, whether a number stands in it, and whether it says that something must be.
  private let isNumbered: [Bool]
  private let isObliging: [Bool]

  init(_ passage: Passage) {
    self.passage = passage
    let words = WordedText(passage.bytes)
    text = words
    lineStarts = words.text.indices.filter { words.text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    var isNumbered = [Bool](repeating: false, count: (words.words.last?.sentence ?? -1) + 1)
    var isObliging = isNumbered
    for (index, word) in words.words.enumerated() {
      if word.kind == .number || words.holds(Grammar.numerals, at: index) { isNumbered[word.sentence] = true }
      if words.holds(Grammar.obliging, at: index) { isObliging[word.sentence] = true }
    }
    self.isNumbered = isNumbered
    self.isObliging = isObliging
  }

  /// Whether the sentence of a word, or the one that explains it, has a number in it.
  func isMeasured(_ word: Int) -> Bool {
    let sentence = text.words[word].sentence
    return isNumbered[sentence] || sentence + 1 < isNumbered.count && isNumbered[sentence + 1]
  }

  /// Whether the sentence of a word says that something must be.
  func isObliging(_ word: Int) -> Bool { isObliging[text.words[word].sentence] }

  /// The line and column of the byte at `offset` of the passage.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var lower = 0
    var upper = lineStarts.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if lineStarts[middle] <= offset { lower = middle + 1 } else { upper = middle }
    }
    return lower == 0
      ? (passage.line, passage.column + offset) : (passage.line + lower, offset - lineStarts[lower - 1] + 1)
  }

  /// The words as they stand in the file, at most eighty bytes of them.
  func quoted(_ words: Range<Int>) -> String {
    let lower = text.words[words.lowerBound].range.lowerBound
    let upper = min(text.words[words.upperBound - 1].range.upperBound, lower + 80)
    let start = passage.bytes.startIndex
    return String(decoding: passage.bytes[(start + lower)..<(start + upper)], as: UTF8.self).foldingWhiteSpace()
  }

  func finding(_ rule: Rule, _ words: Range<Int>, in file: String) -> Finding {
    finding(.words(rule, quoted(words)), at: words.lowerBound, in: file)
  }

  func finding(_ problem: QualityProblem, at word: Int, in file: String) -> Finding {
    let place = place(of: word < text.words.count ? text.words[word].range.lowerBound : 0)
    return Finding(.quality(problem), path: file, line: place.line, column: place.column)
  }
}

/// A story as its rules see it: passages as words, the phrases in them, the parts of its user story.
final class WordedStory: Sendable {
  let story: Story
  let wordings: [Wording]
  /// The user story of the narrative, as words of the passage that holds it.
  let userStory: WordedUserStory?
  /// The places of the passages of each criterion, in their order.
  let criteria: [[Int]]
  private let hits: [Rule: [Hit]]

  var file: String { story.file }

  init(_ story: Story, lexicon: Lexicon) {
    self.story = story
    wordings = story.passages.map(Wording.init)
    userStory = WordedUserStory(wordings)
    criteria = Self.criteria(wordings)
    var hits: [Rule: [Hit]] = [:]
    for (index, wording) in wordings.enumerated() {
      for hit in lexicon.hits(in: wording.text, wording: index) { hits[hit.rule, default: []].append(hit) }
    }
    self.hits = hits
  }

  func hits(of rule: Rule) -> [Hit] { hits[rule] ?? [] }

  /// Whether a phrase stands where rules of this scope look.
  func isIn(_ scope: Scope, _ hit: Hit) -> Bool {
    switch (scope, wordings[hit.wording].passage.role) {
    case (.anywhere, _), (_, .criterion), (_, .criterionTitle): true
    case (.criteria, _): false
    case (.obligations, .section(let title)): title == "constraints"
    case (.obligations, .narrative): isObligation(hit)
    }
  }

  private func isObligation(_ hit: Hit) -> Bool {
    if let userStory, userStory.wording == hit.wording, userStory.words.overlaps(hit.words) {
      return userStory.want.map { $0.overlaps(hit.words) } ?? false
    }
    return wordings[hit.wording].isObliging(hit.words.lowerBound)
  }

  private static func criteria(_ wordings: [Wording]) -> [[Int]] {
    var criteria: [[Int]] = []
    var last: CriterionID?
    for (index, wording) in wordings.enumerated() {
      guard let id = wording.passage.criterion else { continue }
      if id == last, !criteria.isEmpty { criteria[criteria.count - 1].append(index) } else { criteria.append([index]) }
      last = id
    }
    return criteria
  }
}

/// The parts of a user story as words of one passage.
struct WordedUserStory: Sendable {
  let wording: Int
  let role: Range<Int>?
  let want: Range<Int>?
  let benefit: Range<Int>?
  let isWantSaid: Bool
  /// From its first part to the end of its last.
  let words: Range<Int>

  init?(_ wordings: [Wording]) {
    for (index, wording) in wordings.enumerated() {
      guard wording.passage.role == .narrative else { break }
      guard let story = UserStory(wording.text) else { continue }
      func words(_ bytes: Range<Int>?) -> Range<Int>? {
        guard let bytes else { return nil }
        let words = wording.text.words
        guard let first = words.firstIndex(where: { $0.range.lowerBound >= bytes.lowerBound }) else { return nil }
        return first..<(words.lastIndex { $0.range.upperBound <= bytes.upperBound } ?? first) + 1
      }
      self.wording = index
      role = words(story.role)
      want = words(story.want)
      benefit = words(story.benefit)
      isWantSaid = story.isWantSaid
      let parts = [role, want, benefit].compactMap { $0 }
      self.words = (parts.map(\.lowerBound).min() ?? 0)..<(parts.map(\.upperBound).max() ?? 0)
      return
    }
    return nil
  }
}
