import Mustache

/// What a template is given: text that is escaped where it is put, lists, and HTML under the names that are put with three
/// braces.
///
/// A name that is not there is nothing. Mustache would look for it in what stands around, so that a story without an owner
/// would get the owner of the story on whose page it is named.
struct Values: ExpressibleByDictionaryLiteral, MustacheParent {
  private var values: [String: Any]

  /// Nothing, as templates see it.
  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }

  init(dictionaryLiteral elements: (String, Any)...) {
    values = Dictionary(elements) { _, last in last }
  }

  subscript(name: String) -> Any? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Adds others, which count where both have a name.
  mutating func add(_ others: Values) { values.merge(others.values) { _, last in last } }

  func child(named name: String) -> Any? { values[name] ?? Absent() }
}
