/// The stem of an English word by its endings; words of other languages keep theirs or lose a little, alike each time.
enum Stem {
  private static let endings: [[UInt8]] = [
    "ations", "ation", "ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "ly", "ment", "er",
  ].map { Array($0.utf8) }

  /// `word` is in lower case.
  static func of(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var stem = word
    var becomesY = false
    if let ending = endings.first(where: { word.count - $0.count >= 3 && word.suffix($0.count).elementsEqual($0) }) {
      stem = word.dropLast(ending.count)
      becomesY = ending.starts(with: "ie".utf8)
    }
    if becomesY { return stem + [0x79] }
    if stem.count > 3, stem.last == stem.dropLast().last { stem = stem.dropLast() }
    if stem.count > 3, stem.last == 0x65 { stem = stem.dropLast() }
    return stem
  }
}
