import Review

/// What a model learns from: traits, and 1 for more, -1 for less, 0 for the same.
struct Example {
  var set: String
  var traits: [Trait]
  var label: Int

  /// Of a pair, by the reasons that the rules had when they first met it: those of today were mended by it.
  init(_ pair: LabelledPair) {
    (set, label) = (pair.set, pair.label)
    traits = pair.rewording.traits(reasons: pair.reasons)
  }

  private init(set: String, traits: [Trait], label: Int) {
    (self.set, self.traits, self.label) = (set, traits, label)
  }

  /// Of which number more is better: told by sentences, and by pairs in which nothing but one number is another.
  static func numbers(sentences file: String, _ pairs: [LabelledPair]) throws -> [Example] {
    let told = try LabelledPair.rows(of: file).compactMap { row -> Example? in
      guard row.count == 2, ["more", "less"].contains(row[0]) else {
        throw TrainingError.line(file, row.joined(separator: " "))
      }
      guard let context = NumberContext.last(in: row[1]) else { return nil }
      return Example(set: "sentences", traits: context.traits, label: row[0] == "more" ? 1 : -1)
    }
    return told
      + pairs.compactMap { pair in
        guard pair.label != 0, let moved = NumberContext.moved(in: pair.rewording) else { return nil }
        return Example(set: pair.set, traits: moved.context.traits, label: moved.grew ? pair.label : -pair.label)
      }
  }
}
