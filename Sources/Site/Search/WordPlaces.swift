/// Where each word of a list of entries stands.
struct WordPlaces: Sendable {
  private var numbers: [SearchWord: Int] = [:]
  private var words: [SearchWord] = []
  private var places: [[Int]] = []

  init() {}

  /// What parts of the entries have, in the order of the parts.
  init(_ parts: [WordPlaces]) {
    for part in parts {
      for (word, more) in zip(part.words, part.places) {
        if let number = numbers[word] {
          places[number] += more
        } else {
          numbers[word] = words.count
          words.append(word)
          places.append(more)
        }
      }
    }
  }

  /// Notes a word of the entry with a number; entries come in their order, the title of each first.
  mutating func add(_ word: SearchWord, of entry: Int, inTitle: Bool) {
    guard let number = numbers[word] else {
      numbers[word] = words.count
      words.append(word)
      places.append([inTitle ? ~entry : entry])
      return
    }
    let last = places[number].last
    if last != entry, last != ~entry { places[number].append(inTitle ? ~entry : entry) }
  }

  /// The words in the order of their scalars, each with the entries that have it; those that have it in the title are
  /// negative, as `~number`.
  var sorted: [(word: String, entries: [Int])] {
    zip(words, places).map { ($0.string, $1) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
  }
}
