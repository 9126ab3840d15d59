import PlanModel

/// What a text says, as the set of its words without fillers: two texts are alike when the sets nearly agree.
struct Likeness: Hashable, Sendable {
  /// Sorted.
  let words: [UInt64]
  /// Numbers and negations, in which texts that are alike may not differ.
  private let sharp: [UInt64]

  init(_ texts: [(text: WordedText, words: Range<Int>)]) {
    var words: Set<UInt64> = []
    var sharp: Set<UInt64> = []
    for (text, range) in texts {
      for index in range {
        let word = text.words[index]
        if word.kind != .plain || text.holds(Grammar.negations, at: index) {
          sharp.insert(word.hash)
        } else if !text.holds(Grammar.fillers, at: index) {
          words.insert(word.hash)
        }
      }
    }
    self.words = words.sorted()
    self.sharp = sharp.sorted()
  }

  /// Whether nearly all is said by both; `share` is the Jaccard index that is asked for, in
  /// hundredths, and `least` the number of words from which one can tell.
  func isLike(_ other: Likeness, share: Int = 85, least: Int = 3) -> Bool {
    guard words.count >= least, other.words.count >= least, sharp == other.sharp else { return false }
    let smaller = min(words.count, other.words.count)
    let larger = max(words.count, other.words.count)
    guard smaller * 100 >= share * larger else { return false }
    var (left, right, common) = (0, 0, 0)
    while left < words.count, right < other.words.count {
      if words[left] == other.words[right] { common += 1 }
      let isBehind = words[left] <= other.words[right]
      if words[left] >= other.words[right] { right += 1 }
      if isBehind { left += 1 }
    }
    return common * 100 >= share * (words.count + other.words.count - common)
  }
}
