import PlanModel

/// Words that several rules ask for.
enum Grammar {
  /// What says that something has to be so (ISO/IEC/IEEE 29148, 5.2.4).
  static let obliging: WordSet = "shall must should"
  static let modals: WordSet = "shall must should will can may could might cannot can't mustn't shouldn't won't needs"
  static let negations: WordSet =
    "not no never cannot can't don't doesn't won't isn't aren't mustn't shouldn't without nothing nobody none neither nor"
  static let being: WordSet = "is are was were be been being gets get got"
  static let when: WordSet = "when whenever"
  static let then: WordSet = "then"
  static let given: WordSet = "given"
  static let conjunctions: WordSet = "and or"
  static let than: WordSet = "than"
  /// Words that carry no meaning of their own; two sentences are compared without them.
  static let fillers: WordSet = """
    a an the of to in on at for by with from as is are be was were been it its this that these those i we you he she they \
    my our your their his her me us them want wants would like need needs able so and or then when given if shall should \
    must will can have has
    """

  static let numerals: WordSet =
    "two three four five six seven eight nine ten twelve fifteen twenty thirty sixty hundred thousand second minute hour day"

  /// Whether nothing of the clause follows the word: punctuation, or the end.
  static func endsClause(_ index: Int, in text: WordedText) -> Bool {
    index + 1 >= text.words.count || text.gap(after: index).contains { $0 > 0x20 && $0 != UInt8(ascii: "-") }
  }
}
