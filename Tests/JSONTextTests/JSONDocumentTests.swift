import JSONText
import Testing

@Suite("JSON") struct JSONDocumentTests {
  @Test("values are found in order, with their members, digits and places")
  func values() throws {
    let text = #"{"id": 1012224565567721552, "list": [true, null, -1.5e3, "x"], "gone": null, "id": 2, "é": {}}"#
    let root = try JSONDocument(Array(text.utf8)).root
    #expect(root.kind == .object)
    #expect(root.members.map(\.name) == ["id", "list", "gone", "id", "é"])
    #expect(root.members.map(\.value.kind) == [.number, .array, .null, .number, .object])
    #expect(root["id"]?.int == 2, "the last of two counts")
    #expect(root["gone"] == nil && root["none"] == nil && root["list"]?["id"] == nil)
    let list = try #require(root["list"])
    #expect(list.elements.map(\.kind) == [.bool, .null, .number, .string])
    #expect(list.elements.compactMap(\.bool) == [true])
    #expect(list.elements.compactMap(\.number) == [-1500])
    #expect(root.members.first { _ in true }?.value.text == "1012224565567721552")
    #expect(Array(text.utf8)[list.range].elementsEqual(#"[true, null, -1.5e3, "x"]"#.utf8))
  }

  @Test(
    "strings are decoded",
    arguments: [
      (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e9\uD83D\uDE00""#, "é😀"),
      (#""\uD83D!""#, "\u{FFFD}!"), (#""\uDE00\u0041""#, "\u{FFFD}A"), (#""\uD83D\u0041""#, "\u{FFFD}A"),
      (#""é""#, "é"), (#""""#, ""), ("\"\u{7F}\"", "\u{7F}"),
    ])
  func strings(_ text: String, _ decoded: String) throws {
    #expect(try JSONDocument(Array(text.utf8)).root.string == decoded)
  }

  @Test("names with escapes are found, and bytes that are not UTF-8 are marked")
  func names() throws {
    #expect(try JSONDocument(Array(#"{"a\u0062": 1}"#.utf8)).root["ab"]?.int == 1)
    #expect(try JSONDocument([0x22, 0xFF, 0x22]).root.string == "\u{FFFD}")
    #expect(try JSONDocument([0xEF, 0xBB, 0xBF, 0x31]).root.int == 1)
  }

  @Test(
    "what is not JSON is located",
    arguments: [
      ("", JSONError.Problem.unexpectedEnd, 1, 1), ("{\n  \"a\": 1,\n}", .unexpectedCharacter, 3, 1),
      ("[1 2]", .unexpectedCharacter, 1, 4), ("[1,]", .unexpectedCharacter, 1, 4),
      ("{\"a\" 1}", .unexpectedCharacter, 1, 6),
      ("{\"a\":1", .unexpectedEnd, 1, 7), ("\"a", .unexpectedEnd, 1, 3), ("\"\\x\"", .badEscape, 1, 2),
      ("\"\\u12g4\"", .badEscape, 1, 2), ("01", .badNumber, 1, 1), ("1.", .badNumber, 1, 3), ("-", .badNumber, 1, 2),
      ("1e", .badNumber, 1, 3), ("\"\n\"", .controlCharacter, 1, 2), ("1 2", .textBehindTheEnd, 1, 3),
      ("tru", .unexpectedCharacter, 1, 1), ("NaN", .unexpectedCharacter, 1, 1), ("[", .unexpectedEnd, 1, 2),
      ("{1:2}", .unexpectedCharacter, 1, 2), ("]", .unexpectedCharacter, 1, 1),
    ])
  func errors(_ text: String, _ problem: JSONError.Problem, _ line: Int, _ column: Int) throws {
    let error = #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
    #expect(error?.problem == problem)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("nesting has an end") func nesting() throws {
    let deepest = JSONDocument.deepest
    let bearable = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    #expect(try JSONDocument(Array(bearable.utf8)).root.kind == .array)
    let error = #expect(throws: JSONError.self) {
      try JSONDocument([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000))
    }
    #expect(error?.problem == .tooDeep)
    #expect(error?.offset == deepest)
  }

  @Test("a line of a larger text is a document of its own, and its errors are located in the whole")
  func lines() throws {
    let text = Array("{\"a\": 1}\n{\"b\": }\n".utf8)
    #expect(try JSONDocument(text, in: 0..<8).root["a"]?.int == 1)
    let error = #expect(throws: JSONError.self) { try JSONDocument(text, in: 9..<16) }
    #expect(error?.line == 2)
    #expect(error?.column == 7)
  }
}
