/// The words that a row of sums begins with.
enum TableTotal {
  private static let words: Set<String> = [
    "total", "totals", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "total général", "somme", "suma",
    "totale", "totaal", "average", "mean", "durchschnitt", "moyenne", "promedio", "media", "合計", "平均", "总计", "合计",
  ]

  static func begins(_ words: ArraySlice<UInt8>) -> Bool {
    words.count <= 24 && Self.words.contains(words.drop(while: { $0 == ASCII.colon }).string.lowercased())
  }
}
