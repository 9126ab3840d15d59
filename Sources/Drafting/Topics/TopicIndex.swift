/// Topics as sums of their texts: the mean similarity of a text to those of a topic is one product with the sum.
struct TopicIndex {
  private let index: SimilarityIndex
  private let sizes: [Float]
  /// For each feature the topics that have it, rising, with the sum of its values.
  private var postings: [[(topic: UInt32, value: Float)]]

  /// - Parameters:
  ///   - topics: texts of the index, each in one topic.
  ///   - weights: how many texts each text of the index stands for.
  init(_ index: SimilarityIndex, _ topics: [[Int]], weights: [Int]) {
    self.index = index
    sizes = topics.map { topic in Float(topic.map { weights[$0] }.reduce(0, +)) }
    postings = [[(topic: UInt32, value: Float)]](repeating: [], count: index.featureCount)
    for (number, topic) in topics.enumerated() {
      for text in topic {
        for feature in index.vectors[text].features {
          let place = Int(feature.number)
          let value = feature.value * Float(weights[text])
          if let last = postings[place].indices.last, postings[place][last].topic == UInt32(number) {
            postings[place][last].value += value
          } else {
            postings[place].append((UInt32(number), value))
          }
        }
      }
    }
  }

  /// The topic that is nearest to a text; the first of several, nil when none has anything in common with it.
  func nearest(to text: [UInt8]) -> (topic: Int, mean: Float)? {
    var sums = [Float](repeating: 0, count: sizes.count)
    for feature in index.vector(of: text).features {
      for posting in postings[Int(feature.number)] { sums[Int(posting.topic)] += feature.value * posting.value }
    }
    var best: (topic: Int, mean: Float)?
    for (topic, sum) in sums.enumerated() where sum / sizes[topic] > best?.mean ?? 0 {
      best = (topic, sum / sizes[topic])
    }
    return best
  }
}
