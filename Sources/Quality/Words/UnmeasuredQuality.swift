import PlanModel

/// Qualities without a number: how fast is fast, and who says that it is easy?
///
/// ISO/IEC/IEEE 29148:2018, 5.2.7 (subjective language: user friendly, easy to use, cost effective); Smella (Femmer et al.
/// 2017), subjective language; QuARS, vagueness. A number in the sentence is taken to be the measure.
enum UnmeasuredQuality: PhraseRule {
  static let rule = Rule.unmeasuredQuality
  static let phrases = """
    fast|quick|quickly|rapid|rapidly|speedy|swiftly|responsive|performant|efficient|efficiently|\
    user friendly|easy|easily|effortless|effortlessly|ease|simple|intuitive|intuitively|self explanatory|\
    convenient|conveniently|comfortable|comfortably|seamless|seamlessly|smooth|smoothly|robust|robustly|reliable|\
    reliably|resilient|scalable|modern|attractive|appealing|beautiful|pleasant|pleasing|elegant|elegantly|\
    professional looking|high performance|high quality|highly available|lightweight|state of the art|\
    best in class|world class|maintainable|portable|usable|readable|understandable|cost effective|low latency|\
    good performance|fluid|straightforward|hassle free|painless|aesthetically pleasing|satisfactory|\
    compelling|polished
    """

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool {
    let text = story.wordings[hit.wording].text
    // `fast-forward`, `quick start`, `machine readable`: a name, and no quality.
    if text.holds(named, at: hit.words.upperBound) || text.holds(naming, at: hit.words.lowerBound - 1) { return false }
    return !story.wordings[hit.wording].isMeasured(hit.words.lowerBound)
  }

  private static let named: WordSet =
    "forward start path track fail text name search apply link access action actions reply view design layout mount mounting"
  private static let naming: WordSet = "machine human computer how half fail fails"
}
