import PlanModel

/// A time of day as one word, however it is written: `6 pm`, `18:00` and `noon` are `18:00`, `18:00` and `12:00`.
enum ClockTime {
  /// The words with every time of day in the first of its words, and nothing in the other.
  static func united(_ words: [String], in text: WordedText) -> [String] {
    var united = words
    for index in words.indices {
      if let named = named[words[index]] {
        united[index] = named
      } else if let hour = Int(words[index]), (0...24).contains(hour), index + 1 < words.count {
        let next = words[index + 1]
        if let shift = halves[next] {
          united[index] = written(hour % 12 + shift, 0)
          united[index + 1] = ""
        } else if text.gap(after: index).elementsEqual(":".utf8), next.utf8.count == 2, let minute = Int(next),
          minute < 60
        {
          united[index] = written(hour, minute)
          united[index + 1] = ""
        }
      } else if words[index].utf8.count <= 4, let shift = halves[String(words[index].suffix(2))],
        let hour = Int(words[index].dropLast(2)), (1...12).contains(hour)
      {
        united[index] = written(hour % 12 + shift, 0)
      }
    }
    return united
  }

  /// Minutes since midnight, of a word that is a time of day.
  static func minutes(_ word: String) -> Int? {
    let parts = word.split(separator: ":")
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    return hour * 60 + minute
  }

  /// What a later time means for a promise, by the words before it.
  static func aim(before index: Int, in words: [String]) -> Quantity.Aim {
    switch index > 0 ? words[index - 1] : "" {
    case "by", "before": .low
    case "until", "till", "to": .high
    case "than": words[max(0, index - 3)..<index].contains("later") ? .low : .open
    default: words.dropFirst(index + 1).prefix(4).contains("latest") ? .low : .open
    }
  }

  private static func written(_ hour: Int, _ minute: Int) -> String { "\(hour):\(minute < 10 ? "0" : "")\(minute)" }

  private static let halves = ["am": 0, "a.m": 0, "pm": 12, "p.m": 12]
  private static let named = ["noon": "12:00", "midday": "12:00", "midnight": "24:00"]
}
