import Privacy
import Testing

/// What is found in a text, as people would point it out.
func found(_ text: String, _ kinds: Kind..., custom: [CustomKind] = []) throws -> [String] {
  let bytes = Array(text.utf8)
  let wanted = kinds.isEmpty ? Set(Kind.builtIn) : Set(kinds)
  return try Detector(kinds: wanted, custom: custom).matches(in: bytes).map { match in
    "\(match.kind.name) \(String(decoding: bytes[match.range], as: UTF8.self))"
  }
}

/// Something that has to be found whole, alone and within a sentence.
struct Example: Sendable, CustomTestStringConvertible {
  var text: String
  /// What of the text is the match, where that is not all.
  var match: String

  init(_ text: String, _ match: String? = nil) {
    self.text = text
    self.match = match ?? text
  }

  var testDescription: String { text }

  func expect(_ kind: Kind, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let wanted = ["\(kind.name) \(match)"]
    for sentence in [
      text, "See \(text).", "(\(text))", "a\t\(text)\tb", "one\n\(text)\ntwo", "„\(text)“ ja", "- \(text), or",
    ] {
      #expect(try found(sentence, kind) == wanted, "\(sentence)", sourceLocation: sourceLocation)
    }
  }
}
