import Testing
import Views

@Suite("Wrapping") struct WrappingTests {
  @Test("words fill lines of the width, to the last column")
  func width() {
    #expect(wrapped("one two three four", width: 9) == ["one two", "three", "four"])
    #expect(wrapped("one two three four", width: 10) == ["one two", "three four"])
  }

  @Test("a word that is longer than a line has one for itself")
  func longWord() {
    #expect(wrapped("see https://example.com/a/long/address now", width: 10).count == 3)
    #expect(wrapped("abcdefghijkl", width: 3) == ["abcdefghijkl"])
  }

  @Test("white space of any kind separates words, and nothing gives no line", arguments: ["", "  ", "\n\t "])
  func nothing(_ text: String) {
    #expect(wrapped(text, width: 10) == [])
    #expect(wrapped("a\(text) b\(text)", width: 10) == ["a b"])
  }

  @Test("wide characters take two columns")
  func wide() {
    #expect(columns(of: "静音 ok") == 7)
    #expect(columns(of: "👩‍👩‍👧!") == 3)
    #expect(columns(of: "e\u{301}") == 1)
    #expect(wrapped("静音 静音", width: 8) == ["静音", "静音"])
    #expect(wrapped("静音 静音", width: 9) == ["静音 静音"])
  }

  @Test("no word is lost or changed, and no line is too long", arguments: [1, 7, 20, 96])
  func property(_ width: Int) {
    var random = SplitMix(seed: 41)
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        String((0..<Int.random(in: 1...12, using: &random)).map { _ in "aé静x👍".randomElement(using: &random) ?? "a" })
      }
      let lines = wrapped(words.joined(separator: " "), width: width)
      #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
      #expect(lines.allSatisfy { columns(of: $0) <= width || !$0.contains(" ") })
    }
  }
}
