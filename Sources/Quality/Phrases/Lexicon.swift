import PlanModel

/// A phrase of a rule in a story.
struct Hit: Hashable, Sendable {
  var rule: Rule
  /// The place of the passage among the story's.
  var wording: Int
  var words: Range<Int>
}

/// The phrases of all rules, by their first words, so that a text is gone through once whatever the number of rules.
struct Lexicon: Sendable {
  private struct Phrase: Sendable {
    var rule: Rule
    /// The hashes of the words behind the first.
    var rest: [UInt64]
  }

  private let phrases: [UInt64: [Phrase]]
  /// Which hashes may begin a phrase, by their lowest bits: most words begin none.
  private let mayBegin: [Bool]

  init(_ rules: [any PhraseRule.Type]) {
    var phrases: [UInt64: [Phrase]] = [:]
    var mayBegin = [Bool](repeating: false, count: 1 << 14)
    for rule in rules {
      for phrase in rule.phrases.utf8.split(separator: UInt8(ascii: "|")) {
        let words = phrase.split { $0 == 0x20 || $0 == UInt8(ascii: "\n") }.map { Word.hash($0) }
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(rule: rule.rule, rest: Array(words.dropFirst())))
        mayBegin[Int(first & 0x3fff)] = true
      }
    }
    // The longest first: it is the one that is reported.
    self.phrases = phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    self.mayBegin = mayBegin
  }

  /// What stands in a passage; of one rule's phrases that begin at a word, the longest.
  func hits(in text: WordedText, wording: Int) -> [Hit] {
    var hits: [Hit] = []
    for (index, word) in text.words.enumerated() where mayBegin[Int(word.hash & 0x3fff)] && word.kind != .opaque {
      guard let candidates = phrases[word.hash] else { continue }
      for phrase in candidates where holds(phrase.rest, behind: index, in: text) {
        let words = index..<index + 1 + phrase.rest.count
        let isCovered = hits.last { $0.rule == phrase.rule }.map { $0.words.overlaps(words) } ?? false
        if !isCovered { hits.append(Hit(rule: phrase.rule, wording: wording, words: words)) }
      }
    }
    return hits
  }

  private func holds(_ rest: [UInt64], behind index: Int, in text: WordedText) -> Bool {
    guard index + rest.count < text.words.count else { return false }
    for (offset, hash) in rest.enumerated() {
      let place = index + 1 + offset
      guard text.words[place].hash == hash, text.words[place].kind != .opaque,
        text.gap(before: place).allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "-") })
      else { return false }
    }
    return true
  }
}
