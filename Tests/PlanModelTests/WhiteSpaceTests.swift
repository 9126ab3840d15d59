import PlanModel
import Testing

@Suite("Folding white space")
struct WhiteSpaceTests {
  /// White_Space of Unicode's PropList.txt.
  private static let spaces: [Unicode.Scalar] = [
    "\u{9}", "\u{a}", "\u{b}", "\u{c}", "\u{d}", "\u{20}", "\u{85}", "\u{a0}", "\u{1680}", "\u{2000}", "\u{2001}",
    "\u{2002}",
    "\u{2003}", "\u{2004}", "\u{2005}", "\u{2006}", "\u{2007}", "\u{2008}", "\u{2009}", "\u{200a}", "\u{2028}",
    "\u{2029}",
    "\u{202f}", "\u{205f}", "\u{3000}",
  ]

  @Test("every white space of Unicode folds, alone, in runs and at the ends", arguments: spaces)
  func folds(space: Unicode.Scalar) {
    let mark = String(Character(space))
    #expect("a\(mark)b".foldingWhiteSpace() == "a b")
    #expect("\(mark)\(mark)é\(mark) \(mark)b\(mark)".foldingWhiteSpace() == "é b")
    #expect(mark.foldingWhiteSpace() == "")
  }

  @Test("nothing else folds: what is no white space stays, scalar for scalar")
  func others() {
    for value in (0...0x3100 as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value), !Self.spaces.contains(scalar) else { continue }
      var text = "a".unicodeScalars
      text.append(scalar)
      text.append("b")
      #expect(Array(String(text).foldingWhiteSpace().unicodeScalars) == Array(text))
    }
  }

  @Test("a space keeps its accent apart, CRLF is one space, and folding again changes nothing")
  func corners() {
    #expect(Array("a \u{301}b".foldingWhiteSpace().unicodeScalars) == ["a", " ", "\u{301}", "b"])
    #expect("a\r\n\r\nb".foldingWhiteSpace() == "a b")
    #expect("".foldingWhiteSpace() == "")
    #expect("  a  é \u{3000} 漢 ".foldingWhiteSpace().foldingWhiteSpace() == "a é 漢")
    #expect("xay".dropFirst().foldingWhiteSpace() == "ay")
  }
}
