import Drafting
import PlanFiles
import PlanModel

/// The intents that statements look like, as it was found before for the same words of both: comparing texts takes many
/// times as long as reading them, and a plan's words stay the same from one command to the next.
struct KnownLikenesses {
  private static let name = "likenesses"

  private let intents: [KnownIntent]
  private let cache: RecordCache
  /// All that statements are compared with.
  private let rules: String

  init(_ intents: [KnownIntent], _ cache: RecordCache) {
    self.intents = intents
    self.cache = cache
    var hash = FNV1a.hash("\(intents.count)".utf8)
    for intent in intents {
      for words in [intent.words, intent.carried] + intent.stories {
        hash = FNV1a.hash(text: "\(words.utf8.count) \(words)", seed: hash)
      }
    }
    rules = String(hash, radix: 16)
  }

  /// The nearest intent of each text; nil where none is near.
  func nearest(to texts: [[UInt8]]) -> [NearIntent?] {
    let shelf = cache.shelf(Self.name, rules: rules)
    let keys = texts.map { ContentKey($0, name: Self.name) }
    let kept = keys.map { key in shelf[key].flatMap { read($0) } }
    let unknown = texts.indices.filter { kept[$0] == nil }
    var found = kept.map { $0?.near }
    if !unknown.isEmpty {
      let new = IntentFinder(intents).nearest(toEach: unknown.map { texts[$0] })
      for (index, near) in zip(unknown, new) { found[index] = near }
    }
    let records = Dictionary(zip(keys, found.map(Self.record))) { first, _ in first }
    cache.keep(records, newCount: unknown.count, as: Self.name, rules: rules)
    return found
  }

  /// The place and the score, four bytes each; nothing where none is near.
  private static func record(of near: NearIntent?) -> ArraySlice<UInt8> {
    guard let near else { return [] }
    return [UInt32(near.place), near.score.bitPattern].flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }[...]
  }

  private func read(_ record: ArraySlice<UInt8>) -> (near: NearIntent?, Void)? {
    if record.isEmpty { return (nil, ()) }
    guard record.count == 8 else { return nil }
    let numbers = [record.prefix(4), record.suffix(4)].map { $0.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
    let score = Float(bitPattern: numbers[1])
    guard Int(numbers[0]) < intents.count, (0...1).contains(score) else { return nil }
    return (NearIntent(place: Int(numbers[0]), score: score), ())
  }
}
