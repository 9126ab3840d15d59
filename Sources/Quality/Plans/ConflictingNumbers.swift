import PlanModel

/// The same quantity with two numbers: in two places of a story, or in a story and its intent.
///
/// ISO/IEC/IEEE 29148:2018, 5.2.6 (consistent); QUS "conflict-free" (Lucassen et al. 2016). Only limits are compared, as
/// examples differ on purpose.
enum ConflictingNumbers: PlanRule {
  static let rule = Rule.conflictingNumbers

  static func findings(in plan: WordedPlan) -> [Finding] {
    let intents = Dictionary(plan.plan.intents.map { ($0.id, $0) }) { first, _ in first }
    var known: [ID<Intent>: [Limit]] = [:]
    return plan.stories.flatMap { story -> [Finding] in
      var limits: [Limit] = []
      if let id = story.intent, let intent = intents[id] {
        if known[id] == nil { known[id] = Limit.limits(in: intent.passages, of: intent.file) }
        limits = known[id] ?? []
      }
      var findings: [Finding] = []
      for limit in Limit.limits(in: story.passages, of: story.file) {
        if let other = limits.first(where: limit.contradicts) {
          let problem = QualityProblem.conflictingNumbers(
            limit.words, other: other.words, path: other.path, line: other.line)
          findings.append(Finding(.quality(problem), path: limit.path, line: limit.line, column: limit.column))
        }
        if limits.count < most { limits.append(limit) }
      }
      return findings
    }
  }

  /// More limits than anyone writes into a story are not compared.
  private static let most = 100
}

/// A number that bounds something: `within 2 seconds`, `at most 5 files`.
private struct Limit {
  var number: UInt64
  var unit: UInt64
  var bound: UInt64
  /// What is bounded: the other words of the sentence.
  var subject: Likeness
  /// As it stands in the file.
  var words: String
  var path: String
  var line: Int
  var column: Int

  /// Whether both bound the same thing, in the same manner, by another number.
  func contradicts(_ other: Limit) -> Bool {
    number != other.number && unit == other.unit && bound == other.bound && subject.isLike(other.subject, share: 60)
  }

  static func limits(in passages: [Passage], of file: String) -> [Limit] {
    var limits: [Limit] = []
    for passage in passages where passage.bytes.contains(where: { (0x30...0x39).contains($0) }) {
      let wording = Wording(passage)
      for index in wording.text.words.indices where wording.text.words[index].kind == .number {
        if let limit = Limit(index, in: wording, of: file) { limits.append(limit) }
      }
    }
    return limits
  }

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
