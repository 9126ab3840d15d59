import PlanModel

/// What is still to be decided, and stands among what is decided.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.5 (complete: no TBD, TBS, TBR); INCOSE Guide to Writing Requirements, C4 "Complete".
enum Undecided: PhraseRule {
  static let rule = Rule.undecided
  static let scope = Scope.anywhere
  static let phrases = """
    tbd|tba|tbc|tbr|tbs|to be decided|to be determined|to be confirmed|to be defined|to be discussed|\
    to be clarified|to be agreed|to be specified|to be announced|to be resolved|to be finalized|\
    to be finalised|not yet decided|not yet known|not yet defined|not yet clear|not decided yet|\
    not defined yet|yet to be decided|yet to be determined|yet to be defined|still unclear|todo|\
    fixme|xxx|lorem ipsum|needs clarification|need to decide|needs to be clarified|decide later|\
    needs discussion|we should discuss|not sure if|not sure whether|not sure how|somehow
    """

  static func findings(in story: WordedStory) -> [Finding] {
    phraseFindings(in: story) + story.wordings.compactMap { questionMark(in: $0, of: story) }
  }

  /// `??` anywhere, and a criterion that asks.
  private static func questionMark(in wording: Wording, of story: WordedStory) -> Finding? {
    let text = wording.text
    guard text.text.contains(UInt8(ascii: "?")) else { return nil }
    return text.words.indices.lazy.compactMap { index -> Finding? in
      let marks = text.gap(after: index).prefix { $0 == UInt8(ascii: "?") || $0 == 0x20 }.count {
        $0 == UInt8(ascii: "?")
      }
      let isLast = index + 1 == text.words.count
      guard marks > 1 || marks == 1 && isLast && wording.passage.criterion != nil else { return nil }
      return wording.finding(.words(rule, wording.quoted(index..<index + 1) + "?"), at: index, in: story.file)
    }.first
  }

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let wording = story.wordings[hit.wording]
    let text = wording.text
    // A to-do list is a thing; the mark that something is to be done stands in capitals.
    if text.holds(marks, at: hit.words.lowerBound) {
      return wording.quoted(hit.words).utf8.allSatisfy { $0 < 0x60 }
        && !text.holds(articles, at: hit.words.lowerBound - 1)
        && !text.holds(things, at: hit.words.upperBound)
    }
    // `needs to be resolved`: an obligation.
    return !(text.holds(to, at: hit.words.lowerBound) && text.holds(obliging, at: hit.words.lowerBound - 1))
  }

  private static let marks: WordSet = "todo fixme xxx"
  private static let articles: WordSet = "a the any each every no"
  private static let things: WordSet = "comment comments list lists item items marker markers"
  private static let to: WordSet = "to"
  private static let obliging: WordSet = "need needs needed have has had going ought is are used able want wants"
}
