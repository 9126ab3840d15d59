import Concurrency

/// Texts that can be compared: how near two are is the cosine of their vectors, 0 for nothing in common to 1 for the same
/// words.
///
/// Features that few of the texts have count more (Spärck Jones, "A statistical interpretation of term specificity",
/// 1972), by how rare they are here and in the texts that the labels were learned from. Of a text of several lines, the first
/// says best what it is about, and counts again by itself where that is wanted.
package struct SimilarityIndex: Sendable {
  /// A text as a vector of length 1, by rising number of the feature.
  struct Vector: Sendable {
    var features: [(number: UInt32, value: Float)] = []

    func similarity(to other: Vector) -> Float {
      var sum: Float = 0
      var (own, others) = (features[...], other.features[...])
      while let left = own.first, let right = others.first {
        if left.number == right.number { sum += right.value * left.value }
        if left.number <= right.number { own.removeFirst() }
        if right.number <= left.number { others.removeFirst() }
      }
      return sum
    }
  }

  private let background: LabelWeights
  private let weighsFirstLine: Bool
  private var numbers: [FeatureTable]
  private var counts: [Float] = []
  private(set) var vectors: [Vector] = []
  private var postings: [[(text: UInt32, value: Float)]] = []

  /// - Parameter weighsFirstLine: whether the first line of several counts again.
  package init(_ texts: [[UInt8]], weighsFirstLine: Bool = false, background: LabelWeights = .builtIn) {
    self.background = background
    self.weighsFirstLine = weighsFirstLine
    numbers = TopicFeatures.shares.map { _ in FeatureTable() }
    let features = concurrently(texts) { TopicFeatures($0, background: background) }
    for text in features { count(text) }
    let counted = self
    vectors = concurrently(Array(zip(texts, features))) { text, features in
      counted.vector(features, firstLine: counted.firstLine(of: text), texts: texts.count)
    }
    postings = [[(text: UInt32, value: Float)]](repeating: [], count: counts.count)
    for (text, vector) in vectors.enumerated() {
      for feature in vector.features { postings[Int(feature.number)].append((UInt32(text), feature.value)) }
    }
  }

  package var count: Int { vectors.count }

  /// How many features its texts have.
  var featureCount: Int { counts.count }

  /// Another text as a vector of the index.
  func vector(of text: [UInt8]) -> Vector {
    vector(TopicFeatures(text, background: background), firstLine: firstLine(of: text), texts: vectors.count)
  }

  /// Nil when there is no other line.
  private func firstLine(of text: [UInt8]) -> TopicFeatures? {
    guard weighsFirstLine, let end = text.firstIndex(of: 0x0a), text[end...].contains(where: { $0 > 0x20 }) else {
      return nil
    }
    return TopicFeatures(Array(text[..<end]), background: background)
  }

  private mutating func count(_ text: TopicFeatures) {
    for (group, features) in text.groups.enumerated() {
      for feature in features {
        if let number = numbers[group][feature.hash] {
          counts[Int(number)] += 1
        } else {
          numbers[group].insert(UInt32(counts.count), for: feature.hash)
          counts.append(1)
        }
      }
    }
  }

  /// How much the first line counts beside the whole text.
  private static var firstLineShare: Float { 0.6 }

  /// Features that no text of the index has make the vector longer, and are left out of it.
  private func vector(_ text: TopicFeatures, firstLine: TopicFeatures?, texts: Int) -> Vector {
    var vector = Vector()
    var total: Float = 0
    for (group, features) in text.groups.enumerated() {
      var weighed = weighed(features, group, texts: texts)
      guard !weighed.isEmpty else { continue }
      if let firstLine {
        // Whatever stands in the line stands in the text.
        let line = self.weighed(firstLine.groups[group], group, texts: texts)
        let values = Dictionary(line.map { ($0.hash, $0.value) }, uniquingKeysWith: +)
        for index in weighed.indices {
          weighed[index].value += Self.firstLineShare * (values[weighed[index].hash] ?? 0)
        }
        Self.normalise(&weighed)
      }
      let share = TopicFeatures.shares[group]
      total += share * share
      for feature in weighed {
        if let number = feature.number { vector.features.append((number, feature.value * share)) }
      }
    }
    if total > 0 {
      for index in vector.features.indices { vector.features[index].value /= total.squareRoot() }
    }
    vector.features.sort { $0.number < $1.number }
    return vector
  }

  private typealias Weighed = (hash: UInt64, number: UInt32?, value: Float)

  /// The features of one group as a vector of length 1; empty when there are none.
  private func weighed(_ features: [TopicFeatures.Feature], _ group: Int, texts: Int) -> [Weighed] {
    var weighed = features.map { feature -> Weighed in
      let number = numbers[group][feature.hash]
      let here = Logistic.logarithm(Float(texts + 1) / ((number.map { counts[Int($0)] } ?? 0) + 1)) + 1
      return (feature.hash, number, (1 + Logistic.logarithm(feature.count)) * (here + feature.rarity) / 2)
    }
    Self.normalise(&weighed)
    return weighed
  }

  private static func normalise(_ features: inout [Weighed]) {
    let length = features.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    guard length > 0 else { return }
    for index in features.indices { features[index].value /= length }
  }

  /// How near each text of the index is to one of them.
  func similarities(to text: Int) -> [Float] { similarities(to: vectors[text]) }

  /// The text that is nearest to all others taken together; the first of several, nil when there is none.
  var mostCentral: Int? {
    var best: (text: Int, sum: Float)?
    for text in vectors.indices {
      let sum = similarities(to: text).reduce(0, +)
      if sum > best?.sum ?? -1 { best = (text, sum) }
    }
    return best?.text
  }

  private func similarities(to vector: Vector) -> [Float] {
    var sums = [Float](repeating: 0, count: vectors.count)
    for feature in vector.features {
      for posting in postings[Int(feature.number)] { sums[Int(posting.text)] += feature.value * posting.value }
    }
    return sums
  }

  /// The text that is nearest to another one, the first of several; nil when none is as near as `least`, which is over 0.
  ///
  /// Features that most texts have say little, and cost most. As no vector is longer than 1, some features bring a text no nearer
  /// than they are long together (Cauchy and Schwarz): those are looked at only in texts that are near by the others, as in
  /// Turtle and Flood, "Query evaluation: strategies and optimizations" (1995).
  func nearest(to text: [UInt8], atLeast least: Float) -> (text: Int, similarity: Float)? {
    let vector = vector(of: text)
    var features = vector.features.sorted { postings[Int($0.number)].count < postings[Int($1.number)].count }
    var square: Float = 0
    while let last = features.last, square + last.value * last.value < least * least / 4 {
      square += last.value * last.value
      features.removeLast()
    }
    // Rounding must not decide.
    let rest = square.squareRoot() + 0.001
    var sums = [Float](repeating: 0, count: vectors.count)
    for feature in features {
      for posting in postings[Int(feature.number)] { sums[Int(posting.text)] += feature.value * posting.value }
    }
    // The likeliest tells how many of the others need a closer look.
    let likeliest = sums.indices.max { sums[$0] < sums[$1] }
    let near = max(least, likeliest.map { vectors[$0].similarity(to: vector) } ?? 0)
    var best: (text: Int, similarity: Float)?
    for (text, sum) in sums.enumerated() where sum + rest >= near {
      let similarity = vectors[text].similarity(to: vector)
      if similarity >= near, similarity > best?.similarity ?? 0 { best = (text, similarity) }
    }
    return best
  }

  /// The texts that are nearest to another one, the nearest first; those that have nothing in common are left out.
  package func nearest(to text: [UInt8], limit: Int) -> [(text: Int, similarity: Float)] {
    let sums = similarities(to: vector(of: text))
    let found = sums.indices.filter { sums[$0] > 0 }.sorted { (sums[$0], $1) > (sums[$1], $0) }
    return found.prefix(limit).map { ($0, sums[$0]) }
  }
}
