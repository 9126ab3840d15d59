/// What a text is about: stems, stems beside each other, stems near each other and letters of words, each with how often
/// it is there and how rare it is among what the labels were learned from.
struct TopicFeatures {
  struct Feature {
    var hash: UInt64
    var count: Float
    /// The logarithm of how many texts there are for one that has it, plus one.
    var rarity: Float
  }

  /// How much each group counts, in the order of `groups`.
  static let shares: [Float] = [0.6, 0.8, 0.6, 1]

  private(set) var groups: [[Feature]] = []

  init(_ text: [UInt8], background: LabelWeights) {
    let words = Words(text)
    let spoken = words.all.filter {
      $0.isWord || words.bytes[$0.range.lowerBound] >= 0x30 && words.bytes[$0.range.lowerBound] <= 0x39
    }
    let stems = spoken.map { word in
      FeatureHash.mixed(FeatureHash.of(word.isWord ? Stem.of(words.bytes[word.range]) : words.bytes[word.range]))
    }
    let rarities = spoken.map { background.rarity(of: .words, $0.hash) }
    let content = spoken.indices.filter { !StopWords.contains(spoken[$0]) }

    var single = FeatureCounter()
    for index in stems.indices { single.add(stems[index], rarity: rarities[index]) }
    var pairs = single
    for index in stems.indices.dropLast() {
      let rarity = (rarities[index] + rarities[index + 1]) / 2 + 1
      pairs.add(FeatureHash.pair(stems[index], stems[index + 1]), rarity: rarity)
    }
    var near = FeatureCounter()
    for (place, index) in content.enumerated() {
      near.add(stems[index], rarity: rarities[index])
      for other in content[(place + 1)...].prefix(3) {
        let (low, high) = (min(stems[index], stems[other]), max(stems[index], stems[other]))
        near.add(FeatureHash.pair(low, high &+ 1), rarity: (rarities[index] + rarities[other]) / 2 + 1)
      }
    }
    var letters = FeatureCounter()
    for word in Self.different(content.map { spoken[$0] }.filter(\.isWord)) {
      let framed = [0x3c] + words.bytes[word.range] + [0x3e]
      for start in framed.indices.dropLast(2) {
        var hash = FeatureHash.of(framed[start..<start + 2])
        for end in start + 2..<min(start + 5, framed.count) {
          hash = FeatureHash.of(CollectionOfOne(framed[end]), seed: hash)
          letters.add(hash, word.count, rarity: background.rarity(of: .letters, hash))
        }
      }
    }
    groups = [single.features, pairs.features, near.features, letters.features]
  }

  /// Words in the order in which they come first, each with how often it is there.
  private static func different(_ words: [Words.Word]) -> [(range: Range<Int>, count: Float)] {
    var different: [(range: Range<Int>, count: Float)] = []
    var places = FeatureTable()
    for word in words {
      if let place = places[word.hash] {
        different[Int(place)].count += 1
      } else {
        places.insert(UInt32(different.count), for: word.hash)
        different.append((word.range, 1))
      }
    }
    return different
  }
}

/// Counts features in the order in which they come, so that sums are the same each time.
struct FeatureCounter {
  private(set) var features: [TopicFeatures.Feature] = []
  private var places = FeatureTable()

  mutating func add(_ hash: UInt64, _ count: Float = 1, rarity: @autoclosure () -> Float) {
    if let place = places[hash] {
      features[Int(place)].count += count
    } else {
      places.insert(UInt32(features.count), for: hash)
      features.append(TopicFeatures.Feature(hash: hash, count: count, rarity: rarity()))
    }
  }
}

extension LabelWeights {
  /// How rare a feature is in the texts that the labels were learned from.
  func rarity(of group: FeatureGroup, _ hash: UInt64) -> Float {
    let bucket = UInt32(truncatingIfNeeded: FeatureHash.pair(group.rawValue, hash)) & UInt32(1 << bits - 1)
    return LabelScorer.rarity(rows[Int(bucket)])
  }
}
