/// Answers that answer nothing, as a form's field is filled that must not stay empty: `n/a`, `-`, `nichts`.
enum EmptyAnswer {
  private static let longest = 40

  /// Whether these words are a whole answer that says nothing; case, and marks at the end, do not matter.
  static func isOne(_ answer: ArraySlice<UInt8>) -> Bool {
    guard answer.count <= longest, !answer.isEmpty else { return false }
    var words = answer
    while words.count > 1, let last = words.last, last == ASCII.dot || last == ASCII.exclamation || last.isWhite {
      words.removeLast()
    }
    if words.allSatisfy({ !$0.isWord && !$0.isForeign && $0 != ASCII.question && $0 != ASCII.plus }) { return true }
    return answers.contains(WhiteSpace.folded(words).string.lowercased())
  }

  private static let answers: Set<String> = [
    "n/a", "n.a", "n. a", "na", "n\\a", "none", "no comment", "no comments", "nothing", "nothing to add",
    "not applicable", "nil", "null", "nan", "undefined", "no answer", "x", "xx", "xxx",
    "nichts", "keine", "keine angabe", "keine angaben", "k.a", "k. a", "ka", "k/a", "kein kommentar",
    "nichts zu ergänzen",
    "entfällt", "nada", "ninguno", "ninguna", "ningún comentario", "rien", "rien à signaler", "ras", "r.a.s", "r.a.s",
    "aucun",
    "aucune", "néant", "niente", "nessuno", "nessuna", "nenhum", "nenhuma", "geen", "niets", "nvt", "n.v.t", "inget",
    "ingen", "ingenting", "なし", "特になし", "特にありません", "无", "没有", "無", "沒有", "없음", "нет",
  ]
}
