/// Whether one of two words is the other one, with a letter too many, too few, in the wrong place, or another vowel.
///
/// The words that are rated are all the dictionary there is: two of those are two words. Short words and other first letters
/// are never taken for it either: `form` and `from`, `lower` and `slower`.
enum Misspelling {
  private static let fewest = 6

  /// Whether nothing else is in a place where two wordings differ.
  static func isAll(of hunk: Hunk, _ before: WordedSide, _ after: WordedSide) -> Bool {
    guard hunk.before.count == hunk.after.count, !hunk.before.isEmpty else { return false }
    return zip(hunk.before, hunk.after).allSatisfy { isOne(before.word($0), after.word($1)) }
  }

  static func isOne(_ first: String, _ second: String) -> Bool {
    let (short, long) = first.utf8.count <= second.utf8.count ? (first, second) : (second, first)
    guard short.utf8.count >= fewest, long.utf8.count - short.utf8.count <= 1, !areKnown(short, long),
      short.utf8.allSatisfy(isLetter), long.utf8.allSatisfy(isLetter), short.utf8.first == long.utf8.first
    else { return short == long }
    let start = zip(short.utf8, long.utf8).prefix { $0 == $1 }.count
    let (left, right) = (Array(short.utf8.dropFirst(start)), Array(long.utf8.dropFirst(start)))
    if left.count < right.count { return left.elementsEqual(right.dropFirst()) }
    guard let letter = left.first, let other = right.first else { return true }
    if left.dropFirst().elementsEqual(right.dropFirst()) { return vowels.contains(letter) && vowels.contains(other) }
    return left.count > 1 && left[1] == other && right[1] == letter
      && left.dropFirst(2).elementsEqual(right.dropFirst(2))
  }

  private static func areKnown(_ first: String, _ second: String) -> Bool {
    if first != second, [first, second].allSatisfy({ WordRatings.builtIn.rating(of: $0) != nil }) { return true }
    return known.contains([first, second])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }
  private static let vowels = Set("aeiouy".utf8)

  /// More words that are as alike and mean another thing.
  private static let known: Set<Set<String>> = [
    ["contact", "contract"], ["compete", "complete"], ["through", "thorough"], ["though", "through"],
    ["expand", "expend"], ["personal", "personnel"], ["adapted", "adopted"], ["adapts", "adopts"],
    ["desert", "dessert"], ["posted", "pasted"], ["united", "untied"], ["causal", "casual"], ["country", "county"],
    ["patient", "patent"], ["patients", "patents"], ["signed", "singed"], ["started", "stared"], ["export", "expert"],
    ["discreet", "discrete"], ["latter", "letter"],
  ]
}
