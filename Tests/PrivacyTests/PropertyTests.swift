import Privacy
import Testing

/// What holds for every text: made of pieces that are found, nearly found, and in between.
@Suite("Properties of redaction") struct PropertyTests {
  private static let pieces = [
    "ada@example.com", "bob@exämple.org", "+49 30 1234567", "212-555-0147", "030/1234567", "4111 1111 1111 1111",
    "DE89 3704 0044 0532 0130 00", "93.184.216.34", "2a00:1450::200e", "password=", "token: ", "Tr0ub4dor&3x",
    "https://u:p@",
    "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw", "gh" + "p_",
    "k3V9x2M7q4W8e1R5t6Y0u3I7o2P4a6S8d1F3", "eyJhbGciOiJIUzI1NiJ9", "[email-1]", "[phone-3]", " ", " ", " ", "\n", "\t",
    ".",
    ",", ":", "::", "=", "-", "--", "/", "@", "+", "(", ")", "0", "1", "49", "2024", "ü", "日本", "„", "\u{a0}", "x",
    "word",
    "[", "]", "\"", "tel ", "v", "CN-123456",
  ]

  private func text(_ random: inout SplitMix, pieces count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in Array(Self.pieces[random.below(Self.pieces.count)].utf8) }
  }

  private func detector() throws -> Detector {
    Detector(kinds: Set(Kind.builtIn), custom: [try CustomKind(name: "customer-number", expression: "CN-[0-9]+")])
  }

  @Test("redacted text holds no match of the same kinds", arguments: 0..<12)
  func idempotent(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let detector = try detector()
    for _ in 0..<40 {
      let original = text(&random, pieces: 1 + random.below(30))
      var redactor = Redactor(detector)
      let once = try redactor.redact(original)
      #expect(try redactor.redact(once) == once, "\(String(decoding: original, as: UTF8.self))")
    }
  }

  @Test("matches are in order, apart, within the text and not empty; all outside them stays", arguments: 0..<10)
  func outside(seed: UInt64) throws {
    var random = SplitMix(seed: seed + 1_000)
    let detector = Detector(kinds: Set(Kind.builtIn))
    for _ in 0..<40 {
      let original = text(&random, pieces: 1 + random.below(40))
      var end = 0
      var kept: [UInt8] = []
      for match in try detector.matches(in: original) {
        try #require(match.range.lowerBound >= end && !match.range.isEmpty && match.range.upperBound <= original.count)
        kept += original[end..<match.range.lowerBound]
        end = match.range.upperBound
      }
      kept += original[end...]
      var redactor = Redactor(detector)
      let redacted = try redactor.redact(original)
      // What is left of the redacted text without its new words is what stood outside the matches, or less.
      #expect(Self.isSubsequence(Self.withoutPseudonyms(redacted), of: kept))
    }
  }

  @Test("no bytes make the detector stop", arguments: 0..<10)
  func randomBytes(seed: UInt64) throws {
    var random = SplitMix(seed: seed + 2_000)
    let detector = try detector()
    let signs =
      Array("0123456789+-()./:@=[]% abcdefAKIASGeyJghp_\"'<>\n".utf8) + [0, 0x80, 0xc2, 0xa0, 0xe2, 0xf0, 0xff]
    for _ in 0..<60 {
      let bytes = (0..<random.below(120)).map { _ in signs[random.below(signs.count)] }
      var redactor = Redactor(detector)
      let once = try redactor.redact(bytes)
      #expect(try redactor.redact(once) == once)
    }
  }

  @Test("every beginning of a text is searched to its end")
  func prefixes() throws {
    let text = Array(Self.pieces.joined(separator: " ").utf8)
    let detector = Detector(kinds: Set(Kind.builtIn))
    for end in text.indices {
      for match in try detector.matches(in: Array(text[..<end])) { #expect(match.range.upperBound <= end) }
    }
  }

  private static func withoutPseudonyms(_ bytes: [UInt8]) -> [UInt8] {
    let names = Kind.builtIn.map(\.name).joined(separator: "|")
    guard let word = try? Regex("\\[(\(names))-[0-9]+\\]") else { return bytes }
    return Array(String(decoding: bytes, as: UTF8.self).replacing(word, with: "").utf8)
  }

  private static func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part[...]
    for byte in whole where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

/// Steele, Lea and Flood's generator: the same numbers for the same seed.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
