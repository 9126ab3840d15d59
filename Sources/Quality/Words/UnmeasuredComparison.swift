import PlanModel

/// Better, faster, improved: than what, and by how much?
///
/// ISO/IEC/IEEE 29148:2018, 5.2.7 (superlatives, comparative phrases); Smella (Femmer et al. 2017), comparatives and
/// superlatives. A number in the sentence is taken to be the measure.
enum UnmeasuredComparison: PhraseRule {
  static let rule = Rule.unmeasuredComparison
  static let phrases = """
    better|faster|easier|simpler|quicker|smoother|cleaner|cheaper|nicer|clearer|best possible|more efficient|\
    more efficiently|more user friendly|more intuitive|more robust|more reliable|more readable|more flexible|\
    more accurate|more accurately|more easily|more quickly|more effectively|more secure|more stable|more scalable|\
    more maintainable|more responsive|more consistent|more useful|more helpful|improve|improves|improved|\
    improving|enhance|enhances|enhanced|optimize|optimise|optimized|optimised|maximize|maximise|minimize|minimise|\
    reduced latency|higher quality|less confusing|less cluttered
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    !story.wordings[hit.wording].isMeasured(hit.words.lowerBound)
  }
}
