/// The words of attributions, in the languages that mail programs write them in.
enum AttributionWords {
  /// Whether a line may be the first of several that make one attribution.
  static func opens(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if first.isDigit { return true }
    let word = line.drop { $0 == ASCII.star || $0 == ASCII.underscore }.prefix(32).prefix { $0 != ASCII.space }
    return openings.contains(word.string.lowercased()) || word.starts(with: "於".utf8) || word.starts(with: "在".utf8)
  }

  /// Where "wrote" stands in a sentence, in whatever language.
  static func verb(in sentence: String) -> Range<String.Index>? {
    let lower = sentence.lowercased()
    // Lower case keeps the length in every language of the list; elsewhere the place would not be the same.
    guard lower.utf8.count == sentence.utf8.count else { return nil }
    let text = Array(lower.utf8)
    guard verbTable.isFound(in: text[...]) else { return nil }
    for verb in verbs {
      if let range = wordRange(of: verb, in: text) {
        let start = sentence.utf8.index(sentence.startIndex, offsetBy: range.lowerBound)
        return start..<sentence.utf8.index(start, offsetBy: range.count)
      }
    }
    return nil
  }

  /// Whether a line ends with a verb, as attributions without a colon do.
  static func endsWithVerb(_ line: ArraySlice<UInt8>) -> Bool {
    let end = line.suffix(40).string.lowercased()
    return verbs.contains { end.hasSuffix($0) }
  }

  private static func wordRange(of word: String, in text: [UInt8]) -> Range<Int>? {
    let pattern = Array(word.utf8)
    guard let first = pattern.first, text.count >= pattern.count else { return nil }
    for start in (0...(text.count - pattern.count)).reversed() where text[start] == first {
      let end = start + pattern.count
      guard text[start..<end].elementsEqual(pattern) else { continue }
      let isWide = first >= 0xE3
      if isWide || (start == 0 || !text[start - 1].isWord) && (end == text.count || !text[end].isWord) {
        return start..<end
      }
    }
    return nil
  }

  /// Most sentences have none of the verbs: that shows in one pass.
  private static let verbTable = PhraseTable(verbs.joined(separator: "|"))

  private static let verbs = [
    "wrote", "writes", "said", "a écrit", "schrieb", "schreibt", "hat geschrieben", "escribió", "escribio",
    "ha scritto", "scrisse",
    "escreveu", "schreef", "skrev", "kirjoitti", "napisał(a)", "napisał", "napisała", "napsal(a)", "napsal",
    "napísal(a)", "пишет",
    "написал(а)", "написал", "написала", "писал(а)", "писал", "пише", "έγραψε", "şunu yazdı", "yazdı", "írta",
    "a scris", "viết", "đã viết", "menulis",
    "さんは書きました", "さんが書きました", "書きました", "のメッセージ", "のメール", "写道", "寫道", "님이 작성", "작성", "מאת", "כתב/ה", "כתב", "כתבה", "كتب",
    "เขียน",
  ]

  private static let openings: Set<String> = [
    "on", "at", "le", "am", "el", "il", "em", "op", "den", "pe", "w", "dne", "på", "em", "no", "a", "quoting", "dnia",
    "pon.",
    "mon", "mon,", "tue,", "wed,", "thu,", "fri,", "sat,", "sun,", "vào", "pada", "στις", "в", "пн,", "вт,", "ср,",
    "чт,", "пт,", "сб,", "вс,",
  ]

  /// Where a name ends, read backwards.
  static let notInNames: Set<String> = [
    "on", "at", "am", "pm", "a.m.", "p.m.", "um", "uhr", "le", "à", "el", "a", "las", "la", "il", "alle", "ore", "às",
    "em", "op", "om", "den", "kl.", "kl",
    "o", "utc", "gmt", "est", "edt", "pst", "pdt", "cet", "cest", "mst", "mdt", "cst", "cdt", "bst", "ist", "jst",
    "schrieb", "schreef", "skrev", "quoting",
    "monday,", "tuesday,", "wednesday,", "thursday,", "friday,", "saturday,", "sunday,", "m.", "p.", "в", "klo", "saat",
    "tarihinde", "user", "odesílatel", "ο/η", "o/η", "от", "בתאריך", "כתיבת", "بواسطة", "يلي", "schrieb:",
  ]
}
