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
    not defined yet|yet to be decided|yet to be determined|yet to be defined|still open|still unclear|todo|\
    fixme|xxx|lorem ipsum|needs clarification|need to decide|needs to be clarified|decide later|\
    needs discussion|we should discuss|not sure if|not sure whether|not sure how|somehow
    """
}
