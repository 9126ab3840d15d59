import PlanModel

/// A word that is no command, and the one that was probably meant.
package enum UnknownCommandView {
  /// - Parameter parent: the words before it, as in `hooks`; empty at the top.
  package static func text(_ word: String, below parent: String, among commands: [String]) -> TerminalText {
    let whole = parent.isEmpty ? "git handoff" : "git handoff \(parent)"
    var text = TerminalText()
    text.line("\("error:", .bad) \(Phrase.quoted(word)) is no command of \(whole)")
    if let near = PlanModel.nearest(to: word.lowercased(), among: commands) {
      text.line("\("hint:", .caution) did you mean: \(whole) \(near)")
    }
    text.line("\("hint:", .caution) to see all: \(whole) -h")
    return text
  }
}
