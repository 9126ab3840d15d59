import PlanModel

/// Words that leave open whether something is asked for at all.
///
/// QuARS (Fabbrini et al. 2001), weakness and optionality; ISO/IEC/IEEE 29148:2018, 5.2.4, which keeps `may` for what is
/// allowed. `Should` and `can` are left alone: in criteria people use them for `shall`.
enum WeakWords: PhraseRule {
  static let rule = Rule.weakWords
  static let phrases = """
    might|possibly|perhaps|maybe|probably|presumably|optionally|hopefully|ideally|preferably|try to|\
    tries to|tried to|attempt to|attempts to|seek to|seeks to|strive to|strives to|aim to|aims to|\
    would be nice|nice to have|could be|could have|may or may not|may want to|might want to|should probably|\
    should ideally|should preferably|in theory|at some point|if desired|if wanted
    """
}
