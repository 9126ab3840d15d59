import Dispatch
import Drafting
import PlanModel
import Synchronization

/// Learns weights from labelled rows.
struct Trainer {
  static let bits = 16

  private let rows: [LabelledRow]
  private let features: [Features]
  private let rowWeights: RowWeights
  /// The number of each row's set.
  private let sets: [Int]
  private let regression = LogisticRegression()
  /// How much a set's own bias counts.
  private static let setBias: Float = 2

  init(_ rows: [LabelledRow], groups: Set<FeatureGroup> = Set(FeatureGroup.allCases)) {
    self.rows = rows
    var reader = FeatureReader(bits: Self.bits, groups: groups)
    var features = [Features](repeating: Features(), count: rows.count)
    reader.read(rows.map(\.utterance)) { features[$0] = $1 }
    self.features = features
    rowWeights = RowWeights(rows)
    sets = rows.setNumbers
  }

  /// Steps of 1/16 of the logarithm of how many rows there are for one that has the feature, plus one.
  private func rarity(among places: [Int]) -> [UInt8] {
    var counts = [Int](repeating: 0, count: 1 << Self.bits)
    for place in places {
      for feature in features[place].own { counts[Int(feature.bucket)] += 1 }
    }
    return counts.map { count in
      UInt8(min(255, (Logistic.logarithm(Float(places.count + 1) / Float(count + 1)) + 1) * 16 + 0.5))
    }
  }

  /// Weights learned from the rows at `places`.
  func weights(from places: [Int]) -> LabelWeights {
    var weights = LabelWeights(bits: Self.bits)
    let rarity = rarity(among: places)
    for bucket in weights.rows.indices {
      weights.rows[bucket][LabelWeights.rarityPlace] = Int8(bitPattern: rarity[bucket])
    }
    let inputs = places.map { normalised(features[$0], rarity) }
    let learned = Mutex<[Int: (weights: [Float], bias: Float)]>([:])
    DispatchQueue.concurrentPerform(iterations: Label.allCases.count) { index in
      let one = regression.fit(
        trainingRows(places, inputs, Label.allCases[index]), dimensions: 1 << Self.bits + (sets.max() ?? 0) + 1)
      learned.withLock { $0[index] = one }
    }
    for (index, one) in learned.withLock({ $0 }) {
      let learned = one.weights.prefix(1 << Self.bits)
      let largest = learned.reduce(0) { max($0, abs($1)) }
      let step = max(largest, 1e-6) / 127
      weights.perLabel[index].step = step
      weights.perLabel[index].bias = one.bias
      for (bucket, value) in learned.enumerated() where value != 0 {
        weights.rows[bucket][index] = Int8((value / step).rounded())
      }
    }
    return weights
  }

  /// Each set has a bias of its own, which is learned and left behind: how often a label holds in a set is no trait of
  /// the words in it.
  private func trainingRows(
    _ places: [Int], _ inputs: [[Features.Feature]], _ label: Label
  ) -> [TrainingRow] {
    zip(places, inputs).compactMap { place, features in
      guard let holds = rows[place].labels[label] else { return nil }
      let bias = Features.Feature(bucket: UInt32(1 << Self.bits + sets[place]), value: Self.setBias)
      return TrainingRow(features: features + [bias], sign: holds ? 1 : -1, weight: rowWeights.values[place])
    }
  }

  /// As `LabelScorer` weighs them.
  private func normalised(_ features: Features, _ rarity: [UInt8]) -> [Features.Feature] {
    var own = features.own
    for index in own.indices { own[index].value *= Float(rarity[Int(own[index].bucket)]) / 16 }
    let length = own.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    if length > 0 {
      for index in own.indices { own[index].value *= LabelScorer.length / length }
    }
    return own + features.around
  }

  /// What `weights` say of the rows at `places`.
  func scores(_ weights: LabelWeights, at places: [Int]) -> [SIMD16<Float>] {
    let scorer = LabelScorer(weights)
    return places.map { scorer.scores(features[$0]) }
  }
}
