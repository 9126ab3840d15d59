import PlanModel

/// Promises that no test can show to be kept.
///
/// INCOSE Guide to Writing Requirements, R26 "Absolutes" (avoid unachievable absolutes).
enum AbsoluteClaims: PhraseRule {
  static let rule = Rule.absoluteClaims
  static let phrases = """
    never fail|never fails|never crash|never crashes|always works|always work|zero downtime|no downtime|zero bugs|\
    bug free|error free|foolproof|completely secure|totally secure|perfectly secure|perfect|perfectly|\
    under all circumstances|under any circumstances|in all cases|in every case|at all times|all possible|\
    any possible|every possible|no matter what|100% reliable|100% available|100% uptime|100% availability|\
    100% accurate|100% accuracy|100% secure|100% of the time
    """
}
