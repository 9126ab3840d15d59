/// Puts pseudonyms in the place of what a detector finds: the same value has the same number in all texts that one
/// redactor is given, in the order in which values are first met.
///
/// Texts may hold words such as `[email-1]` of their own. New numbers begin above those of the texts that were reserved
/// or redacted before; reserve all texts of a source before the first is redacted.
package struct Redactor {
  private let detector: Detector
  private var numbers: [Kind: [[UInt8]: Int]] = [:]
  /// The highest number that is in use, by kind.
  private var highest: [Kind: Int] = [:]

  /// How many places were redacted so far, by kind.
  package private(set) var counts: [Kind: Int] = [:]

  package init(_ detector: Detector) { self.detector = detector }

  /// Keeps the pseudonyms that stand in `bytes` from being given to values.
  package mutating func reserve(pseudonymsIn bytes: [UInt8]) {
    for place in Pseudonym.all(in: bytes, of: detector.knownKinds) {
      let kind = place.pseudonym.kind
      highest[kind] = max(highest[kind] ?? 0, place.pseudonym.number)
    }
  }

  /// The text with a pseudonym for every match; all other bytes stay as they are.
  package mutating func redact(_ bytes: [UInt8]) throws(DetectionError) -> [UInt8] {
    var text = bytes
    var matches = try detector.matches(in: text)
    if matches.isEmpty { return text }
    reserve(pseudonymsIn: text)
    // What stood beside a match may be one itself, now that the match is gone; so again, until nothing is found.
    var rounds = 0
    while !matches.isEmpty, rounds < Self.roundLimit {
      text = replacing(matches, in: text)
      matches = try detector.matches(in: text)
      rounds += 1
    }
    return text
  }

  package mutating func redact(_ text: String) throws(DetectionError) -> String {
    String(decoding: try redact(Array(text.utf8)), as: UTF8.self)
  }

  /// Rounds after the first find next to nothing; texts made to need more would take their square of time.
  private static let roundLimit = 8

  private mutating func replacing(_ matches: [Match], in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var end = 0
    for match in matches {
      text += bytes[end..<match.range.lowerBound]
      text += pseudonym(of: bytes[match.range], match.kind).text.utf8
      counts[match.kind, default: 0] += 1
      end = match.range.upperBound
    }
    return text + bytes[end...]
  }

  private mutating func pseudonym(of value: ArraySlice<UInt8>, _ kind: Kind) -> Pseudonym {
    let form = NormalForm.of(value, as: kind)
    if let number = numbers[kind]?[form] { return Pseudonym(kind, number) }
    let number = (highest[kind] ?? 0) + 1
    highest[kind] = number
    numbers[kind, default: [:]][form] = number
    return Pseudonym(kind, number)
  }
}
