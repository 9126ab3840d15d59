import PlanModel

extension FieldReader {
  /// Reads how intents are ranked: `roadmap: {formula: rice, half-life: 90 days, segments: {enterprise: 3}}`.
  mutating func roadmap(_ key: String) -> RoadmapSettings {
    var settings = RoadmapSettings()
    guard let node = node[key], !node.isNull else { return settings }
    guard node.entries != nil else {
      let expected = "a map, as `formula: evidence`"
      report(.field(.wrongForm(field: key, value: node.text ?? "", expected: expected)), at: node)
      return settings
    }
    read(node) { inner in
      settings.formula = inner.choice("formula", as: RoadmapSettings.Formula.self) ?? settings.formula
      settings.halfLife = inner.days("half-life") ?? settings.halfLife
      inner.weights("weights", example: "problem: 3", known: RoadmapSettings.Weight.allCases.map(\.rawValue)) {
        if let weight = RoadmapSettings.Weight(rawValue: $0) { settings.weights[weight] = $1 }
      }
      inner.weights("segments", example: "enterprise: 3", known: nil) { settings.segments[$0.lowercased()] = $1 }
      inner.reportUnknownKeys(known: ["formula", "weights", "half-life", "segments"])
    }
    return settings
  }

  /// A map of names and what each weighs, from 0 to 1000.
  private mutating func weights(
    _ key: String, example: String, known: [String]?, _ body: (String, Double) -> Void
  ) {
    guard let node = node[key], !node.isNull else { return }
    guard let entries = node.entries else {
      let expected = "a map, as `\(example)`"
      return report(.field(.wrongForm(field: key, value: node.text ?? "", expected: expected)), at: node)
    }
    read(node) { inner in
      for entry in entries {
        if let known, !known.contains(entry.key) { continue }
        if let weight = inner.decimal(entry.key, in: 0...1000) { body(entry.key, weight) }
      }
      if let known { inner.reportUnknownKeys(known: known) }
    }
  }

  /// A time in days: `90 days`, `12 weeks`, `6 months`, `1 year`, or a number alone.
  private mutating func days(_ key: String) -> Int? {
    guard let value = node[key], let text = text(key) else { return nil }
    let words = text.lowercased().split(separator: " ")
    var unit = words.count == 2 ? String(words[1]) : "day"
    if unit.hasSuffix("s") { unit.removeLast() }
    let lengths = ["day": 1, "week": 7, "month": 30, "year": 365]
    guard 1...2 ~= words.count, let length = lengths[unit], words[0].utf8.count <= 5,
      let count = Int(words[0]), 1...36_500 ~= count * length
    else {
      let expected = "a time such as `90 days`, `12 weeks` or `6 months`"
      report(.field(.wrongForm(field: key, value: text, expected: expected)), at: value)
      return nil
    }
    return count * length
  }
}
