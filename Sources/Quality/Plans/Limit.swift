import PlanModel

/// A number that bounds something: `within 2 seconds`, `at most 5 files`.
struct Limit: Sendable {
  let number: UInt64
  let unit: UInt64
  let bound: UInt64
  /// What is bounded: the other words of the sentence.
  var subject: Likeness
  /// As it stands in the file.
  var words: String
  var path: String
  var line: Int
  var column: Int

  /// Whether both bound the same thing, in the same manner, by another number.
  func contradicts(_ other: Limit) -> Bool {
    number != other.number && unit == other.unit && bound == other.bound
      && subject.isLike(other.subject, share: 60, least: 2)
  }

  /// The limits in some passages; more of them than anyone writes are not compared.
  static func limits(in wordings: [Wording], of file: String) -> [Limit] {
    var limits: [Limit] = []
    for wording in wordings {
      for index in wording.text.words.indices where wording.text.words[index].kind == .number {
        guard limits.count < most else { return limits }
        if let limit = Limit(index, in: wording, of: file) { limits.append(limit) }
      }
    }
    return limits
  }

  private static let most = 100

  private init?(_ index: Int, in wording: Wording, of file: String) {
    let text = wording.text
    guard index > 0, index + 1 < text.words.count, text.words[index + 1].kind == .plain,
      text.gap(after: index).allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "-") }),
      let bound = (max(0, index - 3)..<index).last(where: { text.holds(Self.bounds, at: $0) })
    else { return nil }
    let sentence = text.sentence(of: index)
    number = text.words[index].hash
    unit = text.words[index + 1].hash
    self.bound = text.words[bound].hash
    subject = Likeness([(text, sentence.lowerBound..<bound), (text, index + 2..<max(index + 2, sentence.upperBound))])
    words = wording.quoted(bound..<index + 2)
    path = file
    (line, column) = wording.place(of: text.words[index].range.lowerBound)
  }

  private static let bounds: WordSet =
    "within most least than to every after maximum minimum max min under over exactly"
}
