/// What the names of a scenario stand for: `[STORY]` in an expectation, `$STORY` in a command.
///
/// `STORY`, `SOURCE`, `INTENT`, `EPIC` and `DECISION`, alone or with a suffix such as `STORY_2`, stand for the id
/// that was printed where the name was first expected. `SCRATCH` and `PROJECT` stand for folders from the start.
package struct ScenarioNames: Hashable, Sendable {
  package private(set) var values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }

  package subscript(name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The characters of an id behind its kind: Crockford's base32 in lower case.
  static let characters = "[0-9a-hjkmnp-tv-z]{8}"
  static let kinds = ["STORY": "st", "SOURCE": "so", "INTENT": "in", "EPIC": "ep", "DECISION": "de"]

  /// The prefix of the ids that `name` can stand for, or nil when it is no name of an item.
  static func prefix(ofName name: some StringProtocol) -> String? {
    let parts = name.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 || parts[1].contains(where: { $0 != "_" }) else { return nil }
    return kinds[String(parts[0])]
  }

  /// The name of `id`, an item's whole id; a new one when it has none yet.
  mutating func name(of id: String) -> String? {
    if let known = values.first(where: { $0.value == id }) { return known.key }
    guard let kind = Self.kinds.first(where: { id.hasPrefix($0.value + "-") })?.key else { return nil }
    var name = kind
    var number = 1
    while values[name] != nil {
      number += 1
      name = "\(kind)_\(number)"
    }
    values[name] = id
    return name
  }
}
