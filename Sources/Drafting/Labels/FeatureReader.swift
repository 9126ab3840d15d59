/// Reads features from utterances of a conversation.
package struct FeatureReader {
  private let mask: UInt32
  private let groups: Set<FeatureGroup>
  /// The last utterance that had a feature of this number: a feature counts once.
  private var seen: [UInt32]
  private var turn: UInt32 = 0
  private var features = Features()

  package init(bits: Int, groups: Set<FeatureGroup> = Set(FeatureGroup.allCases)) {
    mask = UInt32((1 << bits) - 1)
    self.groups = groups
    seen = [UInt32](repeating: 0, count: 1 << bits)
  }

  /// The features of each of `utterances`, in order.
  package mutating func read(_ utterances: [Utterance], each: (Int, Features) -> Void) {
    var start = 0
    while start < utterances.count {
      var end = start + 1
      if let thread = utterances[start].thread {
        while end < utterances.count, utterances[end].thread == thread { end += 1 }
      }
      let conversation = Conversation(utterances[start..<end])
      for index in conversation.words.indices { each(start + index, features(of: index, in: conversation)) }
      start = end
    }
  }

  private mutating func features(of index: Int, in conversation: Conversation) -> Features {
    turn += 1
    features.own.removeAll(keepingCapacity: true)
    features.around.removeAll(keepingCapacity: true)
    let words = conversation.words[index]
    addWords(words)
    if groups.contains(.letters) { addLetters(words) }
    if groups.contains(.shape) {
      for mark in Shape.marks(of: conversation.utterances[index].text, words) { add(.shape, mark, 1) }
    }
    if conversation.isThread {
      if groups.contains(.place) { addPlace(of: index, in: conversation) }
      if groups.contains(.neighbours) { addNeighbours(of: index, in: conversation) }
    }
    return features
  }

  // MARK: the utterance itself

  private mutating func addWords(_ words: Words) {
    let all = words.all
    if groups.contains(.words) {
      for word in all { add(.words, word.hash, 1) }
    }
    if groups.contains(.pairs) {
      for index in all.indices.dropLast() {
        add(.pairs, FeatureHash.pair(all[index].hash, all[index + 1].hash), 1)
        if index + 2 < all.count { add(.pairs, FeatureHash.pair(all[index].hash, all[index + 2].hash &+ 1), 1) }
      }
    }
    guard groups.contains(.ends), let last = all.last else { return }
    var beginning: UInt64 = 0
    for (index, word) in all.prefix(3).enumerated() {
      add(.ends, FeatureHash.pair(word.hash, UInt64(index)), 1)
      beginning = FeatureHash.pair(beginning, word.hash)
      if index > 0 { add(.ends, beginning, 1) }
    }
    add(.ends, last.hash &+ 9, 1)
  }

  private mutating func addLetters(_ words: Words) {
    for word in words.all where word.isWord {
      let letters = [0x3c] + words.bytes[word.range] + [0x3e]
      for start in letters.indices.dropLast(2) {
        var hash = FeatureHash.of(letters[start..<start + 2])
        for end in start + 2..<min(start + 5, letters.count) {
          hash = FeatureHash.of(CollectionOfOne(letters[end]), seed: hash)
          add(.letters, hash, 0.5)
        }
      }
    }
  }

  private mutating func add(_ group: FeatureGroup, _ hash: UInt64, _ value: Float) {
    let bucket = bucket(group, hash)
    guard seen[Int(bucket)] != turn else { return }
    seen[Int(bucket)] = turn
    features.own.append(Features.Feature(bucket: bucket, value: value))
  }

  // MARK: what stands around it

  private mutating func addPlace(of index: Int, in conversation: Conversation) {
    let last = conversation.words.count - 1
    addAround(.place, UInt64(index * 10 / (last + 1)), 0.5)
    addAround(.place, 16 + UInt64(min(index, 4)), 0.5)
    addAround(.place, 32 + UInt64(min(last - index, 4)), 0.5)
    addAround(.place, conversation.isFirstSpeaker(index) ? 48 : 49, 0.5)
  }

  private mutating func addNeighbours(of index: Int, in conversation: Conversation) {
    for (side, place) in [index - 1, index + 1].enumerated() where conversation.words.indices.contains(place) {
      let seed = UInt64(side + 1) << 32
      let words = conversation.words[place].all
      for word in words.prefix(12) { addAround(.neighbours, word.hash &+ seed, 0.3) }
      addAround(.neighbours, seed &+ (conversation.isSameSpeaker(index, place) ? 1 : 2), 0.3)
      addAround(.neighbours, seed &+ 8 &+ UInt64(min(words.count / 5, 4)), 0.3)
    }
    let near = conversation.contentWords(around: index, reach: 4)
    let value = 1 / Float(max(near.count, 1)).squareRoot()
    for word in near { addAround(.neighbours, word &+ 3 << 32, value) }
  }

  private mutating func addAround(_ group: FeatureGroup, _ hash: UInt64, _ value: Float) {
    features.around.append(Features.Feature(bucket: bucket(group, hash), value: value))
  }

  private func bucket(_ group: FeatureGroup, _ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: FeatureHash.pair(group.rawValue, hash)) & mask
  }
}
