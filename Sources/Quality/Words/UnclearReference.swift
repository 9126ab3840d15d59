import PlanModel

/// Words that point at something which is not there.
///
/// INCOSE Guide to Writing Requirements, R24 "Pronouns"; ISO/IEC/IEEE 29148:2018, 5.2.7 (vague pronouns, incomplete
/// references); QuARS, implicity.
enum UnclearReference: PhraseRule {
  static let rule = Rule.unclearReference
  static let phrases = """
    as mentioned|as mentioned above|as mentioned before|mentioned above|mentioned earlier|see above|see below|\
    above mentioned|aforementioned|as described above|as described below|as stated above|as stated before|\
    as specified above|as discussed|as we discussed|as agreed|as usual|as today|same as today|same as before|\
    same as now|the same as before|like before|like today|as per discussion|as per our discussion|\
    as per the discussion
    """
}
