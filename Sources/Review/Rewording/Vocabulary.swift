/// Words that several rules ask for, in lower case.
enum Vocabulary {
  static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

  /// Phrases parted by `|`, as their words.
  static func phrases(_ list: String) -> [[String]] {
    list.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }

  /// What opens a clause that says when something holds.
  static let conditionOpeners = words("given when whenever if while unless once provided where")

  static let exceptionOpeners = words("unless except excluding besides")

  static let negations = words(
    """
    not no never cannot can't don't doesn't didn't won't isn't aren't wasn't mustn't shouldn't neither nor none nobody \
    nothing
    """.replacingNewLines)

  /// Words that say nothing by themselves.
  static let fillers = words(
    """
    a an the of to in on at for by with from as is are was be been being it its this that these those i we you he she \
    they my our your their his her them and or then when given if shall should must will can may have has had do does \
    it's there's so which who there into were via once
    """.replacingNewLines)

  /// Words that mean all there are.
  static let universals = words("all every each any always everywhere everyone everybody entire whole")
}

extension String {
  /// The text on one line.
  var replacingNewLines: String { split(separator: "\n").joined(separator: " ") }
}
