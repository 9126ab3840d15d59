/// The words that a row of sums begins with.
enum TableTotal {
  private static let words: Set<String> = [
    "total", "totals", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "total général", "somme", "suma",
    "totale", "totaal", "average", "mean", "durchschnitt", "moyenne", "promedio", "media", "合計", "平均", "总计", "合计",
  ]

  /// Most rows begin otherwise, which their first bytes tell.
  private static let table = PhraseTable(words.joined(separator: "|"))

  static func begins(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.count <= 24 else { return false }
    let name = words.drop { $0 == ASCII.colon }
    return table.mayBegin(ignoringCase: name) && Self.words.contains(name.string.lowercased())
  }
}
