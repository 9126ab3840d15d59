import Mustache

/// What a template is given: text that is escaped where it is put, lists, and HTML under the names that are put with three
/// braces.
///
/// A name that is not there is nothing. Mustache would look for it in what stands around, so that a story without an owner
/// would get the owner of the story on whose page it is named.
struct Values: ExpressibleByDictionaryLiteral, MustacheParent, PageValue {
  /// In the order in which they were set. They are few, and made for many thousand pages: a list is made sooner than a
  /// dictionary.
  private var values: [(name: String, value: any PageValue)]

  /// Nothing, as templates see it.
  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  init(dictionaryLiteral elements: (String, any PageValue)...) { values = elements }

  subscript(name: String) -> (any PageValue)? {
    get { values.last { $0.name == name }?.value }
    set {
      if let place = values.firstIndex(where: { $0.name == name }) { values.remove(at: place) }
      if let newValue { values.append((name, newValue)) }
    }
  }

  /// Adds others, which count where both have a name.
  mutating func add(_ others: Values) {
    for (name, value) in others.values { self[name] = value }
  }

  func child(named name: String) -> Any? { self[name] ?? Absent() }

  func feed(_ digest: inout PageDigest) {
    for (name, value) in values {
      digest.add(name)
      value.feed(&digest)
    }
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
