import Mustache

/// What a template is given: text that is escaped where it is put, lists, and HTML under the names that are put with three
/// braces.
///
/// A name that is not there is nothing. Mustache would look for it in what stands around, so that a story without an owner
/// would get the owner of the story on whose page it is named.
struct Values: ExpressibleByDictionaryLiteral, MustacheParent, PageValue {
  private var values: [String: any PageValue]

  /// Nothing, as templates see it.
  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  init(dictionaryLiteral elements: (String, any PageValue)...) {
    values = Dictionary(elements) { _, last in last }
  }

  subscript(name: String) -> (any PageValue)? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Adds others, which count where both have a name.
  mutating func add(_ others: Values) { values.merge(others.values) { _, last in last } }

  func child(named name: String) -> Any? { values[name] ?? Absent() }

  /// The names have no order, so that their digests are summed and not chained.
  func feed(_ digest: inout PageDigest) {
    var sum: UInt64 = 0
    for (name, value) in values {
      var own = PageDigest()
      name.feed(&own)
      value.feed(&own)
      sum &+= own.mixed
    }
    digest.add(sum)
    digest.add(UInt64(values.count))
  }
}

/// What may stand in the values of a template.
protocol PageValue {
  func feed(_ digest: inout PageDigest)
}

extension String: PageValue {
  func feed(_ digest: inout PageDigest) { digest.add(self) }
}

extension Int: PageValue {
  func feed(_ digest: inout PageDigest) { digest.add(UInt64(bitPattern: Int64(self))) }
}

extension Bool: PageValue {
  func feed(_ digest: inout PageDigest) { digest.add(self ? 3 : 2) }
}

extension Array: PageValue where Element: PageValue {
  func feed(_ digest: inout PageDigest) {
    digest.add(UInt64(count))
    for element in self { element.feed(&digest) }
  }
}
