import PlanFiles
package import PlanModel

/// What a search found, the best first.
package struct SearchOutcome: Sendable {
  package struct Hit: Hashable, Sendable {
    package var entry: SearchEntry
    package var score: Int

    package init(entry: SearchEntry, score: Int) {
      self.entry = entry
      self.score = score
    }
  }

  package var words: [String]
  package var hits: [Hit]
  /// How many were found in all.
  package var count: Int
  package var unread: [Finding]

  package init(words: [String], hits: [Hit], count: Int, unread: [Finding] = []) {
    self.words = words
    self.hits = hits
    self.count = count
    self.unread = unread
  }
}

extension Workspace {
  /// Looks for words in titles, criteria, statements, questions and decisions. What is found has all of them, capitals aside,
  /// and one at least in what it says itself: the title of a story finds the story, and not each of its criteria. A word in
  /// a title counts more than one in the text, and the beginning of a word more than its midst.
  ///
  /// - Parameter limit: as many hits are given.
  package func search(_ text: String, limit: Int) throws(Failure) -> SearchOutcome {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else {
      throw Failure(.invalidValue(field: "query", value: text, expected: "a word or more"))
    }
    let snapshot = try snapshot()
    let wanted = words.map { Array($0.utf8) }
    var hits: [SearchOutcome.Hit] = []
    for entry in snapshot.plan.searchEntries {
      let score = Self.score(of: entry, wanted)
      if score > 0 { hits.append(SearchOutcome.Hit(entry: entry, score: score)) }
    }
    // Entries stand in the order of the plan, which decides between those of the same score.
    let ordered = hits.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
    return SearchOutcome(
      words: words, hits: ordered.prefix(limit).map(\.element), count: hits.count, unread: snapshot.unread)
  }

  private static func score(of entry: SearchEntry, _ words: [[UInt8]]) -> Int {
    let title = Array(entry.title.lowercased().utf8)
    let text = Array(entry.text.lowercased().utf8)
    let around = Array("\(entry.item) \(entry.context.lowercased())".utf8)
    var sum = 0
    var isOwn = false
    for word in words {
      if let place = Self.place(of: word, in: title) {
        sum += Self.beginsWord(title, place) ? 12 : 6
        isOwn = true
      } else if let place = Self.place(of: word, in: text) {
        sum += Self.beginsWord(text, place) ? 4 : 2
        isOwn = true
      } else if Self.place(of: word, in: around) != nil {
        sum += 1
        // The id of an item is its own.
        if entry.place.isEmpty { isOwn = true }
      } else {
        return 0
      }
    }
    return !isOwn ? 0 : sum + (weights[entry.kind] ?? 0)
  }

  /// As the search of a site has them.
  private static let weights = ["story": 3, "intent": 3, "criterion": 2, "decision": 2, "question": 1]

  private static func place(of word: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = word.first, text.count >= word.count else { return nil }
    var start = 0
    while let place = text[start..<(text.count - word.count + 1)].firstIndex(of: first) {
      if text[place..<place + word.count].elementsEqual(word) { return place }
      start = place + 1
    }
    return nil
  }

  private static func beginsWord(_ text: [UInt8], _ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    let isWord = (0x30...0x39).contains(before) || (0x61...0x7a).contains(before) || before >= 0x80
    return !isWord
  }
}
