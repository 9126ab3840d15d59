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

  /// How many different values were redacted so far, by kind.
  package var values: [Kind: Int] { numbers.mapValues(\.count) }

  package init(_ detector: Detector) { self.detector = detector }

  /// Keeps the pseudonyms that stand in `bytes` from being given to values.
  package mutating func reserve(pseudonymsIn bytes: [UInt8]) {
    for place in Pseudonym.all(in: bytes, of: detector.knownKinds) {
      let kind = place.pseudonym.kind
      highest[kind] = max(highest[kind] ?? 0, place.pseudonym.number)
    }
  }

  /// The places of `bytes` that are to be replaced, from left to right without overlaps, each with its pseudonym.
  ///
  /// What stood beside a match may be one itself once the match is gone: ask again for the text that comes of it, until
  /// nothing is found.
  package mutating func replacements(in bytes: [UInt8]) throws(DetectionError) -> [(range: Range<Int>, text: String)] {
    let matches = try detector.matches(in: bytes)
    if matches.isEmpty { return [] }
    reserve(pseudonymsIn: bytes)
    return matches.map { match in
      counts[match.kind, default: 0] += 1
      return (match.range, pseudonym(of: bytes[match.range], match.kind).text)
    }
  }

  /// Rounds after the first find next to nothing; texts made to need more would take their square of time.
  package static let roundLimit = 8

  /// The text with a pseudonym for every match; all other bytes stay as they are.
  package mutating func redact(_ bytes: [UInt8]) throws(DetectionError) -> [UInt8] {
    var text = bytes
    for _ in 0..<Self.roundLimit {
      let replacements = try replacements(in: text)
      if replacements.isEmpty { break }
      text = Self.replacing(replacements, in: text)
    }
    return text
  }

  package mutating func redact(_ text: String) throws(DetectionError) -> String {
    String(decoding: try redact(Array(text.utf8)), as: UTF8.self)
  }

  private static func replacing(_ replacements: [(range: Range<Int>, text: String)], in bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var end = 0
    for (range, pseudonym) in replacements {
      text += bytes[end..<range.lowerBound]
      text += pseudonym.utf8
      end = range.upperBound
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
