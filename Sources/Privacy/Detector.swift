/// Finds personal data and secrets in UTF-8 text, in time linear in its size.
///
/// What the built-in kinds are is said by their recognisers: `EmailAddress`, `PhoneNumber`, `CardNumber`, `IBAN`,
/// `IPv4Address`, `IPv6Address`, and those in `Secrets`. Every one looks at a bounded piece of text around the byte that
/// set it off, or reads each byte once.
package struct Detector {
  let kinds: Set<Kind>
  let custom: [CustomKind]
  private let triggers: TriggerTable

  package init(kinds: Set<Kind>, custom: [CustomKind] = []) {
    self.kinds = kinds
    self.custom = custom
    triggers = TriggerTable(kinds: kinds)
  }

  /// All matches in `bytes`, from left to right; none overlaps another.
  ///
  /// Bytes that are not UTF-8 are searched like any others by the built-in kinds, and seen as `?` by custom ones.
  package func matches(in bytes: [UInt8]) throws(DetectionError) -> [Match] {
    var scanner = Scanner(bytes, triggers)
    let found = scanner.matches()
    if custom.isEmpty { return found }
    return (found + (try customMatches(in: bytes))).withoutOverlaps()
  }

  private func customMatches(in bytes: [UInt8]) throws(DetectionError) -> [Match] {
    let text = String(validating: bytes, as: UTF8.self) ?? Self.withoutInvalidBytes(bytes)
    let pseudonyms = Pseudonym.all(in: bytes, of: knownKinds)
    var matches: [Match] = []
    for kind in custom {
      for range in try kind.ranges(in: text) where !Self.touches(range, pseudonyms) {
        matches.append(Match(.custom(kind.name), range))
      }
    }
    return matches
  }

  /// All kinds whose names pseudonyms can bear.
  var knownKinds: [Kind] { Kind.builtIn + custom.map { .custom($0.name) } }

  /// Whether `range` lies in one of the pseudonyms or cuts one; it may hold one and more.
  private static func touches(_ range: Range<Int>, _ pseudonyms: [Pseudonym.Place]) -> Bool {
    // The first pseudonym that ends behind the start of the range.
    var low = 0
    var high = pseudonyms.count
    while low < high {
      let middle = (low + high) / 2
      if pseudonyms[middle].range.upperBound > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    func isCut(_ pseudonym: Range<Int>) -> Bool {
      pseudonym.overlaps(range)
        && (pseudonym == range || pseudonym.lowerBound < range.lowerBound || pseudonym.upperBound > range.upperBound)
    }
    var index = low
    while index < pseudonyms.count, pseudonyms[index].range.lowerBound < range.upperBound {
      if isCut(pseudonyms[index].range) { return true }
      index += 1
    }
    return false
  }

  /// The text with a `?` for every byte that is part of no character, so that offsets stay what they are.
  private static func withoutInvalidBytes(_ bytes: [UInt8]) -> String {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = UTF8Sequence.length(in: rest)
      repaired += length > 0 ? rest.prefix(length) : [UInt8(ascii: "?")]
      rest = rest.dropFirst(max(1, length))
    }
    return String(decoding: repaired, as: UTF8.self)
  }
}
