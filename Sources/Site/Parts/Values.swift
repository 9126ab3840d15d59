import Views

/// What a template is given: text that is escaped where it is put, lists, and HTML under the names that are put with three
/// braces.
///
/// A name that is not there is nothing. Mustache would look for it in what stands around, so that a story without an owner
/// would get the owner of the story on whose page it is named.
struct Values: ExpressibleByDictionaryLiteral, PageValue {
  /// In the order in which they were set. They are few, and made for many thousand pages: a list is made sooner than a
  /// dictionary.
  private var values: [(name: String, value: any PageValue)]

  init(dictionaryLiteral elements: (String, any PageValue)...) {
    values = []
    values.reserveCapacity(elements.count + Self.commonlyAdded)
    values += elements
  }

  /// As many values as are often added to those that a list begins with.
  private static let commonlyAdded = 6

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

  var names: Values? { self }

  func put(to html: inout [UInt8], escaped: Bool) {}

  func feed(_ digest: inout PageDigest) {
    for (name, value) in values {
      digest.add(name)
      value.feed(&digest)
    }
    digest.add(UInt64(values.count))
  }
}

/// What may stand in the values of a template.
protocol PageValue: Sendable {
  func feed(_ digest: inout PageDigest)

  /// Adds what a variable of it puts.
  func put(to html: inout [UInt8], escaped: Bool)

  /// Whether a section of it is left out, and an inverted one put.
  var isNothing: Bool { get }

  /// Hands over what a section of it is repeated for.
  func forEach(_ body: (any PageValue) -> Void)

  /// The names that stand in a section of it; nil where those around it do.
  var names: Values? { get }
}

extension PageValue {
  var isNothing: Bool { false }
  var names: Values? { nil }

  func forEach(_ body: (any PageValue) -> Void) { if !isNothing { body(self) } }
}

extension String: PageValue {
  func feed(_ digest: inout PageDigest) { digest.add(self) }

  func put(to html: inout [UInt8], escaped: Bool) {
    if escaped { HTMLPage.append(self, to: &html) } else { html += utf8 }
  }
}

extension Int: PageValue {
  func feed(_ digest: inout PageDigest) { digest.add(UInt64(bitPattern: Int64(self))) }

  func put(to html: inout [UInt8], escaped: Bool) { html += String(self).utf8 }
}

extension Bool: PageValue {
  var isNothing: Bool { !self }

  func feed(_ digest: inout PageDigest) { digest.add(self ? 3 : 2) }

  func put(to html: inout [UInt8], escaped: Bool) { html += String(self).utf8 }
}

extension Array: PageValue where Element: PageValue {
  var isNothing: Bool { isEmpty }

  func feed(_ digest: inout PageDigest) {
    digest.add(UInt64(count))
    for element in self { element.feed(&digest) }
  }

  func put(to html: inout [UInt8], escaped: Bool) {}

  func forEach(_ body: (any PageValue) -> Void) { for element in self { body(element) } }
}

/// A template and what fills it, as a part of another one.
struct Filled: PageValue {
  let template: String
  let values: Values

  func feed(_ digest: inout PageDigest) {
    digest.add(template)
    values.feed(&digest)
  }

  /// It is HTML as it stands.
  func put(to html: inout [UInt8], escaped: Bool) { Templates.shared.fill(template, values, to: &html) }
}
