import PlanModel
import Testing

@Suite("Folded text")
struct FoldedTextTests {
  private func expectRight(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    let isFolded = text.foldingWhiteSpace().utf8.elementsEqual(text.utf8)
    #expect(
      FoldedText.isFolded(Array(text.utf8)[...]) == isFolded, "\(text.debugDescription)", sourceLocation: location)
  }

  @Test(
    "white space of any kind is found wherever it stands",
    arguments: [
      " ", "  ", "\t", "\n", "\r\n", "\u{0B}", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}", "\u{2028}", "\u{202F}",
      "\u{205F}", "\u{3000}", " \u{A0}", "\u{200B}", "\u{1C}", "é", "の", "“", "☺️",
    ])
  func places(_ mark: String) {
    for before in 0..<20 {
      for behind in 0..<20 {
        expectRight(String(repeating: "a", count: before) + mark + String(repeating: "b", count: behind))
        expectRight("é" + String(repeating: "日", count: before) + mark + String(repeating: "b", count: behind))
      }
    }
  }

  @Test("two spaces are found wherever the words before them end")
  func pairs() {
    for length in 1..<40 {
      let word = String(repeating: "w", count: length)
      expectRight("\(word) \(word)")
      expectRight("\(word)  \(word)")
      expectRight("a \(word)  b c")
    }
  }
}
