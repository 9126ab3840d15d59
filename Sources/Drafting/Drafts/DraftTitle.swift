/// Short titles out of words that were said.
enum DraftTitle {
  private static let longest = 72

  /// The first words of a text, cut between words where it is long.
  static func of(_ text: String) -> String {
    if let rest = Topic.rest(of: text) { return of(String(rest)) }
    if let mark = ["- ", "* ", "• ", "– "].first(where: text.hasPrefix) {
      return of(String(text.dropFirst(mark.count)))
    }
    let text = wishedFor(in: text) ?? text
    var words = StoryForm.want(withoutMarks(text)).split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    words = Self.withoutOpening(Self.withoutLabel(words))
    // The number of a heading or item: "1. ", "2) ".
    let digits = words.prefix { $0.isNumber }
    if !digits.isEmpty, let mark = words.dropFirst(digits.count).first, ".)".contains(mark) {
      let rest = words.dropFirst(digits.count + 1)
      if rest.first == " " { words = rest.dropFirst() }
    }
    while let last = words.last, ".,;:!".contains(last) { words = words.dropLast() }
    let folded = words.first.map { $0.uppercased() + words.dropFirst() } ?? ""
    guard folded.count > longest else { return folded }
    let cut = folded.prefix(longest)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }

  /// Of several sentences in one statement the one that wishes: "Yes… can't we have a PIN?"
  private static func wishedFor(in text: String) -> String? {
    guard text.utf8.count <= 400, text.contains(". ") || text.contains("! ") || text.contains("… ") else { return nil }
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices where text[index] == " " && index > text.startIndex {
      guard ".!…".contains(text[text.index(before: index)]) else { continue }
      pieces.append(text[start..<index])
      start = text.index(after: index)
    }
    pieces.append(text[start...])
    guard pieces.count > 1, let wish = pieces.first(where: { LabelCues.wishes(String($0)) }) else { return nil }
    return String(wish)
  }

  /// Without the marks of a text that is only bold.
  private static func withoutMarks(_ text: String) -> String {
    guard text.hasPrefix("**"), text.utf8.count > 4 else { return text }
    let inner = text.hasSuffix(":") ? text.dropLast() : text[...]
    return inner.hasSuffix("**") ? String(inner.dropFirst(2).dropLast(2)) : text
  }

  /// Without the name of who speaks or is spoken to, or of what kind of line it is: "Myles: ", "Goal: ".
  private static func withoutLabel(_ words: Substring) -> Substring {
    guard let colon = words.prefix(24).firstIndex(of: ":") else { return words }
    let opening = words[..<colon]
    guard !opening.contains(" ") || kinds.contains(opening.lowercased()) else { return words }
    let rest = words[colon...].dropFirst()
    let least = kinds.contains(opening.lowercased()) ? 0 : 2
    guard rest.first == " ", rest.split(separator: " ").count > least else { return words }
    return rest.dropFirst()
  }

  /// What kind of document it is, in words that are no part of a title.
  private static let kinds: Set<String> = [
    "product brief", "feature brief", "feature request", "bug report", "meeting notes", "meeting minutes",
    "open question", "action item", "brief", "prd", "minutes", "protokoll", "lastenheft", "pflichtenheft", "bug",
    "spec",
  ]

  /// Without the words that only say that something is wanted.
  private static func withoutOpening(_ words: Substring) -> Substring {
    let openings = [
      "hi, ", "hello, ", "hey, ", "hallo, ", "please ", "i want to ", "i would like to ", "i'd like to ", "we want to ",
      "we would like to ", "we'd like to ",
      "i'd love to just ", "i'd love to ", "i would love to ", "we'd love to ", "it would be great if ",
      "it would be nice if ", "can you please ", "could you please ", "i wish ", "i want ",
      "we want ",
    ]
    var words = words
    while let opening = openings.first(where: { words.lowercased().hasPrefix($0) }), words.count > opening.count {
      words = words.dropFirst(opening.count)
    }
    return words
  }

  /// A mail's subject without what answering put before it.
  static func subject(_ title: String) -> String {
    var rest = title[...]
    while let colon = rest.firstIndex(of: ":"),
      ["re", "fwd", "fw", "aw", "wg", "antw", "sv", "tr"].contains(rest[..<colon].lowercased())
    {
      rest = rest[rest.index(after: colon)...].drop { $0 == " " }
    }
    return of(String(rest))
  }
}
